import {
  type AccountState,
  setAccountState,
} from '../../../../src/dev/payments/actions/connect/account-states.ts';
import { createAccount } from '../../../../src/dev/payments/actions/connect/accounts.ts';
import {
  type BankInput,
  replaceBankAccount,
} from '../../../../src/dev/payments/actions/connect/bank-accounts.ts';
import { captureCharge, settleCancelledCharge } from '../../../../src/domains/payments/index.ts';
import {
  changePayoutAccount,
  openPayoutAccount,
} from '../../../../src/domains/payments/payout-accounts/payout-accounts.queries.ts';
import { endRequest } from '../requests.ts';
import type { Of } from '../steps.ts';
import type { MoneyWorld } from '../world.ts';

const bankAccount = (works: boolean): BankInput => ({
  country: 'GB',
  currency: 'gbp',
  // Payouts to the second one come back.
  number: works ? '00012345' : '11111116',
  routingNumber: '108800',
  holder: null,
  holderType: null,
});

/** The one teacher of a world, whom the provider may pay already. */
export async function openAccount({ ctx, provider, teacherId }: MoneyWorld): Promise<void> {
  const row = await openPayoutAccount(ctx, {
    personId: teacherId,
    platform: 'main',
    country: 'GB',
  });
  const op = provider.begin();
  const account = createAccount(op, {
    type: 'express',
    country: 'GB',
    currency: undefined,
    email: null,
    businessType: undefined,
    capabilities: ['transfers'],
    controller: undefined,
    // Nobody is paid out before they have said to which bank.
    schedule: { interval: 'manual' },
    profile: {},
    agreedAt: undefined,
    bank: bankAccount(true),
    metadata: { payout_account_id: row.id },
  });
  setAccountState(op, account, 'enabled');
  await changePayoutAccount(ctx, row.id, ctx.clock.now(), {
    status: 'enabled',
    provider_account_id: account.id,
    transfers_enabled: true,
    payouts_enabled: true,
    disabled_reason: null,
    requirements: [],
    bank_name: null,
    bank_last4: null,
  });
}

export function setAccount({ provider }: MoneyWorld, state: AccountState): void {
  const op = provider.begin();
  for (const account of op.store.accounts.values()) setAccountState(op, account, state);
}

export function setBankAccount({ provider }: MoneyWorld, works: boolean): void {
  const op = provider.begin();
  for (const account of op.store.accounts.values())
    replaceBankAccount(op, account, bankAccount(works));
}

/** What becomes of a lesson, as scheduling tells payments; and of the account it is paid to. */
export const instructor = {
  deliver: (world: MoneyWorld, step: Of<'deliver'>) =>
    world.withLesson(step, (id) => captureCharge(world.ctx, id)),

  /** One of the requests that wait: of all charges only few do. */
  async answer(world: MoneyWorld, { which, answer }: Of<'answer'>) {
    const { requests, tally } = world;
    const waiting = world.charges.filter((id) => requests.waiting(world.charge(id)));
    const id = waiting[which % Math.max(1, waiting.length)];
    if (id === undefined) return;
    if (answer !== 'accept')
      return endRequest(world, id, answer === 'decline' ? 'declined' : 'withdrawn');
    requests.waiting(world.charge(id))!.accepted = true;
    tally.count('request: accepted');
  },

  call_off: (world: MoneyWorld, step: Of<'call_off'>) =>
    world.withLesson(step, (chargeId) =>
      settleCancelledCharge(world.ctx, { chargeId, keepMinor: 0, reason: step.why }),
    ),

  account: (world: MoneyWorld, { state }: Of<'account'>) => setAccount(world, state),

  bank_account(world: MoneyWorld, { works }: Of<'bank_account'>) {
    setBankAccount(world, works);
    for (const { settings } of world.provider.begin().store.accounts.values())
      settings!.payouts!.schedule.interval = 'daily';
  },
};
