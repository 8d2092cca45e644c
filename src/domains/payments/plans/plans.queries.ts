import type { Selectable } from 'kysely';
import type { Ctx } from '../../../platform/context.ts';
import { planNotFound } from '../errors.ts';
import type { PlansTable } from '../plus-tables.ts';
import { tables } from '../tables.ts';

export type Plan = Selectable<PlansTable>;

const columns = [
  'id',
  'market_code',
  'interval',
  'amount_minor',
  'currency',
  'trial_days',
  'offered',
] as const;

/** What a market offers, the month first. */
export function listOfferedPlans(ctx: Ctx, market: string): Promise<Plan[]> {
  return tables(ctx)
    .selectFrom('payments.plans')
    .select(columns)
    .where('market_code', '=', market)
    .where('offered', '=', true)
    .orderBy('interval')
    .execute();
}

/** A plan, whether it is still offered or not. Throws plan_not_found. */
export async function getPlan(ctx: Ctx, id: string): Promise<Plan> {
  const plan = await tables(ctx)
    .selectFrom('payments.plans')
    .select(columns)
    .where('id', '=', id)
    .executeTakeFirst();
  if (!plan) throw planNotFound();
  return plan;
}
