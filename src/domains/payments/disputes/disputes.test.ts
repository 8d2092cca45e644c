import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type PaymentsWorld, startPaymentsWorld } from '../../../../test/support/payments.ts';
import { sql } from '../../../platform/db/index.ts';
import { checkCharge, forgetPayers, getCharge, settleCancelledCharge } from '../index.ts';
import { carryOut } from '../provider/carry-out.ts';
import { isHeld } from '../transfers/transfers.queries.ts';
import { tables } from '../tables.ts';
import { answerDispute } from './answer-dispute.ts';
import { getDisputeRow } from './disputes.queries.ts';
import { saveEvidence } from './save-evidence.ts';
import { uploadFile } from './upload-file.ts';

let world: PaymentsWorld;
beforeAll(async () => {
  world = await startPaymentsWorld();
});
afterEach(async () => {
  await world.takeEvents();
  await expectNothingLost();
});
afterAll(() => world.close());

const operator = () => ({
  ...world.ctx,
  actor: { kind: 'person', id: '01890000-0000-7000-8000-00000000000a' } as never,
});

/** A charge that was taken, and disputed by the payer's bank; told by webhook. */
async function disputed(card = '4000000000000259') {
  const charge = await world.paidCharge({ capture: 'automatic', card });
  await checkCharge(world.ctx, charge.id);
  world.clock.advance({ seconds: 6 });
  await world.deliverAll();
  const { id } = await tables(world.ctx)
    .selectFrom('payments.disputes')
    .select('id')
    .where('charge_id', '=', charge.id)
    .executeTakeFirstOrThrow();
  return { chargeId: charge.id, id };
}

/** What the ledger says of one charge, by account. */
async function booksOf(chargeId: string): Promise<Record<string, number>> {
  const { rows } = await sql<{ account: string; minor: number }>`
    select account, sum(amount_minor)::bigint as minor from payments.ledger_entries
    join payments.ledger_transactions posted on posted.id = transaction_id
    where posted.charge_id = ${chargeId} group by account having sum(amount_minor) <> 0`.execute(
    world.ctx.db,
  );
  return Object.fromEntries(rows.map(({ account, minor }) => [account, minor]));
}

/** Our account at the provider has just the net of its movements, in every currency. */
async function expectNothingLost(): Promise<void> {
  const { rows } = await sql<{ minor: number }>`
    select coalesce(sum(amount_minor), 0)::bigint as minor from payments.ledger_entries
    where account = 'provider'`.execute(world.ctx.db);
  const moved = await world.stripe.balanceTransactions
    .list({ limit: 100 })
    .autoPagingToArray({ limit: 1000 });
  expect(rows[0]!.minor).toBe(moved.reduce((sum, { net }) => sum + net, 0));
}

const refund = (chargeId: string, keepMinor: number) =>
  settleCancelledCharge(world.ctx, { chargeId, keepMinor, reason: 'test' });

/** What the provider keeps of 38.00 at payment: 1.5 % and 20p. */
const chargeFee = 77;
const disputeFee = 1500;

describe('a dispute', () => {
  it('is heard of by webhook: the money is held, its fee booked, nothing is sent on or refunded (PY-09)', async () => {
    const { chargeId, id } = await disputed();
    expect(await getDisputeRow(world.ctx, id)).toMatchObject({
      status: 'needs_response',
      reason: 'fraudulent',
      amount_minor: 3800,
      held_minor: 3800,
    });
    expect(await booksOf(chargeId)).toEqual({
      escrow: -3800,
      dispute_hold: 3800,
      dispute_fees: disputeFee,
      provider_fees: chargeFee,
      provider: -chargeFee - disputeFee,
    });
    expect(await isHeld(world.ctx, chargeId)).toBe(true);
    await expect(refund(chargeId, 0)).rejects.toMatchObject({ code: 'charge_disputed' });
  });

  it('that is told of before its payment was has that looked at first (PY-05, PY-09)', async () => {
    const charge = await world.paidCharge({ capture: 'automatic', card: '4000000000000259' });
    world.clock.advance({ seconds: 6 });
    const events = await world.takeEvents();
    const early = events.filter(({ type }) => type.startsWith('charge.dispute'));
    expect(early.map(({ type }) => type)).toContain('charge.dispute.created');
    for (const event of early) await world.deliver(event);
    await world.runJobs();
    expect(await getCharge(world.ctx, charge.id)).toMatchObject({ status: 'captured' });
    expect(await booksOf(charge.id)).toMatchObject({ escrow: -3800, dispute_hold: 3800 });
    expect(await isHeld(world.ctx, charge.id)).toBe(true);
  });

  it('that is won brings all back but the fee, and lets go of what waited (PY-09)', async () => {
    const { chargeId, id } = await disputed();
    await saveEvidence(operator(), {
      disputeId: id,
      changes: { uncategorized_text: 'winning_evidence', customer_name: 'Ada' },
    });
    await answerDispute(operator(), { disputeId: id, answer: 'contest' });
    await world.runJobs();
    expect((await getDisputeRow(world.ctx, id)).status).toBe('under_review');
    world.clock.advance({ seconds: 6 });
    await world.deliverAll();
    expect(await getDisputeRow(world.ctx, id)).toMatchObject({ status: 'won', held_minor: 0 });
    expect(await booksOf(chargeId)).toEqual({
      escrow: -3800,
      dispute_fees: disputeFee,
      provider_fees: chargeFee,
      provider: 3800 - chargeFee - disputeFee,
    });
    expect(await isHeld(world.ctx, chargeId)).toBe(false);
    expect(await refund(chargeId, 0)).toBe(true);
    await world.runJobs();
    expect((await booksOf(chargeId))['escrow']).toBeUndefined();
  });

  it.each([
    ['because nobody answered', async () => undefined, { hours: 10 * 24 }],
    [
      'because we gave in',
      (id: string) => answerDispute(operator(), { disputeId: id, answer: 'accept' }),
      { seconds: 6 },
    ],
  ])(
    'that is lost %s closes the escrow, and nothing is left to refund (PY-09)',
    async (_why, act, wait) => {
      const { chargeId, id } = await disputed();
      await act(id);
      await world.runJobs();
      world.clock.advance(wait);
      await world.deliverAll();
      expect(await getDisputeRow(world.ctx, id)).toMatchObject({
        status: 'lost',
        held_minor: 3800,
      });
      expect(await booksOf(chargeId)).toEqual({
        dispute_fees: disputeFee,
        provider_fees: chargeFee,
        provider: -chargeFee - disputeFee,
      });
      await expect(refund(chargeId, 1000)).rejects.toMatchObject({ code: 'charge_moved_on' });
    },
  );

  it('only asks as an inquiry: no money moves, and a refund is the way out (PY-09)', async () => {
    const { chargeId, id } = await disputed('4000000000001976');
    expect(await getDisputeRow(world.ctx, id)).toMatchObject({ status: 'inquiry', held_minor: 0 });
    expect(await isHeld(world.ctx, chargeId)).toBe(true);
    expect(await refund(chargeId, 0)).toBe(true);
    await world.runJobs();
    await world.deliverAll();
    world.clock.advance({ hours: 10 * 24 });
    await world.deliverAll();
    expect((await getDisputeRow(world.ctx, id)).status).toBe('inquiry_closed');
    expect(await isHeld(world.ctx, chargeId)).toBe(false);
  });

  it('holds a refund back that was asked for before, and gives it when it is won (PY-09)', async () => {
    const charge = await world.paidCharge({ capture: 'automatic', card: '4000000000000259' });
    await checkCharge(world.ctx, charge.id);
    world.provider.faults.call({ kind: 'server_error' }, { path: '/v1/refunds', method: 'POST' });
    await refund(charge.id, 3000);
    await world.runJobs();
    world.clock.advance({ seconds: 6 });
    await world.deliverAll();
    world.clock.advance({ minutes: 2 });
    await world.runJobs();
    const refunds = () => world.stripe.refunds.list({ limit: 100 });
    const before = (await refunds()).data.length;
    const { id } = await tables(world.ctx)
      .selectFrom('payments.disputes')
      .select('id')
      .where('charge_id', '=', charge.id)
      .executeTakeFirstOrThrow();
    await saveEvidence(operator(), {
      disputeId: id,
      changes: { uncategorized_text: 'winning_evidence' },
    });
    await answerDispute(operator(), { disputeId: id, answer: 'contest' });
    await world.runJobs();
    expect((await refunds()).data).toHaveLength(before);
    world.clock.advance({ seconds: 6 });
    await world.deliverAll();
    expect((await refunds()).data).toHaveLength(before + 1);
    expect((await checkCharge(world.ctx, charge.id)).refunded.minor).toBe(800);
  });

  it('is the same whatever order and number its events come in (PY-05 PY-09)', async () => {
    const charge = await world.paidCharge({ capture: 'automatic', card: '4000000000000259' });
    await checkCharge(world.ctx, charge.id);
    world.clock.advance({ hours: 10 * 24 });
    const events = await world.takeEvents();
    for (const event of [...events.toReversed(), ...events, ...events]) await world.deliver(event);
    await world.runJobs();
    const rows = await tables(world.ctx)
      .selectFrom('payments.disputes')
      .select(['status', 'held_minor'])
      .where('charge_id', '=', charge.id)
      .execute();
    expect(rows).toEqual([{ status: 'lost', held_minor: 3800 }]);
    expect((await booksOf(charge.id))['dispute_hold']).toBeUndefined();
  });
});

describe('the answer to a dispute', () => {
  it('is gathered as a draft with files, and only sent when an operator says so, once (PY-09)', async () => {
    const { id } = await disputed();
    const bytes = Buffer.from('%PDF-1.7 a receipt');
    await uploadFile(operator(), {
      disputeId: id,
      field: 'receipt',
      name: 'my "receipt".pdf',
      bytes,
    });
    await saveEvidence(operator(), { disputeId: id, changes: { customer_name: ' Ada ' } });
    const { evidence, provider_dispute_id } = await getDisputeRow(world.ctx, id);
    expect(evidence).toEqual({ customer_name: 'Ada', receipt: expect.stringMatching(/^file_/) });
    const seen = await world.stripe.disputes.retrieve(provider_dispute_id);
    expect(seen.evidence_details).toMatchObject({ has_evidence: false, submission_count: 0 });

    await answerDispute(operator(), { disputeId: id, answer: 'contest' });
    await expect(
      answerDispute(operator(), { disputeId: id, answer: 'accept' }),
    ).rejects.toMatchObject({ code: 'dispute_answered' });
    await expect(
      saveEvidence(operator(), { disputeId: id, changes: { customer_name: 'Eve' } }),
    ).rejects.toMatchObject({ code: 'dispute_answered' });
    await Promise.all([1, 2, 3].map(() => carryOut(world.ctx, { kind: 'dispute', id })));
    await world.runJobs();
    const sent = await world.stripe.disputes.retrieve(provider_dispute_id);
    expect(sent).toMatchObject({
      status: 'under_review',
      evidence: { customer_name: 'Ada', receipt: evidence.receipt },
      evidence_details: { submission_count: 1 },
    });
  });

  it('survives a lost connection: it is sent once (PY-09 PY-10)', async () => {
    const { id } = await disputed();
    await saveEvidence(operator(), {
      disputeId: id,
      changes: { uncategorized_text: 'We taught.' },
    });
    const { provider_dispute_id } = await getDisputeRow(world.ctx, id);
    for (let drop = 0; drop < 2; drop += 1)
      world.provider.faults.call(
        { kind: 'drop_after' },
        { path: `/v1/disputes/${provider_dispute_id}`, method: 'POST' },
      );
    await answerDispute(operator(), { disputeId: id, answer: 'contest' });
    await world.runJobs();
    world.clock.advance({ minutes: 2 });
    await world.runJobs();
    const sent = await world.stripe.disputes.retrieve(provider_dispute_id);
    expect(sent.evidence_details.submission_count).toBe(1);
    expect((await getDisputeRow(world.ctx, id)).status).toBe('under_review');
  });

  it('comes back with the reason when the provider refuses it, to be mended (PY-09)', async () => {
    const { id } = await disputed();
    await saveEvidence(operator(), {
      disputeId: id,
      changes: { uncategorized_text: 'We taught.' },
    });
    const known = sql`update payments.disputes set evidence = '{"receipt":"file_gone"}' where id = ${id}`;
    await known.execute(world.ctx.db);
    await answerDispute(operator(), { disputeId: id, answer: 'contest' });
    await world.runJobs();
    expect(await getDisputeRow(world.ctx, id)).toMatchObject({
      status: 'needs_response',
      answer: null,
      refusal: expect.stringContaining('file_gone'),
    });
  });

  it('is forgotten with the payer: their name is in no table any more (ID-17)', async () => {
    const { id, chargeId } = await disputed();
    const bytes = Buffer.from('%PDF-1.7');
    await uploadFile(operator(), { disputeId: id, field: 'receipt', name: 'Zenobia', bytes });
    await saveEvidence(operator(), { disputeId: id, changes: { customer_name: 'Zenobia' } });
    await answerDispute(operator(), { disputeId: id, answer: 'contest' });
    await world.runJobs();
    await world.deliverAll();
    const places = async () => {
      const { rows } = await sql<{ count: number }>`
        select (select count(*) from payments.disputes where evidence::text like '%Zenobia%')
          + (select count(*) from payments.dispute_files where name like '%Zenobia%')
          + (select count(*) from payments.provider_calls where params::text like '%Zenobia%')
          + (select count(*) from payments.webhook_events where payload::text like '%Zenobia%') as count`.execute(
        world.ctx.db,
      );
      return rows[0]!.count;
    };
    expect(await places()).toBeGreaterThan(3);
    await forgetPayers(world.ctx, [chargeId]);
    expect(await places()).toBe(0);
    expect((await getDisputeRow(world.ctx, id)).status).toBe('under_review');
  });

  it.each([
    ['nothing at all', {}, 'evidence_missing'],
    ['a file of nobody’s', { receipt: 'file_other' }, 'file_unknown'],
  ])('can’t be %s (PY-09)', async (_what, changes, code) => {
    const { id } = await disputed();
    const work = async () => {
      await saveEvidence(operator(), { disputeId: id, changes });
      await answerDispute(operator(), { disputeId: id, answer: 'contest' });
    };
    await expect(work()).rejects.toMatchObject({ code });
  });

  it.each([
    ['a program', Buffer.from('MZ executable')],
    ['an empty file', Buffer.alloc(0)],
    [
      'a file that is too large',
      Buffer.concat([Buffer.from('%PDF-'), Buffer.alloc(4 * 1024 * 1024)]),
    ],
  ])('takes no %s (PY-09)', async (_what, bytes) => {
    const { id } = await disputed();
    await expect(
      uploadFile(operator(), { disputeId: id, field: 'receipt', name: 'x', bytes }),
    ).rejects.toMatchObject({ code: 'file_not_taken' });
  });
});
