import { type Ctx, personOf } from '../../../platform/context.ts';
import { findMethodCard } from '../customers/customers.queries.ts';
import { getPlan, type Plan } from '../plans/plans.queries.ts';
import { refreshNow } from '../provider/refresh-now.ts';
import type { SubscriptionStatus } from './subscription-states.ts';
import { findSubscriptionOf, hadPlus, hasPlus } from './subscriptions.queries.ts';

export interface MyPlus {
  hasPlus: boolean;
  /** Whether the next subscription begins with a trial, where the plan has one. */
  mayTry: boolean;
  subscription: SubscriptionView | null;
}

export interface SubscriptionView {
  status: SubscriptionStatus;
  plan: Plan;
  nextPlan: Plan | null;
  trialEndsAt: Temporal.Instant | null;
  periodEndsAt: Temporal.Instant | null;
  endsAt: Temporal.Instant | null;
  endedAt: Temporal.Instant | null;
  /** Until when Plus goes on while a payment fails. */
  graceEndsAt: Temporal.Instant | null;
  /** Where what is owed can be paid. */
  payUrl: string | null;
  card: { brand: string; last4: string } | null;
}

/** How the signed-in person stands with Etude Plus. */
export async function myPlus(ctx: Ctx): Promise<MyPlus> {
  const { id: personId } = personOf(ctx);
  const row = await findSubscriptionOf(ctx, personId);
  const mayTry = !(await hadPlus(ctx, personId));
  if (!row || row.status === 'created' || row.status === 'open')
    return { hasPlus: false, mayTry, subscription: null };
  const card = row.provider_method_id && (await findMethodCard(ctx, row.provider_method_id));
  return {
    hasPlus: await hasPlus(ctx, personId),
    mayTry,
    subscription: {
      status: row.status,
      plan: await getPlan(ctx, row.plan_id),
      nextPlan: row.next_plan_id ? await getPlan(ctx, row.next_plan_id) : null,
      trialEndsAt: row.trial_ends_at,
      periodEndsAt: row.period_ends_at,
      endsAt: row.ends_at,
      endedAt: row.ended_at,
      graceEndsAt: row.grace_ends_at,
      payUrl: row.invoice_url,
      card: card || null,
    },
  };
}

/** The same after a look at the provider: somebody has come back from one of its pages. Network. */
export async function checkPlus(ctx: Ctx): Promise<MyPlus> {
  const row = await findSubscriptionOf(ctx, personOf(ctx).id);
  if (row && row.status !== 'ended') {
    await refreshNow(ctx, { kind: 'subscription', id: row.id }, 'return');
    // The card that pays was saved on the same page.
    await refreshNow(ctx, { kind: 'customer', id: row.customer_id }, 'return');
  }
  return myPlus(ctx);
}
