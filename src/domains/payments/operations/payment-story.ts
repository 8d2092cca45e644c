import type { Ctx } from '../../../platform/context.ts';
import { sql } from '../../../platform/db/index.ts';
import { keptOf } from '../charges/commission.ts';
import { type Charge, getChargeRow } from '../charges/charges.queries.ts';
import { tables } from '../tables.ts';

/** More than any payment has; a list that is longer ends there. */
const rowsMax = 200;

/** Everything that is known of one payment, each list in the order of time. Throws charge_not_found. */
export async function getPaymentStory(ctx: Ctx, chargeId: string) {
  const charge = await getChargeRow(ctx, chargeId);
  const [transfers, disputes] = [await transfersOf(ctx, chargeId), await disputesOf(ctx, chargeId)];
  const ids = [chargeId, ...transfers.map(({ id }) => id), ...disputes.map(({ id }) => id)];
  return {
    payment: paymentOf(charge),
    transitions: await transitionsOf(ctx, ids),
    calls: await callsOf(ctx, ids),
    postings: await postingsOf(ctx, chargeId),
    events: await eventsOf(ctx, ids),
    refunds: await refundsOf(ctx, chargeId),
    operatorRefunds: await operatorRefundsOf(ctx, chargeId),
    transfers,
    holds: await holdsOf(ctx, chargeId),
    disputes,
  };
}

export type PaymentStory = Awaited<ReturnType<typeof getPaymentStory>>;

const paymentOf = (charge: Charge) => ({
  id: charge.id,
  reference: charge.reference,
  market: charge.market_code,
  platform: charge.platform,
  currency: charge.currency,
  status: charge.status,
  lastKnownStatus: charge.last_known_status,
  capture: charge.capture,
  amountMinor: charge.amount_minor,
  feeMinor: charge.fee_minor,
  capturedMinor: charge.captured_minor,
  refundedMinor: charge.refunded_minor,
  lostMinor: charge.lost_minor,
  /** What could still be given back. */
  keptMinor: keptOf(charge),
  instructedMinor: charge.keep_minor,
  instructedReason: charge.keep_reason,
  isDisputed: charge.dispute_open,
  declineCode: charge.decline_code,
  sessionId: charge.provider_session_id,
  intentId: charge.provider_intent_id,
  providerChargeId: charge.provider_charge_id,
  createdAt: charge.created_at,
  updatedAt: charge.updated_at,
});

export interface TransitionRow {
  kind: 'charge' | 'transfer' | 'dispute';
  from: string;
  to: string;
  cause: string;
  at: Temporal.Instant;
}

async function transitionsOf(ctx: Ctx, ids: readonly string[]): Promise<TransitionRow[]> {
  const list = [...ids];
  const { rows } = await sql<TransitionRow>`
    select 'charge' as kind, from_status as "from", to_status as "to", cause, at, id
      from payments.charge_transitions where charge_id = any(${list}::uuid[])
    union all select 'transfer', from_status, to_status, cause, at, id
      from payments.transfer_transitions where transfer_id = any(${list}::uuid[])
    union all select 'dispute', from_status, to_status, cause, at, id
      from payments.dispute_transitions where dispute_id = any(${list}::uuid[])
    order by at, id limit ${rowsMax}`.execute(ctx.db);
  return rows;
}

function callsOf(ctx: Ctx, ids: readonly string[]) {
  return tables(ctx)
    .selectFrom('payments.provider_calls')
    .select([
      'id',
      'subject_kind as kind',
      'operation',
      'attempt',
      'idempotency_key as key',
      'status',
      'provider_object_id as objectId',
      'provider_request_id as requestId',
      'error_code as errorCode',
      'error_message as errorMessage',
      'needs_person_at as needsPersonAt',
      'created_at as createdAt',
      'finished_at as finishedAt',
    ])
    .where('subject_kind', 'in', ['charge', 'transfer', 'dispute'])
    .where('subject_id', 'in', [...ids])
    .orderBy('id')
    .limit(rowsMax)
    .execute();
}

export interface PostingRow {
  id: string;
  kind: string;
  sourceKey: string;
  postedAt: Temporal.Instant;
  lines: { account: string; amountMinor: number; currency: string }[];
}

async function postingsOf(ctx: Ctx, chargeId: string): Promise<PostingRow[]> {
  const { rows } = await sql<PostingRow>`
    select posted.id, posted.kind, posted.source_key as "sourceKey", posted.posted_at as "postedAt",
      json_agg(json_build_object('account', entry.account, 'amountMinor', entry.amount_minor,
        'currency', entry.currency) order by entry.line) as lines
    from payments.ledger_transactions posted
    join payments.ledger_entries entry on entry.transaction_id = posted.id
    where posted.charge_id = ${chargeId}
    group by posted.id order by posted.posted_at, posted.id limit ${rowsMax}`.execute(ctx.db);
  return rows;
}

function eventsOf(ctx: Ctx, ids: readonly string[]) {
  return tables(ctx)
    .selectFrom('payments.webhook_events')
    .select(['id', 'type', 'status', 'note', 'attempts', 'received_at as receivedAt'])
    .where('subject_kind', 'in', ['charge', 'transfer', 'dispute'])
    .where('subject_id', 'in', [...ids])
    .orderBy('received_at')
    .orderBy('id')
    .limit(rowsMax)
    .execute();
}

function refundsOf(ctx: Ctx, chargeId: string) {
  return tables(ctx)
    .selectFrom('payments.refunds')
    .select([
      'provider_refund_id as id',
      'amount_minor as amountMinor',
      'status',
      'created_at as createdAt',
    ])
    .where('charge_id', '=', chargeId)
    .orderBy('created_at')
    .limit(rowsMax)
    .execute();
}

function operatorRefundsOf(ctx: Ctx, chargeId: string) {
  return tables(ctx)
    .selectFrom('payments.operator_refunds')
    .select([
      'id',
      'amount_minor as amountMinor',
      'reason',
      'note',
      'operator_id as operatorId',
      'created_at as createdAt',
    ])
    .where('charge_id', '=', chargeId)
    .orderBy('id')
    .limit(rowsMax)
    .execute();
}

function transfersOf(ctx: Ctx, chargeId: string) {
  return tables(ctx)
    .selectFrom('payments.transfers')
    .select([
      'id',
      'status',
      'amount_minor as amountMinor',
      'netted_minor as nettedMinor',
      'reversed_minor as reversedMinor',
      'owed_minor as owedMinor',
      'blocked_reason as blockedReason',
      'provider_transfer_id as providerId',
      'due_at as dueAt',
      'sent_at as sentAt',
    ])
    .where('charge_id', '=', chargeId)
    .orderBy('id')
    .limit(rowsMax)
    .execute();
}

function holdsOf(ctx: Ctx, chargeId: string) {
  return tables(ctx)
    .selectFrom('payments.transfer_holds')
    .select(['reason', 'placed_at as placedAt', 'lifted_at as liftedAt'])
    .where('charge_id', '=', chargeId)
    .orderBy('placed_at')
    .limit(rowsMax)
    .execute();
}

function disputesOf(ctx: Ctx, chargeId: string) {
  return tables(ctx)
    .selectFrom('payments.disputes')
    .select([
      'id',
      'provider_dispute_id as providerId',
      'status',
      'reason',
      'amount_minor as amountMinor',
      'due_at as dueAt',
    ])
    .where('charge_id', '=', chargeId)
    .orderBy('id')
    .limit(rowsMax)
    .execute();
}
