import type Stripe from 'stripe';
import { type Ctx, personOf } from '../../../platform/context.ts';
import { type Money, money } from '../../../platform/money/index.ts';
import {
  planNotFound,
  plusBusy,
  plusDeclined,
  plusElsewhere,
  providerUnavailable,
  quoteChanged,
  subscriptionNotFound,
} from '../errors.ts';
import { ensurePlanPrice } from '../plans/plan-prices.ts';
import { getPlan, type Plan } from '../plans/plans.queries.ts';
import { instructNow } from '../provider/instruct.ts';
import { findOpenCall } from '../provider/provider-calls.queries.ts';
import { provider, tellsNothing } from '../provider/stripe.ts';
import { type PlanChange, planChange } from './next-subscription-call.ts';
import { quotedAt } from './quoted-at.ts';
import { changeParams } from './subscription-calls.ts';
import {
  changeSubscription,
  findLiveSubscription,
  getSubscriptionRow,
  lockSubscription,
  type Subscription,
} from './subscriptions.queries.ts';

export interface ChangePreview {
  plan: Plan;
  change: PlanChange;
  /** What the card is charged at the click. */
  dueNow: Money;
  /** How that comes about, in the provider's order; empty where nothing is due. */
  lines: { amount: Money; proration: boolean }[];
  /** When the new plan begins, and when it is charged next. */
  startsAt: Temporal.Instant;
  renewsAt: Temporal.Instant;
  /** The instant that the amounts are for; goes back with the answer. */
  at: Temporal.Instant;
}

/**
 * What another plan of the market costs and when it begins, by the provider's own reckoning.
 * Network. Throws plus_not_found, plan_not_found, plus_moved_on, payment_provider_unavailable.
 */
export async function previewPlanChange(ctx: Ctx, planId: string): Promise<ChangePreview> {
  const { row, plan, change } = await considerChange(ctx, planId);
  // The provider counts in seconds, and not beyond what has passed there.
  const at = ctx.clock.now().round({ smallestUnit: 'second', roundingMode: 'floor' });
  return reckon(ctx, row, { plan, change, at });
}

export interface ChangePlan {
  planId: string;
  /** What the person was shown, and for which instant. */
  expectedDueMinor: number;
  at: Temporal.Instant;
}

/**
 * Changes to another plan for just what was shown. Network. Throws plus_not_found, plan_not_found,
 * plus_moved_on, quote_changed, card_declined, plus_busy, payment_provider_unavailable.
 */
export async function changePlan(ctx: Ctx, input: ChangePlan): Promise<void> {
  const { row, plan, change } = await considerChange(ctx, input.planId);
  const at = quotedAt(ctx, input.at);
  const { dueNow } = await reckon(ctx, row, { plan, change, at });
  if (dueNow.minor !== input.expectedDueMinor) throw quoteChanged({ dueNow });
  await priceOf(ctx, row, plan);
  const about = { kind: 'subscription', id: row.id } as const;
  if (await findOpenCall(ctx, about)) throw plusBusy();
  await instructNow(ctx, about, async (ctx) => {
    const before = await lockSubscription(ctx, row.id);
    if (before.wanted_plan_id || before.wanted_end) throw plusBusy();
    if (before.status !== row.status) throw plusElsewhere(before.status);
    await changeSubscription(ctx, row.id, {
      wanted_plan_id: plan.id,
      wanted_plan_at: at.toString(),
    });
  });
  const after = await getSubscriptionRow(ctx, row.id);
  if (after.wanted_plan_id) throw plusBusy();
  if ((after.next_plan_id ?? after.plan_id) !== plan.id) throw plusDeclined();
}

interface Considered {
  row: Subscription;
  plan: Plan;
  change: PlanChange;
}

async function considerChange(ctx: Ctx, planId: string): Promise<Considered> {
  const row = await findLiveSubscription(ctx, personOf(ctx).id);
  if (!row) throw subscriptionNotFound();
  const plan = await getPlan(ctx, planId);
  const isMine = planId === row.plan_id || planId === row.next_plan_id;
  if (plan.market_code !== row.market_code || (!plan.offered && !isMine)) throw planNotFound();
  if (row.status !== 'active' && row.status !== 'trialing') throw plusElsewhere(row.status);
  const change = planChange(row, (await getPlan(ctx, row.plan_id)).interval, plan);
  if (change === 'none') throw plusElsewhere(row.status);
  return { row, plan, change };
}

async function reckon(
  ctx: Ctx,
  row: Subscription,
  { plan, change, at }: { plan: Plan; change: PlanChange; at: Temporal.Instant },
): Promise<ChangePreview> {
  const end = row.period_ends_at!;
  const base = { plan, change, at, dueNow: money(0, plan.currency), lines: [] };
  if (change === 'swap') return { ...base, startsAt: at, renewsAt: row.trial_ends_at ?? end };
  if (change !== 'now') return { ...base, startsAt: end, renewsAt: end };
  const invoice = await previewInvoice(ctx, { ...row, wanted_plan_at: at }, plan);
  // The provider has that plan already, and we have yet to hear of it.
  if (invoice.lines.data.length === 0) throw plusElsewhere(row.status);
  const amount = (minor: number) => money(minor, plan.currency);
  return {
    ...base,
    dueNow: amount(invoice.amount_due),
    lines: invoice.lines.data.map((line) => ({
      amount: amount(line.amount),
      proration: line.parent?.subscription_item_details?.proration ?? false,
    })),
    startsAt: at,
    renewsAt: lastEnd(invoice),
  };
}

/** A plan that nobody chose before has no price at the provider yet. */
async function priceOf(ctx: Ctx, row: Subscription, plan: Plan): Promise<string> {
  try {
    return await ensurePlanPrice(ctx, plan.id, row.platform);
  } catch (error) {
    throw tellsNothing(error) ? providerUnavailable(error) : error;
  }
}

async function previewInvoice(ctx: Ctx, row: Subscription, plan: Plan): Promise<Stripe.Invoice> {
  const price = await priceOf(ctx, row, plan);
  try {
    const { items, proration_date } = changeParams(row, { change: 'now', price }, '');
    return await provider(ctx, row.platform).invoices.createPreview({
      subscription: row.provider_subscription_id!,
      subscription_details: {
        items: items as Stripe.InvoiceCreatePreviewParams.SubscriptionDetails.Item[],
        proration_behavior: 'always_invoice',
        proration_date: proration_date!,
      },
    });
  } catch (error) {
    throw tellsNothing(error) ? providerUnavailable(error) : error;
  }
}

/** The new period ends last of all that stands on the invoice. */
function lastEnd({ lines }: Stripe.Invoice): Temporal.Instant {
  const end = Math.max(...lines.data.map(({ period }) => period.end));
  return Temporal.Instant.fromEpochMilliseconds(end * 1000);
}
