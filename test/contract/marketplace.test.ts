import type Stripe from 'stripe';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { failure, idOf, noRedirects, startProvider, type Provider } from './provider.ts';

let provider: Provider;
let stripe: Stripe;
let account: string;
beforeAll(async () => {
  provider = await startProvider();
  ({ stripe } = provider);
  account = await openAccount();
});
afterAll(() => provider.close());

/** An account that told everything with the call, and may be paid out by hand. */
async function openAccount(): Promise<string> {
  const { id } = await stripe.accounts.create({
    type: 'custom',
    country: 'US',
    email: 'contract@example.com',
    business_type: 'individual',
    business_profile: { mcc: '8299', url: 'https://example.com', product_description: 'Lessons' },
    capabilities: { transfers: { requested: true } },
    external_account: 'btok_us_verified',
    individual: {
      first_name: 'Jenny',
      last_name: 'Rosen',
      email: 'contract@example.com',
      phone: '0000000000',
      dob: { day: 1, month: 1, year: 1901 },
      id_number: '000000000',
      address: {
        line1: 'address_full_match',
        city: 'New York',
        state: 'NY',
        postal_code: '10001',
        country: 'US',
      },
    },
    settings: { payouts: { schedule: { interval: 'manual' } } },
    tos_acceptance: { date: provider.now() - 60, ip: '127.0.0.1' },
  });
  await provider.eventually(
    () => stripe.accounts.retrieve(id),
    ({ capabilities, payouts_enabled: payouts }) => payouts && capabilities?.transfers === 'active',
  );
  return id;
}

/** Its money is available at once. */
async function charge(amount: number): Promise<string> {
  const { latest_charge: made } = await stripe.paymentIntents.create({
    amount,
    currency: 'usd',
    payment_method: 'pm_card_bypassPending',
    confirm: true,
    capture_method: 'automatic',
    automatic_payment_methods: noRedirects,
  });
  return idOf(made);
}

const transfer = (amount: number, source_transaction: string, destination = account) =>
  stripe.transfers.create({ amount, currency: 'usd', destination, source_transaction });

describe('an account', () => {
  it('that told nothing yet can do nothing, and says what is wanted', async () => {
    const made = await stripe.accounts.create({
      type: 'express',
      country: 'US',
      capabilities: { transfers: { requested: true } },
    });
    expect(made).toMatchObject({
      details_submitted: false,
      payouts_enabled: false,
      capabilities: { transfers: 'inactive' },
    });
    expect(made.requirements?.currently_due).toContain('external_account');
    const link = await stripe.accountLinks.create({
      account: made.id,
      type: 'account_onboarding',
      refresh_url: 'https://example.com/again',
      return_url: 'https://example.com/back',
    });
    expect(link.url).toMatch(/^https?:\/\//);
    expect(link.expires_at).toBeGreaterThan(provider.now());
    const refused = await failure(transfer(100, await charge(1000), made.id));
    expect(refused).toMatchObject({
      statusCode: 400,
      code: 'insufficient_capabilities_for_transfer',
    });
  });

  it('of somebody else cannot be reached', async () => {
    const error = await failure(stripe.balance.retrieve({}, { stripeAccount: 'acct_none' }));
    expect(error.statusCode).toBe(403);
  });
});

describe('a transfer', () => {
  it('takes a charge apart, never for more than it brought', async () => {
    const source = await charge(10_000);
    const made = await transfer(9000, source);
    expect(made).toMatchObject({
      object: 'transfer',
      amount: 9000,
      reversed: false,
      destination: account,
    });
    const payment = await stripe.charges.retrieve(
      idOf(made.destination_payment),
      {},
      { stripeAccount: account },
    );
    expect(payment).toMatchObject({ amount: 9000, source_transfer: made.id });
    expect((await failure(transfer(1001, source))).statusCode).toBe(400);
  });

  it('is taken back in parts', async () => {
    const made = await transfer(5000, await charge(6000));
    const part = await stripe.transfers.createReversal(made.id, { amount: 2000 });
    expect(part).toMatchObject({ object: 'transfer_reversal', amount: 2000, transfer: made.id });
    await stripe.transfers.createReversal(made.id);
    expect(await stripe.transfers.retrieve(made.id)).toMatchObject({
      amount_reversed: 5000,
      reversed: true,
    });
    expect((await failure(stripe.transfers.createReversal(made.id))).statusCode).toBe(400);
  });
});

describe('a payout', () => {
  it('takes what is available, and not more', async () => {
    const on = { stripeAccount: account };
    await transfer(4000, await charge(5000));
    const available = async () =>
      (await stripe.balance.retrieve({}, on)).available.find(({ currency }) => currency === 'usd')
        ?.amount ?? 0;
    const amount = await provider.eventually(available, (found) => found >= 4000);
    const more = stripe.payouts.create({ amount: amount + 1, currency: 'usd' }, on);
    expect((await failure(more)).code).toBe('balance_insufficient');
    const payout = await stripe.payouts.create({ amount: 4000, currency: 'usd' }, on);
    expect(payout).toMatchObject({ object: 'payout', automatic: false, type: 'bank_account' });
    const { data } = await stripe.balanceTransactions.list({ source: payout.id }, on);
    expect(data[0]).toMatchObject({ type: 'payout', amount: -4000, net: -4000 });
    expect(await available()).toBe(amount - 4000);
  });
});
