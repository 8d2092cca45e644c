import type Stripe from 'stripe';
import { newId } from '../ids.ts';

interface SetupIntentInput {
  customer: string | null;
  description: string | null;
  metadata: Record<string, string>;
  usage: 'off_session' | 'on_session';
  automaticMethods: { allow_redirects: 'always' | 'never'; enabled: boolean } | null;
  created: number;
}

export function buildSetupIntent(input: SetupIntentInput): Stripe.SetupIntent {
  const id = newId('seti');
  return {
    id,
    object: 'setup_intent',
    allowed_payment_method_types: null,
    application: null,
    automatic_payment_methods: input.automaticMethods,
    cancellation_reason: null,
    client_secret: `${id}_${newId('secret')}`,
    created: input.created,
    customer: input.customer,
    customer_account: null,
    description: input.description,
    excluded_payment_method_types: null,
    flow_directions: null,
    last_setup_error: null,
    latest_attempt: null,
    livemode: false,
    managed_payments: null,
    mandate: null,
    metadata: { ...input.metadata },
    next_action: null,
    on_behalf_of: null,
    payment_method: null,
    payment_method_configuration_details: null,
    payment_method_options: {
      card: { mandate_options: null, network: null, request_three_d_secure: 'automatic' },
    },
    payment_method_types: ['card'],
    single_use_mandate: null,
    status: 'requires_payment_method',
    usage: input.usage,
  } satisfies Stripe.SetupIntent;
}

/** One try to set up a card. */
export function buildSetupAttempt(
  intent: Stripe.SetupIntent,
  method: Stripe.PaymentMethod,
  outcome: { status: 'failed' | 'succeeded'; authenticated: boolean },
  created: number,
): Stripe.SetupAttempt {
  const card = method.card!;
  return {
    id: newId('setatt'),
    object: 'setup_attempt',
    application: null,
    created,
    customer: intent.customer,
    customer_account: null,
    flow_directions: null,
    livemode: false,
    on_behalf_of: null,
    payment_method: method.id,
    payment_method_details: {
      card: {
        brand: card.brand,
        checks: card.checks,
        country: card.country,
        exp_month: card.exp_month,
        exp_year: card.exp_year,
        fingerprint: card.fingerprint ?? null,
        funding: card.funding,
        last4: card.last4,
        network: card.brand,
        three_d_secure: outcome.authenticated
          ? {
              authentication_flow: 'challenge',
              electronic_commerce_indicator: '05',
              result: 'authenticated',
              result_reason: null,
              transaction_id: null,
              version: '2.2.0',
            }
          : null,
        wallet: null,
      },
      type: 'card',
    },
    setup_error: null,
    setup_intent: intent.id,
    status: outcome.status,
    usage: intent.usage,
  } satisfies Stripe.SetupAttempt;
}
