import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { newPayee } from '../../../../test/support/payees.ts';
import {
  expectBooksToBalance,
  type PaymentsWorld,
  secretKey,
  startPaymentsWorld,
} from '../../../../test/support/payments.ts';
import {
  booksOf,
  emptyAccount,
  pass,
  receivableOf,
  settleHours,
  taught,
} from '../../../../test/support/taught.ts';
import { holdTransfer, liftHold, settleCancelledCharge } from '../index.ts';
import { tables } from '../tables.ts';
import { answerDispute } from './answer-dispute.ts';
import { saveEvidence } from './save-evidence.ts';

let world: PaymentsWorld;
beforeAll(async () => {
  world = await startPaymentsWorld();
});
afterEach(async () => {
  world.provider.faults.clear();
  await world.deliverAll();
  await expectBooksToBalance(world);
});
afterAll(() => world.close());

const operator = () => ({
  ...world.ctx,
  actor: { kind: 'person', id: '01890000-0000-7000-8000-00000000000a' } as never,
});

const disputeFee = 1500;

const transfersOf = (chargeId: string) =>
  tables(world.ctx)
    .selectFrom('payments.transfers')
    .select(['id', 'status', 'amount_minor', 'netted_minor', 'reversed_minor', 'owed_minor'])
    .where('charge_id', '=', chargeId)
    .orderBy('id')
    .execute();

/** What each transfer to an account has left there, by the provider, the newest first. */
const sentTo = async (accountId: string) =>
  (await world.stripe.transfers.list({ destination: accountId, limit: 100 })).data.map(
    ({ amount, amount_reversed }) => amount - amount_reversed,
  );

/** The payer's bank asks for the money of a lesson that was paid, given, and sent on. */
async function disputedAfterTransfer(
  personId: string,
  { before, minor }: { before?: (chargeId: string) => Promise<void>; minor?: number } = {},
): Promise<string> {
  const chargeId = await taught(world, personId, { ...(minor && { minor }) });
  await pass(world, { hours: settleHours });
  await before?.(chargeId);
  const { provider_charge_id: charge } = await tables(world.ctx)
    .selectFrom('payments.charges')
    .select('provider_charge_id')
    .where('id', '=', chargeId)
    .executeTakeFirstOrThrow();
  await disputeAtBank(charge!);
  await world.deliverAll();
  await world.deliverAll();
  return chargeId;
}

/** As the payer's bank would, on the emulator's own address. */
async function disputeAtBank(charge: string): Promise<void> {
  const { status } = await fetch(`${world.provider.url}/_emulator/charges/${charge}/dispute`, {
    method: 'POST',
    headers: { authorization: `Bearer ${secretKey}`, 'content-type': 'application/json' },
    body: '{}',
  });
  expect(status).toBe(200);
}

async function decide(chargeId: string, text: 'winning_evidence' | 'losing_evidence') {
  const { id } = await tables(world.ctx)
    .selectFrom('payments.disputes')
    .select('id')
    .where('charge_id', '=', chargeId)
    .executeTakeFirstOrThrow();
  await saveEvidence(operator(), { disputeId: id, changes: { uncategorized_text: text } });
  await answerDispute(operator(), { disputeId: id, answer: 'contest' });
  await world.runJobs();
  world.clock.advance({ seconds: 6 });
  await world.deliverAll();
  await world.deliverAll();
}

describe('a dispute about what was sent on already', () => {
  it('takes it back from the payee while the bank decides (PY-09, PY-08)', async () => {
    const { personId, accountId } = await newPayee(world);
    const chargeId = await disputedAfterTransfer(personId);
    expect(await sentTo(accountId)).toEqual([0]);
    expect(await booksOf(world, chargeId)).toEqual({
      dispute_hold: 3800,
      dispute_fees: disputeFee,
      commission: -380,
      receivable: -3420,
    });
    await decide(chargeId, 'losing_evidence');
  });

  it('that is won sends it again, by a transfer of its own, once (PY-09, PY-08, PY-10)', async () => {
    const { personId, accountId } = await newPayee(world);
    const chargeId = await disputedAfterTransfer(personId);
    await decide(chargeId, 'winning_evidence');
    expect(await sentTo(accountId)).toEqual([3420, 0]);
    expect(await booksOf(world, chargeId)).toEqual({ dispute_fees: disputeFee, commission: -380 });
    expect(await transfersOf(chargeId)).toMatchObject([
      { status: 'reversed', amount_minor: 3420, reversed_minor: 3420 },
      { status: 'sent', amount_minor: 3420, reversed_minor: 0 },
    ]);
    await pass(world, { hours: 48 });
    expect(await sentTo(accountId)).toEqual([3420, 0]);
    // A refund after that takes it back from the second.
    await settleCancelledCharge(world.ctx, { chargeId, keepMinor: 1900, reason: 'upheld' });
    await world.deliverAll();
    expect(await sentTo(accountId)).toEqual([1710, 0]);
    expect(await booksOf(world, chargeId)).toEqual({ dispute_fees: disputeFee, commission: -190 });
  });

  it('that is lost leaves it with us, and nobody owes anything (PY-09, PY-08)', async () => {
    const { personId, accountId } = await newPayee(world);
    const chargeId = await disputedAfterTransfer(personId);
    await decide(chargeId, 'losing_evidence');
    expect(await sentTo(accountId)).toEqual([0]);
    expect(await booksOf(world, chargeId)).toEqual({ dispute_fees: disputeFee });
    expect(await receivableOf(world, personId)).toBe(0);
    await pass(world, { hours: 48 });
    expect(await sentTo(accountId)).toEqual([0]);
  });

  it('that is won waits for a complaint that is still open (PY-03, PY-09)', async () => {
    const { personId, accountId } = await newPayee(world);
    const chargeId = await disputedAfterTransfer(personId);
    await holdTransfer(world.ctx, { chargeId, reason: 'complaint:1' });
    await decide(chargeId, 'winning_evidence');
    await pass(world, { minutes: 1 });
    expect(await sentTo(accountId)).toEqual([0]);
    await liftHold(world.ctx, { chargeId, reason: 'complaint:1' });
    await pass(world, { minutes: 1 });
    expect(await sentTo(accountId)).toEqual([3420, 0]);
  });

  it('of a payee with nothing left is tried again each day, and owed only once it is lost (PY-09)', async () => {
    const { personId, accountId } = await newPayee(world);
    const chargeId = await disputedAfterTransfer(personId, {
      before: () => emptyAccount(world, accountId),
    });
    expect(await transfersOf(chargeId)).toMatchObject([{ status: 'sent', owed_minor: 0 }]);
    expect(await receivableOf(world, personId)).toBe(0);
    await pass(world, { hours: 24 });
    expect(await transfersOf(chargeId)).toMatchObject([{ status: 'sent', owed_minor: 0 }]);
    await decide(chargeId, 'losing_evidence');
    expect(await transfersOf(chargeId)).toMatchObject([{ status: 'sent', owed_minor: 3420 }]);
    expect(await booksOf(world, chargeId)).toEqual({
      dispute_fees: disputeFee,
      receivable: 3420,
    });
  });

  it('of which a part was set off against older debts owes that part again when it is won (PY-08, PY-09)', async () => {
    const { personId, accountId } = await newPayee(world);
    const old = await taught(world, personId, { minor: 1000 });
    await pass(world, { hours: settleHours });
    await emptyAccount(world, accountId);
    await settleCancelledCharge(world.ctx, { chargeId: old, keepMinor: 0, reason: 'upheld' });
    await world.deliverAll();
    expect(await receivableOf(world, personId)).toBe(900);
    const chargeId = await disputedAfterTransfer(personId);
    expect(await transfersOf(chargeId)).toMatchObject([
      { amount_minor: 2520, netted_minor: 900, reversed_minor: 2520 },
    ]);
    await decide(chargeId, 'winning_evidence');
    expect(await transfersOf(chargeId)).toMatchObject([
      { status: 'reversed', owed_minor: 900 },
      { status: 'sent', amount_minor: 2520, netted_minor: 900 },
    ]);
    expect(await receivableOf(world, personId)).toBe(0);
  });
});

describe('a refund of what was set off against older debts', () => {
  it('is owed by the payee, though there is nothing to reverse (PY-04, PY-08)', async () => {
    const { personId, accountId } = await newPayee(world);
    const old = await taught(world, personId);
    await pass(world, { hours: settleHours });
    await emptyAccount(world, accountId);
    await settleCancelledCharge(world.ctx, { chargeId: old, keepMinor: 0, reason: 'upheld' });
    await world.deliverAll();
    const netted = await taught(world, personId, { minor: 1000 });
    await pass(world, { hours: settleHours });
    expect(await transfersOf(netted)).toMatchObject([{ amount_minor: 0, netted_minor: 900 }]);
    expect(await receivableOf(world, personId)).toBe(2520);
    await settleCancelledCharge(world.ctx, { chargeId: netted, keepMinor: 0, reason: 'upheld' });
    await world.deliverAll();
    expect(await transfersOf(netted)).toMatchObject([{ owed_minor: 900 }]);
    expect(await receivableOf(world, personId)).toBe(3420);
    const large = await taught(world, personId, { minor: 10_000 });
    await pass(world, { hours: settleHours });
    expect(await transfersOf(large)).toMatchObject([{ amount_minor: 5580, netted_minor: 3420 }]);
    expect(await receivableOf(world, personId)).toBe(0);
  });
});
