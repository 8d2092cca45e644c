import type { Ctx } from '../../../platform/context.ts';
import { sql } from '../../../platform/db/index.ts';
import { encodeCursor } from '../../../platform/http/index.ts';
import { type Money, money } from '../../../platform/money/index.ts';
import { payoutNotFound } from '../errors.ts';
import { readTimeCursor } from '../time-cursor.ts';
import type { PayoutLineKind } from './observe-payout.ts';
import type { SeenPayoutStatus } from './payout-states.ts';

const pageLength = 20;
const linesPageLength = 50;

export interface PayoutView {
  id: string;
  amount: Money;
  status: SeenPayoutStatus;
  createdAt: Temporal.Instant;
  arrivesAt: Temporal.Instant;
  bankLast4: string | null;
  failureCode: string | null;
  /** Whether the provider has said what it is made of. */
  hasLines: boolean;
}

interface Raw extends Omit<PayoutView, 'amount'> {
  currency: string;
  amountMinor: number;
}

const columns = sql`
  id, status, currency, amount_minor as "amountMinor", provider_created_at as "createdAt",
  arrives_at as "arrivesAt", bank_last4 as "bankLast4", failure_code as "failureCode",
  lines_read_at is not null as "hasLines"`;

const view = ({ currency, amountMinor, ...row }: Raw): PayoutView => ({
  ...row,
  amount: money(amountMinor, currency),
});

/** One's payouts, the latest first. Throws invalid bad_cursor. */
export async function listPayouts(ctx: Ctx, personId: string, cursor: string | undefined) {
  const after = cursor === undefined ? undefined : readTimeCursor(cursor);
  const earlier = after
    ? sql`and (provider_created_at, id) < (${after.at}::timestamptz, ${after.id}::uuid)`
    : sql``;
  const { rows } = await sql<Raw>`
    select ${columns} from payments.payouts
    where person_id = ${personId} and status <> 'announced' ${earlier}
    order by provider_created_at desc, id desc limit ${pageLength + 1}`.execute(ctx.db);
  const page = rows.slice(0, pageLength);
  const last = rows.length > pageLength ? page.at(-1) : undefined;
  return {
    items: page.map(view),
    nextCursor: last ? encodeCursor([last.createdAt.toString(), last.id]) : null,
  };
}

export interface OwnPayout {
  personId: string;
  payoutId: string;
}

/** Throws payout_not_found, also for somebody else's. */
export async function getPayout(ctx: Ctx, { personId, payoutId }: OwnPayout): Promise<PayoutView> {
  const { rows } = await sql<Raw>`
    select ${columns} from payments.payouts
    where id = ${payoutId} and person_id = ${personId} and status <> 'announced'`.execute(ctx.db);
  if (!rows[0]) throw payoutNotFound();
  return view(rows[0]);
}

interface RawLine {
  id: string;
  kind: PayoutLineKind;
  amountMinor: number;
  currency: string;
  happenedAt: Temporal.Instant;
  reference: string | null;
  title: string | null;
  startsAt: Temporal.Instant | null;
}

/** What a payout is made of, in the order in which it came. Throws payout_not_found, invalid bad_cursor. */
export async function listPayoutLines(ctx: Ctx, own: OwnPayout, cursor: string | undefined) {
  await getPayout(ctx, own);
  const after = cursor === undefined ? undefined : readTimeCursor(cursor, /^\w{1,100}$/);
  const later = after
    ? sql`and (line.happened_at, line.balance_transaction_id) > (${after.at}::timestamptz, ${after.id})`
    : sql``;
  const { rows } = await sql<RawLine>`
    select line.balance_transaction_id as id, line.kind, line.amount_minor as "amountMinor",
      payout.currency, line.happened_at as "happenedAt", charge.reference, earning.title,
      earning.starts_at as "startsAt"
    from payments.payout_lines line
    join payments.payouts payout on payout.id = line.payout_id
    -- What is taken back names the payment; the line that brought the payment names the transfer.
    left join lateral (
      select brought.provider_transfer_id from payments.payout_lines brought
      where brought.provider_payment_id = line.provider_payment_id and brought.kind = 'transfer' limit 1
    ) brought on true
    left join payments.transfers transfer on transfer.provider_transfer_id = brought.provider_transfer_id
    left join payments.charges charge on charge.id = transfer.charge_id
    left join payments.earnings earning on earning.charge_id = transfer.charge_id
    where line.payout_id = ${own.payoutId} ${later}
    order by line.happened_at, line.balance_transaction_id
    limit ${linesPageLength + 1}`.execute(ctx.db);
  const page = rows.slice(0, linesPageLength);
  const last = rows.length > linesPageLength ? page.at(-1) : undefined;
  return {
    items: page.map(lineView),
    nextCursor: last ? encodeCursor([last.happenedAt.toString(), last.id]) : null,
  };
}

function lineView({ id, kind, amountMinor, currency, happenedAt, ...about }: RawLine) {
  const { reference, title, startsAt } = about;
  const earning = reference && title && startsAt ? { reference, title, startsAt } : null;
  return { id, kind, amount: money(amountMinor, currency), happenedAt, earning };
}
