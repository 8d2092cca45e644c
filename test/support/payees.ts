import { createPerson } from '../../src/domains/identity/index.ts';
import { newId, sql } from '../../src/platform/db/index.ts';
import type { PaymentsWorld } from './payments.ts';

/** Somebody whose account at the provider may be sent money, in pounds. */
export async function newPayee(
  world: PaymentsWorld,
  { enabled = true }: { enabled?: boolean } = {},
): Promise<{ personId: string; accountId: string }> {
  const { id: accountId } = await world.stripe.accounts.create({
    type: 'custom',
    country: 'GB',
    email: 'ben@example.com',
    business_type: 'individual',
    business_profile: { mcc: '8299', url: 'https://example.com', product_description: 'Lessons' },
    capabilities: { transfers: { requested: true } },
    external_account: {
      object: 'bank_account',
      country: 'GB',
      currency: 'gbp',
      account_number: '00012345',
    },
    individual: {
      first_name: 'Ben',
      last_name: 'Example',
      email: 'ben@example.com',
      phone: '+441134960000',
      dob: { day: 1, month: 1, year: 1901 },
      address: { line1: 'address_full_match', city: 'Leeds', postal_code: 'LS1 1AA' },
    },
    settings: { payouts: { schedule: { interval: 'manual' } } },
    tos_acceptance: {
      date: Math.floor(world.clock.now().epochMilliseconds / 1000) - 60,
      ip: '127.0.0.1',
    },
  });
  world.clock.advance({ seconds: 10 });
  await world.provider.drain();
  const personId = await createPerson(world.ctx, {
    email: `${accountId}@example.com`.toLowerCase(),
    displayName: 'Ben Example',
    roles: ['instructor'],
    verified: true,
    timeZone: 'Europe/London',
  });
  await putAccount(world, { personId, accountId });
  if (enabled) await enablePayee(world, personId);
  return { personId, accountId };
}

async function putAccount(
  world: PaymentsWorld,
  { personId, accountId }: { personId: string; accountId: string },
): Promise<void> {
  await sql`insert into payments.payout_accounts
    (id, person_id, platform, country, status, provider_account_id, created_at, updated_at)
    values (${newId(world.clock)}, ${personId}, 'main', 'GB', 'pending', ${accountId},
      ${world.clock.now().toString()}, ${world.clock.now().toString()})`.execute(world.ctx.db);
}

export async function enablePayee(world: PaymentsWorld, personId: string): Promise<void> {
  await sql`update payments.payout_accounts
    set status = 'enabled', transfers_enabled = true, payouts_enabled = true
    where person_id = ${personId}`.execute(world.ctx.db);
}
