import type Stripe from 'stripe';
import { invalidRequest, missingResource } from '../../api/errors.ts';
import { readCurrency, readEmail } from '../../api/fields.ts';
import type { Params } from '../../api/params.ts';
import { applyMetadata } from '../../api/route.ts';
import type { Operation } from '../../core.ts';
import { newId } from '../../ids.ts';
import { buildAccount } from '../../objects/account.ts';
import { setAccountState, stateOf } from './account-states.ts';
import { addBankAccount, readBank, type BankInput } from './bank-accounts.ts';

const types = ['custom', 'express', 'standard'] as const;
const businessTypes = ['company', 'government_entity', 'individual', 'non_profit'] as const;
const intervals = ['daily', 'manual', 'monthly', 'weekly'] as const;
const weekdays = [
  'sunday',
  'monday',
  'tuesday',
  'wednesday',
  'thursday',
  'friday',
  'saturday',
] as const;

const currencies: Record<string, string> = {
  AU: 'aud',
  BH: 'bhd',
  CA: 'cad',
  CH: 'chf',
  DK: 'dkk',
  GB: 'gbp',
  IN: 'inr',
  JP: 'jpy',
  KW: 'kwd',
  MX: 'mxn',
  NO: 'nok',
  NZ: 'nzd',
  PL: 'pln',
  SE: 'sek',
  US: 'usd',
};
export const currencyOf = (country: string) => currencies[country] ?? 'eur';

type Schedule = Stripe.Account.Settings.Payouts.Schedule;

export interface AccountInput {
  type: 'custom' | 'express' | 'none' | 'standard' | undefined;
  country: string | undefined;
  currency: string | undefined;
  email: string | null;
  businessType: Stripe.Account.BusinessType | undefined;
  capabilities: ('card_payments' | 'transfers')[];
  controller: Stripe.Account.Controller | undefined;
  schedule: Partial<Schedule>;
  bank: BankInput | undefined;
  profile: Record<string, string | null>;
  /** Everything that onboarding would ask for has come with the call. */
  agreedAt: number | undefined;
  metadata: Record<string, string>;
}

function readController(params: Params): Stripe.Account.Controller | undefined {
  const controller = params.object('controller');
  if (!controller) return undefined;
  const fees = controller.object('fees')?.oneOf('payer', ['account', 'application']);
  const losses = controller.object('losses')?.oneOf('payments', ['application', 'stripe']);
  const collects = controller.oneOf('requirement_collection', ['application', 'stripe']);
  const dashboard = controller
    .object('stripe_dashboard')
    ?.oneOf('type', ['express', 'full', 'none']);
  return {
    fees: { payer: fees === 'application' ? 'application_express' : 'account' },
    is_controller: true,
    losses: { payments: losses ?? 'stripe' },
    requirement_collection: collects ?? 'stripe',
    stripe_dashboard: { type: dashboard ?? 'full' },
    type: 'application',
  };
}

function readSchedule(params: Params): Partial<Schedule> {
  const payouts = params.object('settings')?.object('payouts');
  const schedule = payouts?.object('schedule');
  payouts?.flag('debit_negative_balances');
  if (!schedule) return {};
  const read = {
    interval: schedule.oneOf('interval', intervals),
    weekly_anchor: schedule.oneOf('weekly_anchor', weekdays),
    monthly_anchor: schedule.integer('monthly_anchor'),
    delay_days: schedule.text('delay_days') === 'minimum' ? 2 : schedule.integer('delay_days'),
  };
  return Object.fromEntries(Object.entries(read).filter(([, value]) => value !== undefined));
}

export function readAccount(params: Params): AccountInput {
  const capabilities = params.object('capabilities');
  const wanted = (['card_payments', 'transfers'] as const).filter((name) =>
    capabilities?.object(name)?.flag('requested'),
  );
  const profile = params.object('business_profile');
  const fields = ['mcc', 'name', 'product_description', 'support_email', 'support_phone', 'url'];
  const agreement = params.object('tos_acceptance');
  for (const name of ['ip', 'service_agreement', 'user_agent']) agreement?.text(name);
  params.ignore('individual');
  params.ignore('company');
  return {
    type: params.oneOf('type', types),
    country: params.text('country', 2)?.toUpperCase(),
    currency: readCurrency(params, 'default_currency'),
    email: readEmail(params, 'email'),
    businessType: params.oneOf('business_type', businessTypes),
    capabilities: wanted,
    controller: readController(params),
    schedule: readSchedule(params),
    bank: readBank(params),
    profile: Object.fromEntries(
      fields.flatMap((name) => {
        const value = profile?.clearable(name);
        return value === undefined ? [] : [[name, value]];
      }),
    ),
    agreedAt: agreement?.integer('date'),
    metadata: params.metadataChange(),
  };
}

const controllerOf = (type: AccountInput['type']): Stripe.Account.Controller =>
  type === 'standard'
    ? { type: 'account' }
    : {
        fees: { payer: type === 'express' ? 'application_express' : 'application_custom' },
        is_controller: true,
        losses: { payments: 'application' },
        requirement_collection: type === 'express' ? 'stripe' : 'application',
        stripe_dashboard: { type: type === 'express' ? 'express' : 'none' },
        type: 'application',
      };

export function getAccount(op: Operation, id: string): Stripe.Account {
  const account = op.platform.own.store.accounts.get(id);
  if (account) return account;
  throw invalidRequest(
    `The provided key does not have access to account '${id}' (or that account does not exist).`,
    { code: 'account_invalid', status: 403 },
  );
}

export function createAccount(op: Operation, input: AccountInput): Stripe.Account {
  const { type, controller, country = op.platform.country } = input;
  if (type !== undefined && controller) {
    throw invalidRequest('You may not provide the `type` and `controller` parameters together.', {
      param: 'controller',
    });
  }
  if (!/^[A-Z]{2}$/.test(country)) {
    throw invalidRequest(`Country '${country}' is unknown.`, {
      code: 'country_unsupported',
      param: 'country',
    });
  }
  const account = buildAccount({
    id: newId('acct', 16),
    type: type ?? (controller?.stripe_dashboard?.type === 'express' ? 'express' : 'none'),
    country,
    currency: input.currency ?? currencyOf(country),
    email: input.email,
    businessType: input.businessType ?? null,
    capabilities: input.capabilities,
    controller: controller ?? controllerOf(type ?? 'standard'),
    schedule: { delay_days: 2, interval: 'daily', ...input.schedule },
    metadata: input.metadata,
    created: op.now,
  });
  Object.assign(account.business_profile ?? {}, input.profile);
  op.openAccount(account.id);
  op.platform.own.store.accounts.set(account.id, account);
  if (input.bank) addBankAccount(op, account, input.bank);
  setAccountState(op, account, 'not_started');
  if (input.agreedAt !== undefined) submitDetails(op, account, input.agreedAt);
  return account;
}

/** Everything was told: the check begins. */
export function submitDetails(op: Operation, account: Stripe.Account, agreedAt: number): void {
  account.tos_acceptance = { ...account.tos_acceptance, date: agreedAt };
  setAccountState(op, account, 'pending');
}

export function updateAccount(op: Operation, id: string, input: AccountInput): Stripe.Account {
  const account = getAccount(op, id);
  Object.assign(account, {
    ...(input.email !== null && { email: input.email }),
    ...(input.businessType !== undefined && { business_type: input.businessType }),
  });
  Object.assign(account.business_profile ?? {}, input.profile);
  Object.assign(account.settings?.payouts?.schedule ?? {}, input.schedule);
  for (const name of input.capabilities)
    account.capabilities = { [name]: 'inactive', ...account.capabilities };
  if (input.bank) addBankAccount(op, account, input.bank);
  applyMetadata(account as { metadata: Record<string, string> }, input.metadata);
  const state = stateOf(account);
  if (input.agreedAt !== undefined && state === 'not_started') {
    submitDetails(op, account, input.agreedAt);
  } else if (state !== 'pending') setAccountState(op, account, state);
  return account;
}

/** Only an account without money can go. */
export function deleteAccount(op: Operation, id: string): Stripe.DeletedAccount {
  getAccount(op, id);
  const balances = [...(op.inAccount(id)?.store.balances.values() ?? [])];
  if (balances.some(({ available, pending }) => available !== 0 || pending !== 0)) {
    throw invalidRequest('An account with a balance that is not zero cannot be deleted.', {
      code: 'account_balance_not_zero',
    });
  }
  op.platform.own.store.accounts.delete(id);
  op.platform.connected.delete(id);
  return { id, object: 'account', deleted: true };
}

/** The account that holds the key. */
export function ownAccount(op: Operation): Stripe.Account {
  const { id, country, name } = op.platform;
  const account = buildAccount({
    id,
    type: 'standard',
    country,
    currency: currencyOf(country),
    email: null,
    businessType: 'company',
    capabilities: ['card_payments', 'transfers'],
    controller: { type: 'account' },
    schedule: { delay_days: 2, interval: 'manual' },
    metadata: {},
    created: 0,
  });
  return Object.assign(account, {
    business_profile: { ...account.business_profile, name },
    capabilities: { card_payments: 'active', transfers: 'active' },
    charges_enabled: true,
    details_submitted: true,
    payouts_enabled: true,
  });
}

export function capabilityOf(account: Stripe.Account, name: string): Stripe.Capability {
  const status = (account.capabilities as Record<string, string> | undefined)?.[name];
  if (status === undefined) throw missingResource('capability', name, 'capability');
  return {
    id: name,
    object: 'capability',
    account: account.id,
    future_requirements: account.future_requirements as Stripe.Capability.FutureRequirements,
    requested: true,
    requested_at: account.created ?? null,
    requirements: account.requirements as Stripe.Capability.Requirements,
    status,
  } satisfies Stripe.Capability;
}
