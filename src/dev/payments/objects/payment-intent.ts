import type Stripe from 'stripe';
import { newId } from '../ids.ts';

export type AskBank = 'any' | 'automatic' | 'challenge';

interface PaymentIntentInput {
  amount: number;
  currency: string;
  customer: string | null;
  captureMethod: 'automatic' | 'automatic_async' | 'manual';
  description: string | null;
  metadata: Record<string, string>;
  transferGroup: string | null;
  receiptEmail: string | null;
  setupFutureUsage: 'off_session' | 'on_session' | null;
  /** Null for an intent that Checkout or an invoice drives. */
  automaticMethods: { allow_redirects: 'always' | 'never'; enabled: boolean } | null;
  allowedMethods: Stripe.PaymentIntent['allowed_payment_method_types'];
  statementDescriptorSuffix?: string | null;
  /** Whether the bank is asked although it would not ask by itself. */
  askBank?: AskBank;
  created: number;
}

export function buildPaymentIntent(input: PaymentIntentInput): Stripe.PaymentIntent {
  const id = newId('pi');
  return {
    id,
    object: 'payment_intent',
    allowed_payment_method_types: input.allowedMethods,
    amount: input.amount,
    amount_capturable: 0,
    amount_details: { tip: {} },
    amount_received: 0,
    application: null,
    application_fee_amount: null,
    automatic_payment_methods: input.automaticMethods,
    canceled_at: null,
    cancellation_reason: null,
    capture_method: input.captureMethod,
    client_secret: `${id}_${newId('secret')}`,
    confirmation_method: 'automatic',
    created: input.created,
    currency: input.currency,
    customer: input.customer,
    customer_account: null,
    description: input.description,
    excluded_payment_method_types: null,
    last_payment_error: null,
    latest_charge: null,
    livemode: false,
    managed_payments: null,
    metadata: { ...input.metadata },
    next_action: null,
    on_behalf_of: null,
    payment_method: null,
    payment_method_configuration_details: null,
    payment_method_options: {
      card: {
        installments: null,
        mandate_options: null,
        network: null,
        request_three_d_secure: input.askBank ?? 'automatic',
      },
    },
    payment_method_types: ['card'],
    payment_record: null,
    processing: null,
    receipt_email: input.receiptEmail,
    review: null,
    setup_future_usage: input.setupFutureUsage,
    shipping: null,
    source: null,
    statement_descriptor: null,
    statement_descriptor_suffix: input.statementDescriptorSuffix ?? null,
    status: 'requires_payment_method',
    transfer_data: null,
    transfer_group: input.transferGroup,
  } satisfies Stripe.PaymentIntent;
}
