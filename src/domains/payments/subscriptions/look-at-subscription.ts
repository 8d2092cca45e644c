import type Stripe from 'stripe';
import type { Ctx } from '../../../platform/context.ts';
import { provider } from '../provider/stripe.ts';
import type { EventObject, LookReason } from '../provider/subject.ts';
import { findInvoiceByIntent, findSettledInvoices } from './invoices.queries.ts';
import type { InvoiceSnapshot, SubscriptionSnapshot } from './observe-subscription.ts';
import type { SubscriptionCall } from './subscription-calls.ts';
import {
  beginSubscriptionLook,
  getSubscriptionRow,
  type Subscription,
} from './subscriptions.queries.ts';

/** Invoices looked at besides those that are not settled: far more than come between two looks. */
const newestInvoices = 20;

/** Reads what the provider knows of a subscription; undefined while that is nothing. Throws the SDK's errors. */
export async function lookAtSubscription(
  ctx: Ctx,
  id: string,
  reason: LookReason<SubscriptionCall>,
): Promise<SubscriptionSnapshot | undefined> {
  const look = await beginSubscriptionLook(ctx, id);
  const row = await getSubscriptionRow(ctx, id);
  const stripe = provider(ctx, row.platform);
  const session = await sessionOf(stripe, row, reason);
  const subscription = await subscriptionOf(stripe, row, session, reason.object);
  if (!session && !subscription && !reason.call) return undefined;
  const invoices = subscription
    ? await invoicesOf(ctx, stripe, subscription.id, await namedInvoices(ctx, row, reason))
    : [];
  return { look, session, subscription, invoices };
}

async function sessionOf(
  stripe: Stripe,
  row: Subscription,
  { call, answer, object }: LookReason<SubscriptionCall>,
): Promise<Stripe.Checkout.Session | null> {
  if (row.provider_subscription_id) return null;
  if (call?.operation === 'create_session' && !row.provider_session_id) {
    if (answer?.kind === 'accepted') return answer.object as Stripe.Checkout.Session;
    return answer ? null : findSessionOfCall(stripe, call);
  }
  const named = object?.object === 'checkout.session' ? object.id : null;
  const sessionId = row.provider_session_id ?? named;
  return sessionId ? stripe.checkout.sessions.retrieve(sessionId) : null;
}

/** Looks for the session that a lost answer may have made. */
async function findSessionOfCall(
  stripe: Stripe,
  call: { id: string; created_at: Temporal.Instant; params: object },
): Promise<Stripe.Checkout.Session | null> {
  const { customer } = call.params as { customer: string };
  // A minute of slack: the provider's clock is not ours.
  const since = Math.floor(call.created_at.epochMilliseconds / 1000) - 60;
  const sessions = stripe.checkout.sessions.list({
    customer,
    created: { gte: since },
    limit: 100,
  });
  for await (const session of sessions) if (session.metadata?.call_id === call.id) return session;
  return null;
}

async function subscriptionOf(
  stripe: Stripe,
  row: Subscription,
  session: Stripe.Checkout.Session | null,
  object: EventObject | undefined,
): Promise<Stripe.Subscription | null> {
  const begun = session?.subscription ?? null;
  const named = object?.object === 'subscription' ? object.id : null;
  const id =
    row.provider_subscription_id ?? (typeof begun === 'string' ? begun : begun?.id) ?? named;
  return id ? stripe.subscriptions.retrieve(id) : null;
}

/** Invoices to be read whatever their age: one to be refunded, and one whose payment an event is about. */
async function namedInvoices(
  ctx: Ctx,
  row: Subscription,
  { object }: LookReason<SubscriptionCall>,
): Promise<string[]> {
  const intent = object?.object === 'payment_intent' ? object.id : object?.['payment_intent'];
  const about = typeof intent === 'string' ? await findInvoiceByIntent(ctx, intent) : undefined;
  return [row.refund_invoice_id, about].filter((id) => typeof id === 'string');
}

async function invoicesOf(
  ctx: Ctx,
  stripe: Stripe,
  subscription: string,
  named: readonly string[],
): Promise<InvoiceSnapshot[]> {
  const newest = await stripe.invoices.list({ subscription, limit: newestInvoices });
  const { settled, unsettled } = await findSettledInvoices(
    ctx,
    subscription,
    newest.data.map(({ id }) => id),
  );
  const wanted = newest.data.filter(({ id }) => !settled.has(id) || named.includes(id));
  const older = [...new Set([...unsettled, ...named])].filter(
    (id) => !newest.data.some((invoice) => invoice.id === id),
  );
  const found = await Promise.all(older.map((id) => stripe.invoices.retrieve(id)));
  return Promise.all([...wanted, ...found].map((invoice) => withPayment(stripe, invoice)));
}

async function withPayment(stripe: Stripe, invoice: Stripe.Invoice): Promise<InvoiceSnapshot> {
  if (invoice.status !== 'paid' || invoice.amount_paid === 0)
    return { invoice, intent: null, refunds: [] };
  const payments = await stripe.invoicePayments.list({ invoice: invoice.id, status: 'paid' });
  const paid = payments.data[0]?.payment.payment_intent;
  const intentId = typeof paid === 'string' ? paid : paid?.id;
  if (!intentId) return { invoice, intent: null, refunds: [] };
  const intent = await stripe.paymentIntents.retrieve(intentId, {
    expand: ['latest_charge.balance_transaction'],
  });
  const refunds = await stripe.refunds
    .list({ payment_intent: intentId, limit: 100, expand: ['data.balance_transaction'] })
    .autoPagingToArray({ limit: 1000 });
  return { invoice, intent, refunds };
}
