import { findChosenMarket } from '../../markets/index.ts';
import { type Ctx, personOf } from '../../../platform/context.ts';
import { inTransaction } from '../../../platform/db/index.ts';
import { ensureCustomer } from '../customers/customer-of.ts';
import {
  chooseMarketFirst,
  paymentPageUnavailable,
  planNotFound,
  plusBusy,
  plusExists,
} from '../errors.ts';
import { ensurePlanPrice } from '../plans/plan-prices.ts';
import { getPlan, type Plan } from '../plans/plans.queries.ts';
import { carryOutNow } from '../provider/carry-out-now.ts';
import { performCall } from '../provider/perform-call.ts';
import { findOpenCall, planCall, type ProviderCall } from '../provider/provider-calls.queries.ts';
import { refreshNow } from '../provider/refresh-now.ts';
import { tellsNothing } from '../provider/stripe.ts';
import type { SubscriptionCall } from './subscription-calls.ts';
import { isLive } from './subscription-states.ts';
import {
  changeSubscription,
  findSubscriptionOf,
  getSubscriptionRow,
  hadPlus,
  insertSubscription,
  lockSubscription,
  type Subscription,
} from './subscriptions.queries.ts';

/**
 * The address of the provider's page on which the signed-in person subscribes to a plan of their
 * market; the same while it is open. A trial is given once. Network. Throws market_required,
 * plan_not_found, plus_exists, plus_busy, payment_page_unavailable, payment_provider_unavailable.
 */
export async function startSubscription(
  ctx: Ctx,
  { planId }: { planId: string },
): Promise<{ url: string }> {
  const { id: personId } = personOf(ctx);
  const plan = await offeredPlan(ctx, personId, planId);
  const begun = await endOtherPage(ctx, personId, planId);
  const {
    id: customerId,
    provider_customer_id: customer,
    platform,
  } = await ensureCustomer(ctx, {
    personId,
    market: plan.market_code,
  });
  const price = await priceOf(ctx, planId, platform);
  const page: Page = { customer, price, trialDays: await trialDays(ctx, personId, plan) };
  const planned = await inTransaction(ctx, async (ctx) => {
    const market = plan.market_code;
    const id =
      begun?.id ??
      (await insertSubscription(ctx, { personId, customerId, platform, market, planId }));
    return planPage(ctx, id, page);
  });
  if (planned.call) await performCall(ctx, planned.call);
  const { provider_session_url: url } = await getSubscriptionRow(ctx, planned.id);
  if (!url) throw paymentPageUnavailable();
  return { url };
}

async function offeredPlan(ctx: Ctx, personId: string, planId: string): Promise<Plan> {
  const market = await findChosenMarket(ctx, personId);
  if (!market) throw chooseMarketFirst();
  const plan = await getPlan(ctx, planId);
  if (!plan.offered || plan.market_code !== market.code) throw planNotFound();
  return plan;
}

/** The page that is open for this plan; one for another is closed first. */
async function endOtherPage(
  ctx: Ctx,
  personId: string,
  planId: string,
): Promise<Subscription | undefined> {
  const known = await findSubscriptionOf(ctx, personId);
  if (!known || known.status === 'ended') return undefined;
  if (isLive(known.status)) throw plusExists();
  const about = { kind: 'subscription', id: known.id } as const;
  await refreshNow(ctx, about, 'subscribe');
  const seen = await getSubscriptionRow(ctx, known.id);
  if (isLive(seen.status)) throw plusExists();
  if (seen.status === 'abandoned') return undefined;
  if (seen.plan_id === planId && !seen.abandoned_at) return seen;
  await inTransaction(ctx, (ctx) =>
    changeSubscription(ctx, seen.id, { abandoned_at: ctx.clock.now().toString() }),
  );
  await carryOutNow(ctx, about);
  const { status } = await getSubscriptionRow(ctx, seen.id);
  if (isLive(status)) throw plusExists();
  if (status !== 'abandoned') throw plusBusy();
  return undefined;
}

async function priceOf(ctx: Ctx, planId: string, platform: string): Promise<string> {
  try {
    return await ensurePlanPrice(ctx, planId, platform);
  } catch (error) {
    throw tellsNothing(error) ? paymentPageUnavailable() : error;
  }
}

async function trialDays(ctx: Ctx, personId: string, plan: Plan): Promise<number> {
  return (await hadPlus(ctx, personId)) ? 0 : plan.trial_days;
}

interface Page {
  customer: string;
  price: string;
  trialDays: number;
}

async function planPage(
  ctx: Ctx,
  id: string,
  page: Page,
): Promise<{ id: string; call?: ProviderCall }> {
  const row = await lockSubscription(ctx, id);
  if (row.provider_session_url) return { id };
  const open = await findOpenCall(ctx, { kind: 'subscription', id });
  if (open && open.operation !== 'create_session') throw plusBusy();
  const request = (callId: string) => pageRequest(ctx, row, callId, page);
  return { id, call: open ?? (await planCall(ctx, 'subscription', row, request)) };
}

function pageRequest(
  { config }: Ctx,
  row: Subscription,
  callId: string,
  { customer, price, trialDays }: Page,
): SubscriptionCall {
  const metadata = { subscription_id: row.id, call_id: callId };
  return {
    operation: 'create_session',
    params: {
      mode: 'subscription',
      customer,
      client_reference_id: row.reference,
      line_items: [{ price, quantity: 1 }],
      success_url: `${config.publicUrl}/plus?welcome=1`,
      cancel_url: `${config.publicUrl}/plus`,
      metadata,
      subscription_data: {
        metadata,
        ...(trialDays > 0 && { trial_period_days: trialDays }),
      },
    },
  };
}
