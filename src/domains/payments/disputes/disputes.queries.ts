import type { Selectable } from 'kysely';
import type { Ctx } from '../../../platform/context.ts';
import { newId } from '../../../platform/db/index.ts';
import { disputeNotFound } from '../errors.ts';
import type { DisputesTable } from '../operations-tables.ts';
import type { Found } from '../provider/subject.ts';
import { tables } from '../tables.ts';
import { type DisputeStatus, isDeciding } from './dispute-states.ts';
import type { Evidence } from './evidence.ts';

export type Dispute = Selectable<DisputesTable>;

const disputeColumns = [
  'id',
  'provider_dispute_id',
  'charge_id',
  'platform',
  'market_code',
  'status',
  'reason',
  'currency',
  'amount_minor',
  'held_minor',
  'due_at',
  'opened_at',
  'evidence',
  'answer',
  'answered_by',
  'answered_at',
  'refusal',
  'created_at',
  'updated_at',
] as const;

/** Throws dispute_not_found. */
export async function getDisputeRow(ctx: Ctx, id: string): Promise<Dispute> {
  const row = await tables(ctx)
    .selectFrom('payments.disputes')
    .select(disputeColumns)
    .where('id', '=', id)
    .executeTakeFirst();
  if (!row) throw disputeNotFound();
  return row;
}

/** Locked until the transaction ends: every change begins with this. Throws dispute_not_found. */
export async function lockDispute(ctx: Ctx, id: string): Promise<Dispute> {
  const row = await tables(ctx)
    .selectFrom('payments.disputes')
    .select(disputeColumns)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  if (!row) throw disputeNotFound();
  return row;
}

export async function findDispute(ctx: Ctx, providerId: string): Promise<Found | undefined> {
  return tables(ctx)
    .selectFrom('payments.disputes')
    .select(['id', 'platform'])
    .where('provider_dispute_id', '=', providerId)
    .executeTakeFirst();
}

/** A row for a dispute that an event named: nothing is known of it but whose charge it is about. */
export async function reportDispute(
  ctx: Ctx,
  providerId: string,
  charge: { id: string; platform: string; market_code: string },
): Promise<Found | undefined> {
  const now = ctx.clock.now().toString();
  await tables(ctx)
    .insertInto('payments.disputes')
    .values({
      id: newId(ctx.clock),
      provider_dispute_id: providerId,
      charge_id: charge.id,
      platform: charge.platform,
      market_code: charge.market_code,
      status: 'reported',
      created_at: now,
      updated_at: now,
    })
    .onConflict((conflict) => conflict.constraint('disputes_provider_key').doNothing())
    .execute();
  return findDispute(ctx, providerId);
}

export type DisputeChanges = Partial<
  Pick<
    Dispute,
    | 'status'
    | 'reason'
    | 'currency'
    | 'amount_minor'
    | 'held_minor'
    | 'answer'
    | 'answered_by'
    | 'refusal'
  >
> & { due_at?: string | null; opened_at?: string; answered_at?: string | null; evidence?: string };

export async function changeDispute(ctx: Ctx, id: string, changes: DisputeChanges): Promise<void> {
  await tables(ctx)
    .updateTable('payments.disputes')
    .set({ ...changes, updated_at: ctx.clock.now().toString() })
    .where('id', '=', id)
    .execute();
}

export const saveDraft = (ctx: Ctx, id: string, evidence: Evidence): Promise<void> =>
  changeDispute(ctx, id, { evidence: JSON.stringify(evidence), refusal: null });

export async function logDisputeTransition(
  ctx: Ctx,
  step: { disputeId: string; from: DisputeStatus; to: DisputeStatus; cause: string },
): Promise<void> {
  await tables(ctx)
    .insertInto('payments.dispute_transitions')
    .values({
      id: newId(ctx.clock),
      dispute_id: step.disputeId,
      from_status: step.from,
      to_status: step.to,
      cause: step.cause,
      at: ctx.clock.now().toString(),
    })
    .execute();
}

/** Whether a bank has decided about a charge. */
export async function hasEndedDispute(ctx: Ctx, chargeId: string): Promise<boolean> {
  const row = await tables(ctx)
    .selectFrom('payments.disputes')
    .select('id')
    .where('charge_id', '=', chargeId)
    .where('status', 'in', ['won', 'lost'])
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

/** Tells the charge what its disputes mean for it; under the charge's lock. */
export async function markCharge(
  ctx: Ctx,
  { chargeId, lostMinor }: { chargeId: string; lostMinor: number },
): Promise<void> {
  const rows = await tables(ctx)
    .selectFrom('payments.disputes')
    .select('status')
    .where('charge_id', '=', chargeId)
    .execute();
  await tables(ctx)
    .updateTable('payments.charges')
    .set(({ eb }) => ({
      lost_minor: eb('lost_minor', '+', lostMinor),
      dispute_open: rows.some(({ status }) => isDeciding(status)),
      updated_at: ctx.clock.now().toString(),
    }))
    .where('id', '=', chargeId)
    .execute();
}

/** The files that were uploaded for a dispute, the oldest first. */
export function listFiles(ctx: Ctx, disputeId: string) {
  return tables(ctx)
    .selectFrom('payments.dispute_files')
    .select(['id', 'provider_file_id', 'name', 'bytes', 'uploaded_at'])
    .where('dispute_id', '=', disputeId)
    .orderBy('id')
    .execute();
}
