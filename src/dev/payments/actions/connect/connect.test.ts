import type Stripe from 'stripe';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { idOf } from '../../ids.ts';
import { onboardHostedPage, type OnboardOptions } from '../../onboard-hosted-page.ts';
import { automatic, failure, lineItem, startWorld, type World } from '../../test-world.ts';

let world: World;
beforeEach(async () => {
  world = await startWorld();
});
afterEach(() => world.close());

const open = (changes: Partial<Stripe.AccountCreateParams> = {}) =>
  world.stripe.accounts.create({
    type: 'express',
    country: 'GB',
    email: 'ben@example.com',
    capabilities: { transfers: { requested: true } },
    ...changes,
  });
const linkFor = (account: string) =>
  world.stripe.accountLinks.create({
    account,
    type: 'account_onboarding',
    refresh_url: 'http://shop.test/again',
    return_url: 'http://shop.test/back',
  });
const person = {
  firstName: 'Ben',
  lastName: 'Okoro',
  birthday: '1988-02-03',
  line1: '1 High Street',
  city: 'Leeds',
  postalCode: 'LS1 1AA',
  phone: '+44 113 496 0000',
  account: '00012345',
  agree: 'yes',
  verdict: 'enabled',
};
const submit = (url: string, values: Record<string, string>) =>
  fetch(url, { method: 'POST', redirect: 'manual', body: new URLSearchParams(values) });

async function onboard(options: OnboardOptions = {}): Promise<string> {
  const { id } = await open();
  const { url } = await linkFor(id);
  expect(await onboardHostedPage(url, options)).toBe('http://shop.test/back');
  world.advance({ seconds: 5 });
  return id;
}

async function paidCharge(amount = 10_000): Promise<string> {
  const { intent } = await world.pay({ ...automatic, line_items: [lineItem('gbp', amount)] });
  return idOf(intent.latest_charge);
}
const transfer = (destination: string, amount: number, source_transaction?: string) =>
  world.stripe.transfers.create({
    amount,
    currency: 'gbp',
    destination,
    ...(source_transaction !== undefined && { source_transaction }),
  });
const balanceOf = async (stripeAccount?: string) => {
  const { available, pending } = await world.stripe.balance.retrieve(
    {},
    stripeAccount === undefined ? {} : { stripeAccount },
  );
  return { available: available[0]?.amount, pending: pending[0]?.amount };
};

describe('onboarding', () => {
  it('goes from not started over pending to enabled, and tells it (PY-03)', async () => {
    const { id, requirements, payouts_enabled: payouts } = await open();
    expect(payouts).toBe(false);
    expect(requirements).toMatchObject({ disabled_reason: 'requirements.past_due' });
    expect(requirements?.currently_due).toContain('external_account');
    const { url } = await linkFor(id);
    const page = await fetch(url).then((answer) => answer.text());
    expect(page).toContain('Get paid by Etude');
    expect(page).not.toContain('<script');
    await submit(url, person);
    const pending = await world.stripe.accounts.retrieve(id);
    expect(pending).toMatchObject({
      details_submitted: true,
      payouts_enabled: false,
      capabilities: { transfers: 'pending' },
      requirements: { disabled_reason: 'requirements.pending_verification' },
    });
    world.advance({ seconds: 5 });
    const enabled = await world.stripe.accounts.retrieve(id);
    expect(enabled).toMatchObject({
      payouts_enabled: true,
      capabilities: { transfers: 'active' },
      requirements: { currently_due: [], disabled_reason: null },
    });
    expect(enabled.external_accounts?.data[0]).toMatchObject({ last4: '2345', currency: 'gbp' });
    await world.emulator.drain();
    const told = world.listener.received.filter(({ event }) => event.type === 'account.updated');
    expect(told.map(({ event }) => event.account)).toEqual([id, id, id]);
  });

  it('keeps what was typed and says what is missing (PY-03)', async () => {
    const { url } = await linkFor((await open()).id);
    await fetch(url);
    const answer = await submit(url, { ...person, account: '!!', agree: '' });
    const page = await answer.text();
    expect(answer.status).toBe(422);
    expect(page).toContain('Please check 2 fields');
    expect(page).toContain('value="Ben"');
  });

  it('links open once, for five minutes; then the platform makes another', async () => {
    const { id } = await open();
    const used = await linkFor(id);
    await fetch(used.url);
    const late = await linkFor(id);
    world.advance({ seconds: 301 });
    for (const { url } of [used, late]) {
      const again = await fetch(url, { redirect: 'manual' });
      expect(again.headers.get('location')).toBe('http://shop.test/again');
    }
  });

  it('can end restricted, and a document mends it (PY-03)', async () => {
    const id = await onboard({ verdict: 'document' });
    expect(await world.stripe.accounts.retrieve(id)).toMatchObject({
      payouts_enabled: false,
      capabilities: { transfers: 'inactive' },
      requirements: { past_due: ['individual.verification.document'] },
    });
    expect(await failure(transfer(id, 900, await paidCharge()))).toMatchObject({
      code: 'insufficient_capabilities_for_transfer',
    });
    const { url } = await linkFor(id);
    expect(await fetch(url).then((page) => page.text())).toContain('A document is wanted');
    await submit(url, { verdict: 'enabled' });
    world.advance({ seconds: 5 });
    expect((await world.stripe.accounts.retrieve(id)).payouts_enabled).toBe(true);
  });

  it('may work at first, and stop at a deadline (PY-03)', async () => {
    const id = await onboard({ verdict: 'later' });
    const working = await world.stripe.accounts.retrieve(id);
    expect(working.payouts_enabled).toBe(true);
    expect(working.requirements?.current_deadline).toBeGreaterThan(world.seconds());
    world.advance({ days: 14 });
    expect((await world.stripe.accounts.retrieve(id)).payouts_enabled).toBe(false);
  });
});

describe('transfers', () => {
  it('take a charge apart before its money is available (PY-04)', async () => {
    const id = await onboard();
    const charge = await paidCharge();
    const made = await transfer(id, 9000, charge);
    expect(await balanceOf(id)).toEqual({ available: 0, pending: 9000 });
    const payment = await world.stripe.charges.retrieve(
      idOf(made.destination_payment!),
      {},
      { stripeAccount: id },
    );
    expect(payment).toMatchObject({ amount: 9000, source_transfer: made.id });
    expect(await failure(transfer(id, 1001, charge))).toMatchObject({
      code: 'balance_insufficient',
    });
    await transfer(id, 1000, charge);
    world.advance({ days: 2 });
    const expanded = await world.stripe.transfers.retrieve(made.id, {
      expand: ['balance_transaction', 'destination_payment'],
    });
    expect(expanded.balance_transaction).toMatchObject({ type: 'transfer', amount: -9000 });
    expect(expanded.destination_payment).toMatchObject({ amount: 9000 });
  });

  it('without a charge take only what is available (PY-04)', async () => {
    const id = await onboard();
    await paidCharge();
    expect(await failure(transfer(id, 500))).toMatchObject({ code: 'balance_insufficient' });
    world.advance({ days: 2 });
    await expect(transfer(id, 500)).resolves.toMatchObject({ amount: 500 });
  });

  it('are taken back in parts, as long as the money is there (PY-04)', async () => {
    const id = await onboard();
    const made = await transfer(id, 9000, await paidCharge());
    const first = await world.stripe.transfers.createReversal(made.id, { amount: 4000 });
    expect(first).toMatchObject({ amount: 4000, transfer: made.id });
    expect(await balanceOf(id)).toEqual({ available: 0, pending: 5000 });
    expect(
      await failure(world.stripe.transfers.createReversal(made.id, { amount: 5001 })),
    ).toMatchObject({ param: 'amount' });
    world.advance({ days: 4 });
    expect(await balanceOf(id)).toEqual({ available: 0, pending: 0 });
    expect(await failure(world.stripe.transfers.createReversal(made.id))).toMatchObject({
      code: 'balance_insufficient',
    });
    const after = await world.stripe.transfers.retrieve(made.id);
    expect(after).toMatchObject({ amount_reversed: 4000, reversed: false });
  });
});

describe('payouts', () => {
  it('leave every day by themselves, and say what they are made of (PY-04)', async () => {
    const id = await onboard();
    const on = { stripeAccount: id };
    await transfer(id, 9000, await paidCharge());
    await transfer(id, 500, await paidCharge());
    world.advance({ days: 3 });
    const [payout] = (await world.stripe.payouts.list({}, on)).data;
    expect(payout).toMatchObject({ amount: 9500, automatic: true, status: 'in_transit' });
    const parts = await world.stripe.balanceTransactions.list({ payout: payout!.id }, on);
    expect(parts.data.map(({ type, net }) => `${type} ${net}`).toSorted()).toEqual([
      'payment 500',
      'payment 9000',
      'payout -9500',
    ]);
    world.advance({ days: 2 });
    expect((await world.stripe.payouts.retrieve(payout!.id, {}, on)).status).toBe('paid');
    await world.emulator.drain();
    const types = world.listener.received.flatMap(({ event }) =>
      event.type.startsWith('payout.') ? [`${event.type} ${event.account}`] : [],
    );
    expect(types).toEqual([`payout.created ${id}`, `payout.updated ${id}`, `payout.paid ${id}`]);
  });

  it('that fail come back, and stop until there is another bank account (PY-04)', async () => {
    const id = await onboard({ account: '000111111113' });
    const on = { stripeAccount: id };
    await transfer(id, 9000, await paidCharge());
    world.advance({ days: 5 });
    const [payout] = (await world.stripe.payouts.list({}, on)).data;
    expect(payout).toMatchObject({ status: 'failed', failure_code: 'account_closed' });
    expect(await balanceOf(id)).toMatchObject({ available: 9000 });
    const account = await world.stripe.accounts.retrieve(id);
    expect(account).toMatchObject({
      payouts_enabled: false,
      capabilities: { transfers: 'active' },
    });
    expect(account.requirements?.currently_due).toContain('external_account');
    await world.stripe.accounts.createExternalAccount(id, {
      external_account: {
        object: 'bank_account',
        country: 'GB',
        currency: 'gbp',
        account_number: '00012345',
      },
    });
    expect((await world.stripe.accounts.retrieve(id)).payouts_enabled).toBe(true);
  });

  it('by hand take what is available, and can be called back while pending (PY-04)', async () => {
    const id = await onboard();
    await world.stripe.accounts.update(id, {
      settings: { payouts: { schedule: { interval: 'manual' } } },
    });
    const on = { stripeAccount: id };
    await transfer(id, 9000, await paidCharge());
    world.advance({ days: 4 });
    expect(await balanceOf(id)).toEqual({ available: 9000, pending: 0 });
    const pay = (amount: number) => world.stripe.payouts.create({ amount, currency: 'gbp' }, on);
    expect(await failure(pay(9001))).toMatchObject({ code: 'balance_insufficient' });
    const payout = await pay(4000);
    await world.stripe.payouts.cancel(payout.id, {}, on);
    expect(await balanceOf(id)).toEqual({ available: 9000, pending: 0 });
    await pay(9000);
    expect(await balanceOf(id)).toEqual({ available: 0, pending: 0 });
  });

  it('of a restricted account are refused (PY-04)', async () => {
    const id = await onboard();
    await transfer(id, 9000, await paidCharge());
    await world.control('POST', `/accounts/${id}`, { state: 'restricted' });
    world.advance({ days: 5 });
    const pay = world.stripe.payouts.create({ amount: 1, currency: 'gbp' }, { stripeAccount: id });
    expect(await failure(pay)).toMatchObject({ code: 'payouts_not_allowed' });
    expect((await world.stripe.payouts.list({}, { stripeAccount: id })).data).toEqual([]);
  });
});
