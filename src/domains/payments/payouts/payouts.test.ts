import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type PaymentsWorld, startPaymentsWorld } from '../../../../test/support/payments.ts';
import { onboard, passDays, transferTo } from '../../../../test/support/payouts.ts';
import { onboardHostedPage } from '../../../dev/payments/onboard-hosted-page.ts';
import { newId } from '../../../platform/db/index.ts';
import { chooseMarket, marketsDomain } from '../../markets/index.ts';
import { checkPayoutAccount } from '../payout-accounts/check-payout-account.ts';
import { getPayoutAccount } from '../payout-accounts/get-payout-account.ts';
import { startOnboarding } from '../payout-accounts/start-onboarding.ts';
import { tables } from '../tables.ts';

let world: PaymentsWorld;
beforeAll(async () => {
  world = await startPaymentsWorld([marketsDomain]);
}, 120_000);
afterAll(() => world?.close());

async function newTeacher(code: 'gb' | 'us' | 'in' | 'jp' = 'gb'): Promise<string> {
  const personId = newId(world.clock);
  await chooseMarket(world.ctx, { personId, code });
  return personId;
}

const onboarded = (personId: string, options = {}) => onboard(world, personId, options);

const rowOf = (personId: string) =>
  tables(world.ctx)
    .selectFrom('payments.payout_accounts')
    .select(['id', 'status', 'provider_account_id', 'country', 'platform'])
    .where('person_id', '=', personId)
    .executeTakeFirstOrThrow();

describe('the onboarding of who is to be paid (PY-02)', () => {
  it('leads through the provider’s page to an account that is enabled', async () => {
    const personId = await newTeacher();
    expect((await getPayoutAccount(world.ctx, personId)).status).toBe('not_started');
    expect(await onboarded(personId)).toBe(`${world.ctx.config.publicUrl}/earnings/account?back=1`);
    expect(await getPayoutAccount(world.ctx, personId)).toMatchObject({
      status: 'enabled',
      country: 'GB',
      bank: { last4: '2345' },
      requirements: [],
    });
  });

  it('makes one account however often it is begun, even at once', async () => {
    const personId = await newTeacher();
    const begun = await Promise.allSettled(
      Array.from({ length: 5 }, () => startOnboarding(world.ctx, personId)),
    );
    expect(begun.filter(({ status }) => status === 'fulfilled').length).toBeGreaterThan(0);
    await startOnboarding(world.ctx, personId);
    const { id } = await rowOf(personId);
    const accounts = await world.stripe.accounts
      .list({ limit: 100 })
      .autoPagingToArray({ limit: 1000 });
    expect(accounts.filter(({ metadata }) => metadata?.['payout_account_id'] === id)).toHaveLength(
      1,
    );
  });

  it('finds the account that a lost answer had made', async () => {
    const personId = await newTeacher();
    world.provider.faults.call({ kind: 'drop_after' }, { method: 'POST', path: '/v1/accounts' });
    world.provider.faults.call({ kind: 'drop_after' }, { method: 'POST', path: '/v1/accounts' });
    await expect(startOnboarding(world.ctx, personId)).rejects.toMatchObject({
      code: 'payment_provider_unavailable',
    });
    expect(await startOnboarding(world.ctx, personId)).toContain('/c/onboarding/');
    const { id } = await rowOf(personId);
    const accounts = await world.stripe.accounts
      .list({ limit: 100 })
      .autoPagingToArray({ limit: 1000 });
    expect(accounts.filter(({ metadata }) => metadata?.['payout_account_id'] === id)).toHaveLength(
      1,
    );
  });

  it('shows at once what the provider says, to who comes back before its event', async () => {
    const personId = await newTeacher('us');
    await onboardHostedPage(await startOnboarding(world.ctx, personId));
    expect((await getPayoutAccount(world.ctx, personId)).status).toBe('onboarding');
    expect((await checkPayoutAccount(world.ctx, personId)).status).toBe('pending');
    expect((await rowOf(personId)).country).toBe('US');
  });

  it('shows what the check found missing, and the day by which more is wanted', async () => {
    const short = await newTeacher();
    await onboarded(short, { verdict: 'document' });
    expect(await getPayoutAccount(world.ctx, short)).toMatchObject({
      status: 'restricted',
      requirements: [{ kind: 'identity_document', pastDue: true, reason: expect.any(String) }],
    });
    const later = await newTeacher();
    await onboarded(later, { verdict: 'later' });
    expect(await getPayoutAccount(world.ctx, later)).toMatchObject({
      status: 'enabled',
      requirements: [{ kind: 'identity_document', pastDue: false, dueAt: expect.any(String) }],
    });
  });

  it('needs a market, which says where the bank is', async () => {
    await expect(startOnboarding(world.ctx, newId(world.clock))).rejects.toMatchObject({
      code: 'market_required',
    });
  });

  it('ends in the same state in whatever order its events come, thrice each', async () => {
    const personId = await newTeacher();
    await onboardHostedPage(await startOnboarding(world.ctx, personId), { verdict: 'document' });
    world.clock.advance({ seconds: 10 });
    const events = await world.takeEvents();
    expect(events.length).toBeGreaterThan(1);
    for (const event of [...events.toReversed(), ...events, ...events]) {
      await world.deliver(event);
      await world.runJobs();
    }
    expect((await getPayoutAccount(world.ctx, personId)).status).toBe('restricted');
  });
});

describe('payouts (PY-02)', () => {
  it('are followed from their making to the bank, with the movements they are made of', async () => {
    const personId = await newTeacher();
    await onboarded(personId);
    const transfer = await transferTo(world, personId, 3420);
    await passDays(world, 5);
    const [payout] = await payoutsOf(personId);
    expect(payout).toMatchObject({
      status: 'paid',
      currency: 'GBP',
      amount_minor: 3420,
      bank_last4: '2345',
    });
    const lines = await tables(world.ctx)
      .selectFrom('payments.payout_lines')
      .select(['kind', 'provider_transfer_id', 'amount_minor'])
      .where('payout_id', '=', payout!.id)
      .execute();
    expect(lines).toEqual([
      { kind: 'transfer', provider_transfer_id: transfer.id, amount_minor: 3420 },
    ]);
  });

  it('that the bank refuses are failed, and their money is in the next one', async () => {
    const personId = await newTeacher();
    await onboarded(personId, { account: '000111111113' });
    await transferTo(world, personId, 1000);
    await passDays(world, 6);
    const [payout] = await payoutsOf(personId);
    expect(payout).toMatchObject({ status: 'failed', failure_code: 'account_closed' });
    expect(await getPayoutAccount(world.ctx, personId)).toMatchObject({
      status: 'restricted',
      requirements: [{ kind: 'bank', pastDue: true }],
    });
  });
});

const payoutsOf = (personId: string) =>
  tables(world.ctx)
    .selectFrom('payments.payouts')
    .selectAll()
    .where('person_id', '=', personId)
    .orderBy('provider_created_at')
    .execute();
