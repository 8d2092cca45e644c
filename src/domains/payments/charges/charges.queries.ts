import type { Selectable } from 'kysely';
import type { Ctx } from '../../../platform/context.ts';
import { newId, sql } from '../../../platform/db/index.ts';
import { chargeNotFound } from '../errors.ts';
import { type ChargesTable, tables } from '../tables.ts';
import type { ChargeStatus } from './charge-states.ts';
import type { ObservedRefund } from './observe-charge.ts';

export type Charge = Selectable<ChargesTable>;

const columns = [
  'id',
  'reference',
  'market_code',
  'platform',
  'currency',
  'amount_minor',
  'fee_minor',
  'capture',
  'status',
  'last_known_status',
  'provider_session_id',
  'provider_session_url',
  'provider_intent_id',
  'provider_charge_id',
  'needed_at',
  'provider_customer_id',
  'provider_method_id',
  'tries',
  'failed_tries',
  'tried_at',
  'lapsed_at',
  'capture_before',
  'wake_at',
  'captured_minor',
  'refunded_minor',
  'decline_code',
  'lost_minor',
  'dispute_open',
  'keep_minor',
  'keep_reason',
  'abandoned_at',
  'payer_id',
  'description',
  'expires_at',
  'created_at',
  'updated_at',
] as const;

export async function findCharge(ctx: Ctx, chargeId: string): Promise<Charge | undefined> {
  return tables(ctx)
    .selectFrom('payments.charges')
    .select(columns)
    .where('id', '=', chargeId)
    .executeTakeFirst();
}

/** Throws charge_not_found. */
export async function getChargeRow(ctx: Ctx, chargeId: string): Promise<Charge> {
  const charge = await findCharge(ctx, chargeId);
  if (!charge) throw chargeNotFound(chargeId);
  return charge;
}

/** The charge, locked until the transaction ends: every change of a charge begins with this. */
export async function lockCharge(ctx: Ctx, chargeId: string): Promise<Charge> {
  const charge = await tables(ctx)
    .selectFrom('payments.charges')
    .select(columns)
    .where('id', '=', chargeId)
    .forUpdate()
    .executeTakeFirst();
  if (!charge) throw chargeNotFound(chargeId);
  return charge;
}

/** Which charge a provider's object belongs to, by the ids that we noted. */
export async function findChargeByProviderIds(
  ctx: Ctx,
  ids: { sessionId: string | null; intentId: string | null },
): Promise<Pick<Charge, 'id' | 'platform' | 'market_code'> | undefined> {
  return tables(ctx)
    .selectFrom('payments.charges')
    .select(['id', 'platform', 'market_code'])
    .where((where) =>
      where.or([
        where('provider_session_id', '=', ids.sessionId),
        where('provider_intent_id', '=', ids.intentId),
      ]),
    )
    .executeTakeFirst();
}

export type ChargeChanges = Partial<
  Pick<
    Charge,
    | 'status'
    | 'last_known_status'
    | 'provider_session_id'
    | 'provider_session_url'
    | 'provider_intent_id'
    | 'provider_charge_id'
    | 'provider_customer_id'
    | 'provider_method_id'
    | 'tries'
    | 'failed_tries'
    | 'tried_at'
    | 'lapsed_at'
    | 'capture_before'
    | 'abandoned_at'
    | 'captured_minor'
    | 'refunded_minor'
    | 'decline_code'
  >
>;

const asTexts = ({
  tried_at,
  lapsed_at,
  capture_before,
  abandoned_at,
  ...rest
}: ChargeChanges) => ({
  ...rest,
  ...(tried_at !== undefined && { tried_at: tried_at?.toString() ?? null }),
  ...(lapsed_at !== undefined && { lapsed_at: lapsed_at?.toString() ?? null }),
  ...(capture_before !== undefined && { capture_before: capture_before?.toString() ?? null }),
  ...(abandoned_at !== undefined && { abandoned_at: abandoned_at?.toString() ?? null }),
});

/** Compare-and-set: throws when the charge is no longer in the state it was read in. */
export async function changeCharge(
  ctx: Ctx,
  charge: Charge,
  changes: ChargeChanges,
): Promise<Charge> {
  return tables(ctx)
    .updateTable('payments.charges')
    .set({ ...asTexts(changes), updated_at: ctx.clock.now().toString() })
    .where('id', '=', charge.id)
    .where('status', '=', charge.status)
    .returning(columns)
    .executeTakeFirstOrThrow();
}

export async function logTransition(
  ctx: Ctx,
  transition: { chargeId: string; from: ChargeStatus; to: ChargeStatus; cause: string },
): Promise<void> {
  await tables(ctx)
    .insertInto('payments.charge_transitions')
    .values({
      id: newId(ctx.clock),
      charge_id: transition.chargeId,
      from_status: transition.from,
      to_status: transition.to,
      cause: transition.cause,
      at: ctx.clock.now().toString(),
    })
    .execute();
}

export async function listRefunds(ctx: Ctx, chargeId: string): Promise<ObservedRefund[]> {
  const rows = await tables(ctx)
    .selectFrom('payments.refunds')
    .select(['provider_refund_id', 'amount_minor', 'status'])
    .where('charge_id', '=', chargeId)
    .execute();
  return rows.map((row) => ({
    id: row.provider_refund_id,
    amountMinor: row.amount_minor,
    status: row.status,
  }));
}

export async function saveRefund(
  ctx: Ctx,
  chargeId: string,
  refund: ObservedRefund,
): Promise<void> {
  const now = ctx.clock.now().toString();
  await tables(ctx)
    .insertInto('payments.refunds')
    .values({
      id: newId(ctx.clock),
      charge_id: chargeId,
      provider_refund_id: refund.id,
      amount_minor: refund.amountMinor,
      status: refund.status,
      created_at: now,
      updated_at: now,
    })
    .onConflict((conflict) =>
      conflict
        .constraint('refunds_provider_refund_key')
        .doUpdateSet({ status: refund.status, updated_at: now }),
    )
    .execute();
}

/** From here on only the next payment counts, which is about to be made. */
export function beginTry(ctx: Ctx, charge: Charge): Promise<Charge> {
  return changeCharge(ctx, charge, {
    tries: charge.tries + 1,
    tried_at: ctx.clock.now(),
    provider_intent_id: null,
  });
}

/** Takes what is due by itself, for an hour; another node takes other rows. */
export async function claimWaking(ctx: Ctx, limit: number): Promise<string[]> {
  const now = ctx.clock.now();
  const { rows } = await sql<{ id: string }>`
    update payments.charges set wake_at = ${now.add({ hours: 1 }).toString()}::timestamptz
    where id in (
      select id from payments.charges where wake_at <= ${now.toString()}::timestamptz
      order by wake_at limit ${limit} for update skip locked
    )
    returning id`.execute(ctx.db);
  return rows.map(({ id }) => id);
}

export async function setWake(
  ctx: Ctx,
  chargeId: string,
  at: Temporal.Instant | null,
): Promise<void> {
  await tables(ctx)
    .updateTable('payments.charges')
    .set({ wake_at: at?.toString() ?? null })
    .where('id', '=', chargeId)
    .execute();
}
