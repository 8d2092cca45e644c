import type { Ctx } from '../../../platform/context.ts';
import { sql } from '../../../platform/db/index.ts';

export type MovementKind =
  | 'transfer'
  | 'transfer_reversal'
  | 'transfer_undone'
  | 'payout'
  | 'payout_back';

/** Whether a movement belongs to one lesson, and so has its parts. */
export const isOfLesson = ({ kind }: Movement): boolean => kind.startsWith('transfer');

/**
 * One change of what somebody has in their payout account. For lessons the parts are those of the
 * ledger, so they always sum: paid − commission − set off = amount.
 */
export interface Movement {
  id: string;
  kind: MovementKind;
  at: Temporal.Instant;
  currency: string;
  paidMinor: number;
  commissionMinor: number;
  setOffMinor: number;
  amountMinor: number;
  reference: string | null;
  title: string | null;
  startsAt: Temporal.Instant | null;
  bankLast4: string | null;
}

const lessons = (personId: string) => sql`
  select posted.id::text as id, posted.kind, posted.posted_at as at, entry.currency,
    coalesce(sum(entry.amount_minor) filter (where entry.account = 'escrow'), 0)::bigint as "paidMinor",
    coalesce(-sum(entry.amount_minor) filter (where entry.account = 'commission'), 0)::bigint as "commissionMinor",
    coalesce(-sum(entry.amount_minor)
      filter (where entry.account not in ('escrow', 'commission', 'provider')), 0)::bigint as "setOffMinor",
    coalesce(-sum(entry.amount_minor) filter (where entry.account = 'provider'), 0)::bigint as "amountMinor",
    posted.charge_id as charge_id, null::text as "bankLast4"
  from payments.transfers transfer
  join payments.ledger_transactions posted
    on posted.charge_id = transfer.charge_id and posted.kind in ('transfer', 'transfer_reversal', 'transfer_undone')
  join payments.ledger_entries entry on entry.transaction_id = posted.id
  where transfer.person_id = ${personId} and transfer.replaced_at is null
  group by posted.id, entry.currency`;

const payouts = (personId: string) => sql`
  select id::text, 'payout', provider_created_at, currency, 0, 0, 0, -amount_minor, null::uuid, bank_last4
  from payments.payouts where person_id = ${personId} and status <> 'announced'
  union all
  select id::text || ':back', 'payout_back', came_back_at, currency, 0, 0, 0, amount_minor, null::uuid, bank_last4
  from payments.payouts where person_id = ${personId} and came_back_at is not null`;

const movements = (personId: string) =>
  sql`(${lessons(personId)} union all ${payouts(personId)}) movement`;

interface Period {
  personId: string;
  from: Temporal.Instant;
  until: Temporal.Instant;
}

/** What moved in a period, in order. */
export async function selectMovements(
  ctx: Ctx,
  { personId, from, until }: Period,
): Promise<Movement[]> {
  const { rows } = await sql<Movement>`
    select movement.id, movement.kind, movement.at, movement.currency, "paidMinor", "commissionMinor",
      "setOffMinor", "amountMinor", "bankLast4", charge.reference, earning.title,
      earning.starts_at as "startsAt"
    from ${movements(personId)}
    left join payments.charges charge on charge.id = movement.charge_id
    left join payments.earnings earning on earning.charge_id = movement.charge_id
    where movement.at >= ${from.toString()}::timestamptz and movement.at < ${until.toString()}::timestamptz
    order by movement.at, movement.id`.execute(ctx.db);
  return rows;
}

/** What was in the account at an instant, by currency. */
export async function selectBalanceAt(
  ctx: Ctx,
  personId: string,
  at: Temporal.Instant,
): Promise<{ currency: string; minor: number }[]> {
  const { rows } = await sql<{ currency: string; minor: number }>`
    select movement.currency, sum("amountMinor")::bigint as minor from ${movements(personId)}
    where movement.at < ${at.toString()}::timestamptz
    group by movement.currency order by movement.currency`.execute(ctx.db);
  return rows;
}

/** Months (YYYY-MM on that zone's calendar) in which something moved, the latest first. */
export async function selectMonths(
  ctx: Ctx,
  input: { personId: string; timeZone: string; before: string | undefined; limit: number },
): Promise<string[]> {
  const { personId, timeZone, before, limit } = input;
  const { rows } = await sql<{ month: string }>`
    select distinct to_char(movement.at at time zone ${timeZone}, 'YYYY-MM') as month
    from ${movements(personId)}
    where ${before ?? null}::text is null
      or to_char(movement.at at time zone ${timeZone}, 'YYYY-MM') < ${before ?? null}
    order by month desc limit ${limit}`.execute(ctx.db);
  return rows.map(({ month }) => month);
}
