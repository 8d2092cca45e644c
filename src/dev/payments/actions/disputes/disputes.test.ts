import type Stripe from 'stripe';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { idOf } from '../../ids.ts';
import { automatic, failure, startWorld, type World } from '../../test-world.ts';

let world: World;
beforeEach(async () => {
  world = await startWorld();
});
afterEach(() => world.close());

async function disputed(card = '4000000000000259'): Promise<Stripe.Dispute> {
  const { intent } = await world.pay(automatic, { card });
  world.advance({ seconds: 5 });
  return (await world.stripe.disputes.list({ charge: idOf(intent.latest_charge) })).data[0]!;
}
const submit = (id: string, uncategorized_text: string) =>
  world.stripe.disputes.update(id, { evidence: { uncategorized_text }, submit: true });
const netOf = async (source: string) =>
  (await world.stripe.balanceTransactions.list({ source })).data.reduce(
    (sum, { net }) => sum + net,
    0,
  );

it('evidence is gathered, with files, and sent once (PY-07)', async () => {
  const { id } = await disputed();
  const file = await world.stripe.files.create({
    purpose: 'dispute_evidence',
    file: { data: Buffer.from('%PDF-1.7'), name: 'receipt.pdf', type: 'application/pdf' },
  });
  expect(file).toMatchObject({ filename: 'receipt.pdf', size: 8, type: 'pdf' });
  const draft = await world.stripe.disputes.update(id, {
    evidence: { receipt: file.id, customer_name: 'Ada' },
    submit: false,
  });
  expect(draft).toMatchObject({
    status: 'needs_response',
    evidence: { receipt: file.id },
    evidence_details: { has_evidence: true, submission_count: 0 },
  });
  const wrong = world.stripe.disputes.update(id, { evidence: { receipt: 'file_none' } });
  expect((await failure(wrong)).param).toBe('evidence[receipt]');
  const sent = await world.stripe.disputes.update(id, { submit: true });
  expect(sent).toMatchObject({ status: 'under_review', evidence_details: { submission_count: 1 } });
  expect((await failure(submit(id, 'more'))).code).toBe('dispute_not_open');
});

it('one that is won brings the money back, and may be refunded then (PY-07)', async () => {
  const { id, charge } = await disputed();
  await submit(id, 'winning_evidence');
  world.advance({ seconds: 5 });
  const won = await world.stripe.disputes.retrieve(id);
  expect(won).toMatchObject({ status: 'won', is_charge_refundable: true });
  expect(won.balance_transactions.map(({ net }) => net)).toEqual([-4700, 3200]);
  expect(await netOf(id)).toBe(-1500);
  await world.emulator.drain();
  expect(world.listener.types()).toEqual(
    expect.arrayContaining([
      'charge.dispute.created',
      'charge.dispute.funds_withdrawn',
      'charge.dispute.updated',
      'charge.dispute.funds_reinstated',
      'charge.dispute.closed',
    ]),
  );
  await expect(world.stripe.refunds.create({ charge: idOf(charge) })).resolves.toMatchObject({
    amount: 3200,
  });
});

it.each([
  [
    'with evidence that does not convince',
    async (id: string) => void (await submit(id, 'losing_evidence')),
    0.001,
  ],
  ['when nobody answers in time', async () => undefined, 9],
  ['when it is accepted', async (id: string) => void (await world.stripe.disputes.close(id)), 0],
])('one is lost %s (PY-07)', async (_how, act, days) => {
  const { id, charge } = await disputed();
  await act(id);
  world.advance({ days });
  expect((await world.stripe.disputes.retrieve(id)).status).toBe('lost');
  expect(await netOf(id)).toBe(-4700);
  expect((await failure(world.stripe.refunds.create({ charge: idOf(charge) }))).code).toBe(
    'charge_disputed',
  );
});

it('an inquiry takes no money, and a refund is the way out of it (PY-07)', async () => {
  const { id, charge, status } = await disputed('4000000000001976');
  expect(status).toBe('warning_needs_response');
  expect(await netOf(id)).toBe(0);
  await world.stripe.refunds.create({ charge: idOf(charge) });
  world.advance({ days: 9 });
  expect((await world.stripe.disputes.retrieve(id)).status).toBe('warning_closed');
});

it('any captured charge can be disputed by hand, and judged (PY-07)', async () => {
  const { intent } = await world.pay(automatic);
  const charge = idOf(intent.latest_charge);
  const opened = await world.control('POST', `/charges/${charge}/dispute`, {
    reason: 'product_not_received',
  });
  const { id, reason } = (await opened.json()) as Stripe.Dispute;
  expect(reason).toBe('product_not_received');
  expect((await world.control('POST', `/charges/${charge}/dispute`)).status).toBe(400);
  await world.control('POST', `/disputes/${id}`, { outcome: 'won' });
  expect((await world.stripe.disputes.retrieve(id)).status).toBe('won');
});
