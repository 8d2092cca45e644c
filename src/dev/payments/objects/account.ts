import type Stripe from 'stripe';
import { newId } from '../ids.ts';

interface AccountInput {
  id: string;
  type: 'custom' | 'express' | 'none' | 'standard';
  country: string;
  currency: string;
  email: string | null;
  businessType: Stripe.Account.BusinessType | null;
  capabilities: readonly ('card_payments' | 'transfers')[];
  controller: Stripe.Account.Controller;
  schedule: Stripe.Account.Settings.Payouts.Schedule;
  metadata: Record<string, string>;
  created: number;
}

const nothingDue = () => ({
  alternatives: [],
  current_deadline: null,
  currently_due: [],
  disabled_reason: null,
  errors: [],
  eventually_due: [],
  past_due: [],
  pending_verification: [],
});

function buildSettings(
  schedule: Stripe.Account.Settings.Payouts.Schedule,
): Stripe.Account.Settings {
  return {
    bacs_debit_payments: { display_name: null, service_user_number: null },
    branding: { icon: null, logo: null, primary_color: null, secondary_color: null },
    card_issuing: { tos_acceptance: { date: null, ip: null } },
    card_payments: {
      decline_on: { avs_failure: false, cvc_failure: false },
      statement_descriptor_prefix: null,
      statement_descriptor_prefix_kana: null,
      statement_descriptor_prefix_kanji: null,
    },
    dashboard: { display_name: null, timezone: 'Etc/UTC' },
    invoices: { default_account_tax_ids: null, hosted_payment_method_save: null },
    payments: {
      statement_descriptor: null,
      statement_descriptor_kana: null,
      statement_descriptor_kanji: null,
      statement_descriptor_prefix_kana: null,
      statement_descriptor_prefix_kanji: null,
    },
    payouts: { debit_negative_balances: false, schedule, statement_descriptor: null },
    sepa_debit_payments: {},
  };
}

/** An account before anybody has told anything about it. */
export function buildAccount(input: AccountInput): Stripe.Account {
  const { id } = input;
  return {
    id,
    object: 'account',
    business_profile: {
      annual_revenue: null,
      estimated_worker_count: null,
      mcc: null,
      minority_owned_business_designation: null,
      name: null,
      product_description: null,
      specified_commercial_transactions_act_url: null,
      support_address: null,
      support_email: null,
      support_phone: null,
      support_url: null,
      url: null,
    },
    business_type: input.businessType,
    capabilities: Object.fromEntries(input.capabilities.map((name) => [name, 'inactive'])),
    charges_enabled: false,
    controller: input.controller,
    country: input.country,
    created: input.created,
    default_currency: input.currency,
    details_submitted: false,
    email: input.email,
    external_accounts: {
      object: 'list',
      data: [],
      has_more: false,
      url: `/v1/accounts/${id}/external_accounts`,
    },
    future_requirements: nothingDue(),
    metadata: input.metadata,
    payouts_enabled: false,
    requirements: nothingDue(),
    settings: buildSettings(input.schedule),
    tos_acceptance: { date: null, ip: null, user_agent: null },
    type: input.type,
  } satisfies Stripe.Account;
}

export function buildRequirements(
  due: Partial<Stripe.Account.Requirements>,
): Stripe.Account.Requirements {
  return { ...nothingDue(), ...due };
}

interface BankInput {
  account: string;
  country: string;
  currency: string;
  holder: string | null;
  holderType: string | null;
  last4: string;
  routingNumber: string | null;
  isDefault: boolean;
  metadata: Record<string, string>;
}

export function buildBankAccount(input: BankInput): Stripe.BankAccount {
  return {
    id: newId('ba'),
    object: 'bank_account',
    account: input.account,
    account_holder_name: input.holder,
    account_holder_type: input.holderType,
    account_type: null,
    available_payout_methods: ['standard'],
    bank_name: 'TEST BANK',
    country: input.country,
    currency: input.currency,
    default_for_currency: input.isDefault,
    fingerprint: newId('fp', 16).slice(3),
    future_requirements: null,
    last4: input.last4,
    metadata: input.metadata,
    requirements: null,
    routing_number: input.routingNumber,
    status: 'new',
  } satisfies Stripe.BankAccount;
}
