import type { Ctx } from '../../../platform/context.ts';
import { jobNames } from '../job-names.ts';
import { book } from '../ledger/book.ts';
import { getPlan } from '../plans/plans.queries.ts';
import { findPlanPrice } from '../plans/plan-prices.ts';
import { isToBeStarted } from '../provider/provider-calls.queries.ts';
import type { EventObject, Found, Subject } from '../provider/subject.ts';
import { decideSubscription } from './decide-subscription.ts';
import {
  findIntentOfInvoice,
  findKnownInvoices,
  saveInvoice,
  sumRefunds,
} from './invoices.queries.ts';
import { lookAtSubscription } from './look-at-subscription.ts';
import { nextSubscriptionCall, planChange } from './next-subscription-call.ts';
import {
  assertIsOurs,
  observeSubscription,
  type SubscriptionSnapshot,
} from './observe-subscription.ts';
import {
  type ChangeDetails,
  sendSubscriptionCall,
  type SubscriptionCall,
  subscriptionCallHasEffect,
  subscriptionRequest,
} from './subscription-calls.ts';
import {
  changeSubscription,
  findSubscriptionBy,
  findSubscriptionRow,
  lockSubscription,
  logSteps,
  type Subscription,
} from './subscriptions.queries.ts';

export const subscriptionSubject: Subject<SubscriptionCall, SubscriptionSnapshot, Subscription> = {
  kind: 'subscription',
  objects: [
    'subscription',
    'checkout.session',
    'invoice',
    'invoiceitem',
    'payment_intent',
    'charge',
    'refund',
  ],
  send: sendSubscriptionCall,
  look: lookAtSubscription,
  hasEffect: subscriptionCallHasEffect,
  // A payment page that nobody has the address of does no harm.
  repeats: (call) => call.operation !== 'create_session',
  lock: lockSubscription,
  advance: advanceSubscription,
  async refused(ctx, id, call) {
    // The card was declined: nothing has changed there, so nothing is wanted any more.
    if (call.operation === 'change_plan')
      await changeSubscription(ctx, id, { wanted_plan_id: null, wanted_plan_at: null });
    if (call.operation === 'use_card')
      await changeSubscription(ctx, id, { wanted_method_id: null });
    const row = await lockSubscription(ctx, id);
    return nextSubscriptionCall(row, await refundedOf(ctx, row))?.operation !== call.operation;
  },
  async next(ctx, row) {
    const next = nextSubscriptionCall(row, await refundedOf(ctx, row));
    if (!next) return undefined;
    if (next.operation === 'close') return close(ctx, row);
    const details = next.operation === 'change_plan' ? await changeDetails(ctx, row) : undefined;
    const intentId =
      next.operation === 'refund'
        ? await findIntentOfInvoice(ctx, row.refund_invoice_id!)
        : undefined;
    return (callId) => subscriptionRequest(row, next, callId, { details, intentId });
  },
  find: findSubscriptionFor,
};

/** Nothing was ever opened at the provider. */
async function close(ctx: Ctx, row: Subscription): Promise<undefined> {
  await logSteps(ctx, row.id, row.status, ['abandoned'], 'close');
  await changeSubscription(ctx, row.id, { status: 'abandoned' });
}

async function refundedOf(ctx: Ctx, { refund_invoice_id: invoice }: Subscription): Promise<number> {
  return invoice ? sumRefunds(ctx, invoice) : 0;
}

async function changeDetails(ctx: Ctx, row: Subscription): Promise<ChangeDetails> {
  const from = await getPlan(ctx, row.plan_id);
  const to = await getPlan(ctx, row.wanted_plan_id!);
  const price = await findPlanPrice(ctx, to.id, row.platform);
  if (!price) throw new Error(`plan ${to.id} has no price at the provider`);
  return { change: planChange(row, from.interval, to), price };
}

/** Moves a locked subscription to what was seen, with postings and events, and sees to what is still wanted. */
async function advanceSubscription(
  ctx: Ctx,
  row: Subscription,
  snapshot: SubscriptionSnapshot,
  cause: string,
): Promise<void> {
  const { id } = row;
  assertIsOurs(row, snapshot);
  const facts = observeSubscription(snapshot);
  const known = await findKnownInvoices(
    ctx,
    facts.invoices.map((invoice) => invoice.id),
  );
  const decision = decideSubscription(row, known, facts, ctx.clock.now());
  if (!decision) return;
  await changeSubscription(ctx, id, decision.set);
  await logSteps(ctx, id, row.status, decision.steps, cause);
  for (const invoice of decision.invoices) await saveInvoice(ctx, row, invoice);
  const about = { kind: 'subscription', id } as const;
  const { market_code: market, platform } = row;
  for (const posting of decision.postings)
    await book(ctx, { ...about, chargeId: null, market, platform }, posting);
  for (const { event, data } of decision.events) await ctx.events.publish(ctx, event, data);
  const after = await lockSubscription(ctx, id);
  const next = nextSubscriptionCall(after, await refundedOf(ctx, after));
  if (next && (await isToBeStarted(ctx, about, next.operation)))
    await ctx.jobs.enqueue(ctx, jobNames.carryOut, about);
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

async function findSubscriptionFor(ctx: Ctx, object: EventObject): Promise<Found | undefined> {
  // What belongs to a booking's payment is that charge's, whoever paid it.
  if (object.metadata?.charge_id) return undefined;
  const sessionId = object.object === 'checkout.session' ? object.id : undefined;
  if (sessionId && object['mode'] !== 'subscription') return undefined;
  const named = object.metadata?.subscription_id ?? '';
  const ours = uuid.test(named) ? await findSubscriptionRow(ctx, named) : undefined;
  return ours ?? findSubscriptionBy(ctx, { ...idsIn(object), ...(sessionId && { sessionId }) });
}

function idsIn(object: EventObject) {
  const invoiceOf = object['parent'] as
    | { subscription_details?: { subscription?: unknown } | null }
    | null
    | undefined;
  const subscriptionId =
    object.object === 'subscription'
      ? object.id
      : text(invoiceOf?.subscription_details?.subscription);
  const intentId = object.object === 'payment_intent' ? object.id : text(object['payment_intent']);
  const customerId = text(object['customer']);
  return {
    ...(subscriptionId && { subscriptionId }),
    ...(intentId && { intentId }),
    ...(customerId && { customerId }),
  };
}

const text = (value: unknown): string | undefined =>
  typeof value === 'string' ? value : undefined;
