import type { Ctx } from '../../../platform/context.ts';
import { sql } from '../../../platform/db/index.ts';
import { type Money, money } from '../../../platform/money/index.ts';
import { chargeNotFound } from '../errors.ts';
import { type Charge, getChargeRow } from '../charges/charges.queries.ts';
import { tables } from '../tables.ts';
import type { AccountCode, PostingKind } from './chart.ts';

/** One fact that was booked: debits are positive, credits negative. */
export interface ExplainedPosting {
  at: Temporal.Instant;
  kind: PostingKind;
  lines: { account: AccountCode; amount: Money }[];
}

/** Where every minor unit of a charge is. */
export interface Explanation {
  charge: { id: string; reference: string; status: string };
  postings: ExplainedPosting[];
  /** What is on each account because of this charge. */
  balances: { account: AccountCode; amount: Money }[];
  /** What was taken, and what became of it: the parts sum to it, or `unexplained` is not zero. */
  parts: Record<(typeof partNames)[number], Money>;
}

const partNames = [
  'captured',
  'givenBack',
  'lostInDisputes',
  'sentOn',
  'commission',
  'keptForNow',
  'owedByPayee',
  'writtenOff',
  'unexplained',
] as const;

/** Explains the money of what was paid under a reference ("booking:UUID"). Throws charge_not_found. */
export async function explainCharge(ctx: Ctx, reference: string): Promise<Explanation> {
  const found = await tables(ctx)
    .selectFrom('payments.charges')
    .select('id')
    .where('reference', '=', reference)
    .executeTakeFirst();
  if (!found) throw chargeNotFound(reference);
  const charge = await getChargeRow(ctx, found.id);
  const postings = await postingsOf(ctx, charge.id);
  const balances = balancesOf(postings, charge.currency);
  return {
    charge: { id: charge.id, reference, status: charge.status },
    postings,
    balances,
    parts: partsOf(charge, balances, await sentOf(ctx, charge.id)),
  };
}

async function postingsOf(ctx: Ctx, chargeId: string): Promise<ExplainedPosting[]> {
  const rows = await tables(ctx)
    .selectFrom('payments.ledger_transactions as posted')
    .innerJoin('payments.ledger_entries as entry', 'entry.transaction_id', 'posted.id')
    .select(['posted.id', 'posted.posted_at as at', 'posted.kind'])
    .select(['entry.account', 'entry.amount_minor as minor', 'entry.currency'])
    .where('posted.charge_id', '=', chargeId)
    .orderBy('posted.posted_at')
    .orderBy('posted.id')
    .orderBy('entry.line')
    .execute();
  const byId = new Map<string, ExplainedPosting>();
  for (const { id, at, kind, account, minor, currency } of rows) {
    const posting = byId.get(id) ?? { at, kind, lines: [] };
    posting.lines.push({ account, amount: money(minor, currency) });
    byId.set(id, posting);
  }
  return [...byId.values()];
}

/** In the charge's own currency; the provider may take its fees in another. */
function balancesOf(postings: ExplainedPosting[], currency: string): Explanation['balances'] {
  const sums = new Map<AccountCode, number>();
  for (const { account, amount } of postings.flatMap(({ lines }) => lines))
    if (amount.currency === currency) sums.set(account, (sums.get(account) ?? 0) + amount.minor);
  return [...sums]
    .filter(([, minor]) => minor !== 0)
    .map(([account, minor]) => ({ account, amount: money(minor, currency) }));
}

/** What has gone to the payee and stayed there. */
async function sentOf(ctx: Ctx, chargeId: string): Promise<number> {
  const { rows } = await sql<{ minor: number }>`
    select coalesce(sum(amount_minor - reversed_minor), 0)::bigint as minor
    from payments.transfers where charge_id = ${chargeId} and sent_at is not null`.execute(ctx.db);
  return rows[0]!.minor;
}

function partsOf(
  charge: Charge,
  balances: Explanation['balances'],
  sentMinor: number,
): Explanation['parts'] {
  const on = (account: AccountCode) =>
    balances.find((balance) => balance.account === account)?.amount.minor ?? 0;
  // Less than nothing where a part was kept back for what the payee owed of other charges.
  const owedMinor = on('receivable') + on('write_off');
  const known = {
    captured: charge.captured_minor,
    givenBack: charge.refunded_minor,
    lostInDisputes: charge.lost_minor,
    sentOn: sentMinor,
    commission: -on('commission'),
    keptForNow: -on('escrow'),
    owedByPayee: on('receivable'),
    writtenOff: on('write_off'),
  };
  const accounted =
    known.givenBack + known.lostInDisputes + sentMinor + known.commission + known.keptForNow;
  const parts = { ...known, unexplained: known.captured - accounted + owedMinor };
  return Object.fromEntries(
    partNames.map((name) => [name, money(parts[name], charge.currency)]),
  ) as Explanation['parts'];
}
