import type { Selectable, Updateable } from 'kysely';
import type { Ctx } from '../../../platform/context.ts';
import { isConstraint, newId, sql } from '../../../platform/db/index.ts';
import { plusExists, subscriptionNotFound } from '../errors.ts';
import type { SubscriptionsTable } from '../plus-tables.ts';
import type { Found } from '../provider/subject.ts';
import { tables } from '../tables.ts';
import { liveStatuses, type SubscriptionStatus } from './subscription-states.ts';

/** With what every call needs, and the currency of its plans. */
export type Subscription = Selectable<SubscriptionsTable> & { reference: string; currency: string };
export type SubscriptionChanges = Updateable<SubscriptionsTable>;

const columns = [
  'id',
  'person_id',
  'customer_id',
  'platform',
  'market_code',
  'plan_id',
  'next_plan_id',
  'status',
  'provider_session_id',
  'provider_session_url',
  'provider_subscription_id',
  'provider_item_id',
  'provider_method_id',
  'trial_ends_at',
  'trial_warned_at',
  'period_starts_at',
  'period_ends_at',
  'ends_at',
  'ended_at',
  'end_reason',
  'grace_ends_at',
  'plus_until',
  'invoice_url',
  'wanted_plan_id',
  'wanted_plan_at',
  'wanted_end',
  'wanted_method_id',
  'refund_invoice_id',
  'refund_minor',
  'abandoned_at',
  'looks_begun',
  'look_applied',
  'created_at',
  'updated_at',
] as const;

const select = (ctx: Ctx) =>
  tables(ctx)
    .selectFrom('payments.subscriptions')
    .select(columns)
    .select([
      sql<string>`'subscription:' || id`.as('reference'),
      sql<string>`(select plan.currency from payments.plans plan where plan.id = plan_id)`.as(
        'currency',
      ),
    ]);

export const findSubscriptionRow = (ctx: Ctx, id: string): Promise<Subscription | undefined> =>
  select(ctx).where('id', '=', id).executeTakeFirst();

/** Throws subscription_not_found. */
export async function getSubscriptionRow(ctx: Ctx, id: string): Promise<Subscription> {
  const row = await findSubscriptionRow(ctx, id);
  if (!row) throw subscriptionNotFound();
  return row;
}

/** The same, locked until the transaction ends: every change begins with this. */
export async function lockSubscription(ctx: Ctx, id: string): Promise<Subscription> {
  const row = await select(ctx).where('id', '=', id).forUpdate().executeTakeFirst();
  if (!row) throw subscriptionNotFound();
  return row;
}

/** The person's one subscription that is neither ended nor given up, else the newest that ended. */
export async function findSubscriptionOf(
  ctx: Ctx,
  personId: string,
): Promise<Subscription | undefined> {
  return select(ctx)
    .where('person_id', '=', personId)
    .where('status', '<>', 'abandoned')
    .orderBy(sql`status = 'ended'`)
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
}

/** The person's subscription that is under way at the provider. */
export async function findLiveSubscription(
  ctx: Ctx,
  personId: string,
): Promise<Subscription | undefined> {
  return select(ctx)
    .where('person_id', '=', personId)
    .where('status', 'in', liveStatuses)
    .executeTakeFirst();
}

/** The provider's names of the cards that it is paid with. */
export async function findLiveMethods(ctx: Ctx, personId: string): Promise<string[]> {
  const plus = await findLiveSubscription(ctx, personId);
  return plus?.provider_method_id ? [plus.provider_method_id] : [];
}

/** Whether this person may use what Etude Plus opens, at this moment: one read of one index. */
export async function hasPlus(ctx: Ctx, personId: string): Promise<boolean> {
  const row = await tables(ctx)
    .selectFrom('payments.subscriptions')
    .select('plus_until')
    .where('person_id', '=', personId)
    .where('plus_until', '>', sql<Temporal.Instant>`${ctx.clock.now().toString()}::timestamptz`)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

/** Whether the person ever had Plus: a trial is given once. */
export async function hadPlus(ctx: Ctx, personId: string): Promise<boolean> {
  const row = await tables(ctx)
    .selectFrom('payments.subscriptions')
    .select('id')
    .where('person_id', '=', personId)
    .where('provider_subscription_id', 'is not', null)
    .where('period_ends_at', 'is not', null)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

/** Throws plus_exists when the person has another one. */
export async function insertSubscription(
  ctx: Ctx,
  row: { personId: string; customerId: string; platform: string; market: string; planId: string },
): Promise<string> {
  const id = newId(ctx.clock);
  const now = ctx.clock.now().toString();
  await tables(ctx)
    .insertInto('payments.subscriptions')
    .values({
      id,
      person_id: row.personId,
      customer_id: row.customerId,
      platform: row.platform,
      market_code: row.market,
      plan_id: row.planId,
      status: 'created',
      created_at: now,
      updated_at: now,
    })
    .execute()
    .catch((error: unknown) => {
      throw isConstraint(error, 'subscriptions_one_live') ? plusExists() : error;
    });
  return id;
}

export async function changeSubscription(
  ctx: Ctx,
  id: string,
  changes: SubscriptionChanges,
): Promise<void> {
  await tables(ctx)
    .updateTable('payments.subscriptions')
    .set({ ...changes, updated_at: ctx.clock.now().toString() })
    .where('id', '=', id)
    .execute();
}

/** The number of a look that begins now; later looks have greater ones. */
export async function beginSubscriptionLook(ctx: Ctx, id: string): Promise<number> {
  const { rows } = await sql<{ look: number }>`
    update payments.subscriptions set looks_begun = looks_begun + 1 where id = ${id}
    returning looks_begun as look`.execute(ctx.db);
  if (!rows[0]) throw subscriptionNotFound();
  return rows[0].look;
}

export async function logSteps(
  ctx: Ctx,
  id: string,
  from: SubscriptionStatus,
  steps: readonly SubscriptionStatus[],
  cause: string,
): Promise<void> {
  if (steps.length === 0) return;
  const at = ctx.clock.now().toString();
  await tables(ctx)
    .insertInto('payments.subscription_transitions')
    .values(
      steps.map((to, index) => ({
        id: newId(ctx.clock),
        subscription_id: id,
        from_status: steps[index - 1] ?? from,
        to_status: to,
        cause,
        at,
      })),
    )
    .execute();
}

/** Which subscription a provider's object belongs to, by the ids that we noted. */
export async function findSubscriptionBy(
  ctx: Ctx,
  ids: { sessionId?: string; subscriptionId?: string; customerId?: string; intentId?: string },
): Promise<Found | undefined> {
  const paid = ids.intentId && (await findByIntent(ctx, ids.intentId));
  if (paid) return paid;
  if (ids.sessionId) return findByProviderId(ctx, 'provider_session_id', ids.sessionId);
  if (ids.subscriptionId)
    return findByProviderId(ctx, 'provider_subscription_id', ids.subscriptionId);
  return ids.customerId ? findNewestOf(ctx, ids.customerId) : undefined;
}

const findByIntent = (ctx: Ctx, intentId: string): Promise<Found | undefined> =>
  tables(ctx)
    .selectFrom('payments.subscription_invoices as invoice')
    .innerJoin('payments.subscriptions as subscription', 'subscription.id', 'subscription_id')
    .select(['subscription.id', 'subscription.platform'])
    .where('invoice.provider_intent_id', '=', intentId)
    .limit(1)
    .executeTakeFirst();

const findByProviderId = (
  ctx: Ctx,
  column: 'provider_session_id' | 'provider_subscription_id',
  id: string,
): Promise<Found | undefined> =>
  tables(ctx)
    .selectFrom('payments.subscriptions')
    .select(['id', 'platform'])
    .where(column, '=', id)
    .executeTakeFirst();

const findNewestOf = (ctx: Ctx, customerId: string): Promise<Found | undefined> =>
  tables(ctx)
    .selectFrom('payments.subscriptions as subscription')
    .innerJoin('payments.customers as customer', 'customer.id', 'subscription.customer_id')
    .select(['subscription.id', 'subscription.platform'])
    .where('customer.provider_customer_id', '=', customerId)
    .orderBy('subscription.id', 'desc')
    .limit(1)
    .executeTakeFirst();

/** Those whose time has come without an event that said so. */
export async function findDueSubscriptions(ctx: Ctx, limit: number): Promise<string[]> {
  const rows = await tables(ctx)
    .selectFrom('payments.subscriptions')
    .select('id')
    .where(
      'status',
      'in',
      liveStatuses.filter((status) => status !== 'past_due'),
    )
    .where('plus_until', '<=', sql<Temporal.Instant>`${ctx.clock.now().toString()}::timestamptz`)
    .orderBy('plus_until')
    .limit(limit)
    .execute();
  return rows.map(({ id }) => id);
}
