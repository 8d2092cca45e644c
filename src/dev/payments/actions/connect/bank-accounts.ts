import type Stripe from 'stripe';
import { invalidRequest, missingResource } from '../../api/errors.ts';
import { requiredCurrency } from '../../api/fields.ts';
import type { Params } from '../../api/params.ts';
import type { Operation } from '../../core.ts';
import { buildBankAccount } from '../../objects/account.ts';
import { setAccountState, stateOf } from './account-states.ts';

export interface BankInput {
  country: string;
  currency: string;
  /** Digits of a test account, or an IBAN; only the last four are kept. */
  number: string;
  routingNumber: string | null;
  holder: string | null;
  holderType: string | null;
}

/** The provider's tokens for bank accounts in tests. */
const tokens: Record<string, Pick<BankInput, 'country' | 'currency' | 'number'>> = {
  btok_us_verified: { country: 'US', currency: 'usd', number: '000123456789' },
  btok_us_verified_noAccount: { country: 'US', currency: 'usd', number: '000111111116' },
};

function readDetails(params: Params): BankInput {
  params.oneOf('object', ['bank_account']);
  return {
    country: params.requiredText('country', 2).toUpperCase(),
    currency: requiredCurrency(params),
    number: params.requiredText('account_number', 40).replaceAll(' ', ''),
    routingNumber: params.text('routing_number', 20) ?? null,
    holder: params.text('account_holder_name', 200) ?? null,
    holderType: params.oneOf('account_holder_type', ['company', 'individual']) ?? null,
  };
}

/** `external_account`: a token, or the account itself. */
export function readBank(params: Params): BankInput | undefined {
  const name = 'external_account';
  if (params.isText(name)) {
    const token = params.text(name) ?? '';
    const known = tokens[token];
    if (known) return { ...known, routingNumber: '110000000', holder: null, holderType: null };
    throw missingResource('token', token, name);
  }
  const details = params.object(name);
  return details && readDetails(details);
}

export function addBankAccount(
  op: Operation,
  account: Stripe.Account,
  input: BankInput,
): Stripe.BankAccount {
  if (!/^[A-Z0-9]{4,34}$/i.test(input.number)) {
    throw invalidRequest('The account number is not valid.', {
      code: 'bank_account_unusable',
      param: 'external_account[account_number]',
    });
  }
  const banks = account.external_accounts?.data ?? [];
  const bank = buildBankAccount({
    ...input,
    account: account.id,
    last4: input.number.slice(-4),
    isDefault: true,
    metadata: {},
  });
  for (const other of banks) {
    if (other.currency === bank.currency) other.default_for_currency = false;
  }
  banks.unshift(bank);
  const own = op.inAccount(account.id);
  own?.store.bankAccounts.set(bank.id, bank);
  own?.publish('account.external_account.created', bank);
  return bank;
}

/** A new bank account also mends an account whose payouts had failed. */
export function replaceBankAccount(
  op: Operation,
  account: Stripe.Account,
  input: BankInput,
): Stripe.BankAccount {
  const bank = addBankAccount(op, account, input);
  const state = stateOf(account);
  if (state !== 'not_started' && state !== 'pending') setAccountState(op, account, state);
  return bank;
}

export function removeBankAccount(
  op: Operation,
  account: Stripe.Account,
  id: string,
): Stripe.DeletedBankAccount {
  const banks = account.external_accounts?.data ?? [];
  const index = banks.findIndex((bank) => bank.id === id);
  if (index < 0) throw missingResource('external account', id, 'id');
  if (banks[index]!.default_for_currency) {
    throw invalidRequest(
      'You cannot delete the default external account for your default currency.',
      {
        code: 'invalid_request_error',
      },
    );
  }
  const [bank] = banks.splice(index, 1);
  op.inAccount(account.id)?.publish('account.external_account.deleted', bank!);
  return { id, object: 'bank_account', deleted: true };
}
