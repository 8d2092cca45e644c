import type { Ctx } from '../../../platform/context.ts';
import { sql } from '../../../platform/db/index.ts';
import type { ChargeStatus } from '../charges/charge-states.ts';
import type { PayoutStatus } from '../payouts/payout-states.ts';
import type { EarningFacts, TransferStatus } from './earning.ts';

export interface EarningRow extends EarningFacts {
  chargeId: string;
  reference: string;
  title: string;
  startsAt: Temporal.Instant;
  payoutId: string | null;
}

interface Raw {
  chargeId: string;
  reference: string;
  title: string;
  startsAt: Temporal.Instant;
  endsAt: Temporal.Instant;
  currency: string;
  priceMinor: number;
  feeMinor: number;
  chargeStatus: Exclude<ChargeStatus, 'unknown'>;
  capturedMinor: number;
  refundedMinor: number;
  keepMinor: number | null;
  isHeld: boolean;
  transferStatus: TransferStatus | null;
  dueAt: Temporal.Instant | null;
  sentAt: Temporal.Instant | null;
  amountMinor: number | null;
  nettedMinor: number | null;
  reversedMinor: number | null;
  owedMinor: number | null;
  payoutId: string | null;
  payoutStatus: PayoutStatus | null;
}

/** A lesson's payout is the last that has the transfer in it: after a failed one there is another. */
const columns = sql`
  earning.charge_id as "chargeId", charge.reference, earning.title,
  earning.starts_at as "startsAt", earning.ends_at as "endsAt", charge.currency,
  charge.amount_minor as "priceMinor", charge.fee_minor as "feeMinor",
  charge.last_known_status as "chargeStatus", charge.captured_minor as "capturedMinor",
  charge.refunded_minor + charge.lost_minor as "refundedMinor", charge.keep_minor as "keepMinor",
  exists (
    select from payments.transfer_holds hold
    where hold.charge_id = earning.charge_id and hold.lifted_at is null
  ) as "isHeld",
  transfer.status as "transferStatus", transfer.due_at as "dueAt", transfer.sent_at as "sentAt",
  transfer.amount_minor as "amountMinor", transfer.netted_minor as "nettedMinor",
  transfer.reversed_minor as "reversedMinor",
  transfer.owed_minor - transfer.recovered_minor - transfer.written_off_minor as "owedMinor", payout.id as "payoutId", payout.status as "payoutStatus"`;

const joins = sql`
  join payments.charges charge on charge.id = earning.charge_id
  left join payments.transfers transfer
    on transfer.charge_id = earning.charge_id and transfer.replaced_at is null
  left join lateral (
    select payout.id, payout.status from payments.payout_lines line
    join payments.payouts payout on payout.id = line.payout_id
    where line.provider_transfer_id = transfer.provider_transfer_id and line.kind = 'transfer'
    limit 1
  ) payout on true`;

/** The lessons of one person, the latest first. */
export async function selectEarnings(
  ctx: Ctx,
  personId: string,
  { after, limit }: { after: { startsAt: string; chargeId: string } | undefined; limit: number },
): Promise<EarningRow[]> {
  const earlier = after
    ? sql`and (earning.starts_at, earning.charge_id) < (${after.startsAt}::timestamptz, ${after.chargeId}::uuid)`
    : sql``;
  const { rows } = await sql<Raw>`
    select ${columns} from payments.earnings earning ${joins}
    where earning.person_id = ${personId} ${earlier}
    order by earning.starts_at desc, earning.charge_id desc limit ${limit}`.execute(ctx.db);
  return rows.map(readRow);
}

/** Those whose money is not sent yet, at most so many: for their sum. */
export async function selectOpenEarnings(
  ctx: Ctx,
  personId: string,
  limit: number,
): Promise<EarningRow[]> {
  const { rows } = await sql<Raw>`
    select ${columns} from payments.earnings earning ${joins}
    where earning.person_id = ${personId} and transfer.status in ('waiting', 'blocked')
    order by earning.starts_at desc limit ${limit}`.execute(ctx.db);
  return rows.map(readRow);
}

function readRow({
  transferStatus,
  dueAt,
  sentAt,
  amountMinor,
  nettedMinor,
  reversedMinor,
  owedMinor,
  ...row
}: Raw): EarningRow {
  const transfer = transferStatus && {
    status: transferStatus,
    dueAt: dueAt!,
    sentAt,
    amountMinor: amountMinor!,
    nettedMinor: nettedMinor!,
    reversedMinor: reversedMinor!,
    owedMinor: owedMinor!,
  };
  return { ...row, transfer };
}

export interface AccountBalance {
  currency: string;
  /** Sent to the payout account, less what was taken back and what was paid out of it. */
  inAccountMinor: number;
  /** On the way to the bank. */
  onTheWayMinor: number;
}

export async function selectBalances(ctx: Ctx, personId: string): Promise<AccountBalance[]> {
  const { rows } = await sql<AccountBalance>`
    select currency, sum(sent - paid)::bigint as "inAccountMinor", sum(leaving)::bigint as "onTheWayMinor"
    from (
      select currency, amount_minor - reversed_minor as sent, 0 as paid, 0 as leaving
      from payments.transfers where person_id = ${personId} and sent_at is not null
      union all
      select currency, 0, amount_minor, case when status = 'paid' then 0 else amount_minor end
      from payments.payouts
      where person_id = ${personId} and status in ('pending', 'in_transit', 'paid')
    ) movement group by currency order by currency`.execute(ctx.db);
  return rows;
}
