import type Stripe from 'stripe';
import { invalidRequest, missingResource } from '../../api/errors.ts';
import { requiredAmount, requiredCurrency } from '../../api/fields.ts';
import type { Params } from '../../api/params.ts';
import type { Operation } from '../../core.ts';
import { idOf } from '../../ids.ts';
import { buildBankAccount } from '../../objects/account.ts';
import { buildPayout } from '../../objects/transfer.ts';
import { balanceOf, recordBalance } from '../balance/record-balance.ts';
import { setAccountState, stateOf } from '../connect/account-states.ts';

const hourSeconds = 3600;
const arrival = { instant: hourSeconds, standard: 2 * 24 * hourSeconds };

/** What becomes of payouts to the provider's test accounts, by their last digits. */
const failures: Record<string, { code: string; message: string }> = {
  '1116': { code: 'no_account', message: 'An account could not be located.' },
  '1113': { code: 'account_closed', message: 'The bank account has been closed.' },
  '2227': { code: 'insufficient_funds', message: 'The account has insufficient funds.' },
  '3335': { code: 'debit_not_authorized', message: 'Debits are not approved on this account.' },
  '4440': { code: 'invalid_currency', message: 'The account does not take this currency.' },
};

export interface CreatePayoutInput {
  amount: number;
  currency: string;
  method: 'instant' | 'standard';
  description: string | null;
  statementDescriptor: string | null;
  destination: string | undefined;
  metadata: Record<string, string>;
  automatic: boolean;
}

export function readCreatePayout(params: Params): CreatePayoutInput {
  params.oneOf('source_type', ['card']);
  return {
    amount: requiredAmount(params),
    currency: requiredCurrency(params),
    method: params.oneOf('method', ['instant', 'standard']) ?? 'standard',
    description: params.text('description') ?? null,
    statementDescriptor: params.text('statement_descriptor', 22) ?? null,
    destination: params.text('destination'),
    metadata: params.metadata(),
    automatic: false,
  };
}

/** The platform's own bank account is made up when it is first needed. */
function ownBank(op: Operation, currency: string): Stripe.BankAccount {
  const bank = buildBankAccount({
    account: op.platform.id,
    country: op.platform.country,
    currency,
    holder: op.platform.name,
    holderType: 'company',
    last4: '6789',
    routingNumber: null,
    isDefault: true,
    metadata: {},
  });
  op.store.bankAccounts.set(bank.id, bank);
  return bank;
}

function bankFor(op: Operation, input: CreatePayoutInput): Stripe.BankAccount {
  if (input.destination !== undefined) {
    const bank = op.store.bankAccounts.get(input.destination);
    if (!bank) throw missingResource('external account', input.destination, 'destination');
    return bank;
  }
  const banks = [...op.store.bankAccounts.values()].filter(
    (bank) => bank.currency === input.currency && bank.status !== 'errored',
  );
  const bank = banks.findLast((candidate) => candidate.default_for_currency) ?? banks.at(-1);
  if (bank) return bank;
  if (op.scope === op.platform.own) return ownBank(op, input.currency);
  throw invalidRequest(
    `Sorry, you don't have any external accounts in that currency (${input.currency}).`,
    { code: 'no_external_account_in_currency', param: 'currency' },
  );
}

function checkPayouts(op: Operation): void {
  const account = op.platform.own.store.accounts.get(op.scope.account);
  if (op.scope === op.platform.own || account?.payouts_enabled) return;
  throw invalidRequest('Payouts are not enabled for this account: see its requirements.', {
    code: 'payouts_not_allowed',
  });
}

export function createPayout(op: Operation, input: CreatePayoutInput): Stripe.Payout {
  checkPayouts(op);
  const bank = bankFor(op, input);
  if (input.amount > balanceOf(op, input.currency).available) {
    throw invalidRequest('You have insufficient funds in your account for this payout.', {
      code: 'balance_insufficient',
    });
  }
  const payout = buildPayout({
    ...input,
    destination: bank.id,
    arrivalDate: op.now + arrival[input.method],
    created: op.now,
  });
  payout.balance_transaction = recordBalance(op, {
    type: 'payout',
    amount: -input.amount,
    fee: 0,
    currency: input.currency,
    source: payout.id,
    description: input.description ?? 'PAYOUT',
    availableOn: op.now,
  }).id;
  op.store.payouts.set(payout.id, payout);
  op.schedule('start_payout', payout.id, hourSeconds / 2);
  op.schedule('finish_payout', payout.id, arrival[input.method]);
  op.publish('payout.created', payout);
  return payout;
}

function giveBack(
  op: Operation,
  payout: Stripe.Payout,
  type: 'payout_cancel' | 'payout_failure',
): string {
  return recordBalance(op, {
    type,
    amount: payout.amount,
    fee: 0,
    currency: payout.currency,
    source: payout.id,
    description: type === 'payout_cancel' ? 'PAYOUT CANCELED' : 'PAYOUT FAILURE',
    availableOn: op.now,
  }).id;
}

export function cancelPayout(op: Operation, payout: Stripe.Payout): Stripe.Payout {
  if (payout.status !== 'pending' || payout.automatic) {
    throw invalidRequest(
      payout.automatic
        ? 'Automatic payouts cannot be canceled.'
        : `Only a payout that is pending can be canceled; this one is ${payout.status}.`,
    );
  }
  payout.status = 'canceled';
  giveBack(op, payout, 'payout_cancel');
  op.publish('payout.canceled', payout);
  return payout;
}

/** The money is on its way. */
export function startPayout(op: Operation, id: string): void {
  const payout = op.store.payouts.get(id);
  if (payout?.status !== 'pending') return;
  payout.status = 'in_transit';
  op.publish('payout.updated', payout, { status: 'pending' });
}

function failPayout(
  op: Operation,
  payout: Stripe.Payout,
  bank: Stripe.BankAccount | undefined,
  { code, message }: { code: string; message: string },
): void {
  Object.assign(payout, {
    status: 'failed',
    failure_code: code,
    failure_message: message,
    failure_balance_transaction: giveBack(op, payout, 'payout_failure'),
  });
  op.publish('payout.failed', payout);
  if (!bank) return;
  bank.status = 'errored';
  const account = op.platform.own.store.accounts.get(op.scope.account);
  const listed = account?.external_accounts?.data.find(({ id }) => id === bank.id);
  if (listed?.object === 'bank_account') listed.status = 'errored';
  op.publish('account.external_account.updated', bank);
  // No automatic payouts until there is a bank account that works.
  const platform = op.inAccount(op.platform.id);
  if (account && platform) setAccountState(platform, account, stateOf(account));
}

/** The bank's word: it has arrived, or it comes back. `failure` is chosen by hand; else the account decides. */
export function finishPayout(
  op: Operation,
  id: string,
  failure?: { code: string; message: string },
): void {
  const payout = op.store.payouts.get(id);
  if (!payout || !['in_transit', 'pending'].includes(payout.status)) return;
  const bank = op.store.bankAccounts.get(idOf(payout.destination));
  const found = failure ?? failures[bank?.last4 ?? ''];
  if (found) {
    failPayout(op, payout, bank, found);
    return;
  }
  payout.status = 'paid';
  op.publish('payout.paid', payout);
}

/** Everything that is available goes out; what it is made of can be asked for with `payout`. */
export function runPayouts(op: Operation): void {
  op.store.plannedPayouts.delete('next');
  const account = op.platform.own.store.accounts.get(op.scope.account);
  if (!account?.payouts_enabled || account.settings?.payouts?.schedule.interval === 'manual')
    return;
  for (const [currency, { available }] of op.store.balances) {
    const banks = account.external_accounts?.data ?? [];
    if (available < 1 || !banks.some((bank) => bank.currency === currency)) continue;
    const payout = createPayout(op, {
      amount: available,
      currency,
      method: 'standard',
      description: 'STRIPE PAYOUT',
      statementDescriptor: null,
      destination: undefined,
      metadata: {},
      automatic: true,
    });
    for (const transaction of op.store.balanceTransactions.values()) {
      const fits = transaction.currency === currency && transaction.status === 'available';
      if (fits && !op.store.payoutOf.has(transaction.id)) {
        op.store.payoutOf.set(transaction.id, payout.id);
      }
    }
  }
}
