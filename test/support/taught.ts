import { captureCharge, type ChargeView } from '../../src/domains/payments/index.ts';
import { settleDue } from '../../src/domains/payments/transfers/settle-due.ts';
import { sql } from '../../src/platform/db/index.ts';
import { money } from '../../src/platform/money/index.ts';
import type { PaymentsWorld } from './payments.ts';

/** Hours after a lesson from which on its money is sent. */
export const settleHours = 48;

export async function pass(world: PaymentsWorld, duration: Temporal.DurationLike): Promise<void> {
  await world.deliverAll();
  world.clock.advance(duration);
  await settleDue(world.ctx);
  await world.deliverAll();
}

export interface Lesson {
  minor?: number;
  currency?: string;
  card?: string;
}

/** A lesson that was paid and given, and whose payee gets their part 48 hours later; its charge. */
export async function taught(
  world: PaymentsWorld,
  personId: string,
  { minor = 3800, currency = 'GBP', card }: Lesson = {},
): Promise<ChargeView['id']> {
  const settleAt = world.clock.now().add({ hours: settleHours });
  const charge = await world.paidCharge({
    amount: money(minor, currency),
    payee: { personId, settleAt },
    ...(card && { card }),
  });
  await world.deliverAll();
  await captureCharge(world.ctx, charge.id);
  await world.deliverAll();
  return charge.id;
}

/** The accounts of a charge's postings, without those that came to nothing, our fees and our balance. */
export async function booksOf(
  world: PaymentsWorld,
  chargeId: string,
): Promise<Record<string, number>> {
  const { rows } = await sql<{ account: string; minor: number }>`
    select entry.account, sum(entry.amount_minor)::bigint as minor
    from payments.ledger_entries entry
    join payments.ledger_transactions posted on posted.id = entry.transaction_id
    where posted.charge_id = ${chargeId} and entry.account not in ('provider_fees', 'provider')
    group by entry.account having sum(entry.amount_minor) <> 0`.execute(world.ctx.db);
  return Object.fromEntries(rows.map(({ account, minor }) => [account, minor]));
}

export async function receivableOf(world: PaymentsWorld, personId: string): Promise<number> {
  const { rows } = await sql<{ minor: number }>`
    select coalesce(sum(amount_minor), 0)::bigint as minor from payments.ledger_entries
    where person_id = ${personId} and account = 'receivable'`.execute(world.ctx.db);
  return rows[0]!.minor;
}

/** The payee has taken everything out. */
export async function emptyAccount(world: PaymentsWorld, stripeAccount: string): Promise<void> {
  await world.deliverAll();
  world.clock.advance({ hours: 24 * 3 });
  await world.provider.drain();
  const { available } = await world.stripe.balance.retrieve({}, { stripeAccount });
  const { amount } = available.find(({ currency }) => currency === 'gbp')!;
  await world.stripe.payouts.create({ amount, currency: 'gbp' }, { stripeAccount });
}
