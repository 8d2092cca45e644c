import type Stripe from 'stripe';
import { newId } from '../ids.ts';

interface SessionInput {
  mode: 'payment' | 'setup' | 'subscription';
  amount: number | null;
  currency: string | null;
  allowedMethods: string[] | null;
  successUrl: string;
  cancelUrl: string | null;
  customer: string | null;
  customerCreation: 'always' | 'if_required';
  collection: 'always' | 'if_required';
  customerEmail: string | null;
  clientReferenceId: string | null;
  metadata: Record<string, string>;
  submitType: 'auto' | 'book' | 'pay' | null;
  locale: Stripe.Checkout.Session.Locale | null;
  expiresAt: number;
  created: number;
  baseUrl: string;
}

export function sessionUrl(baseUrl: string, id: string): string {
  return `${baseUrl}/c/pay/${id}`;
}

function buildCustomerDetails(email: string): Stripe.Checkout.Session.CustomerDetails {
  return {
    address: null,
    business_name: null,
    email,
    individual_name: null,
    name: null,
    phone: null,
    tax_exempt: 'none',
    tax_ids: null,
  };
}

export function buildCheckoutSession(input: SessionInput): Stripe.Checkout.Session {
  const id = newId('cs_test', 58);
  return {
    id,
    object: 'checkout.session',
    adaptive_pricing: { enabled: false },
    after_expiration: null,
    allow_promotion_codes: null,
    allowed_payment_method_types: input.allowedMethods,
    amount_subtotal: input.amount,
    amount_total: input.amount,
    automatic_tax: { enabled: false, liability: null, provider: null, status: null },
    billing_address_collection: null,
    cancel_url: input.cancelUrl,
    client_reference_id: input.clientReferenceId,
    client_secret: null,
    collected_information: null,
    consent: null,
    consent_collection: null,
    created: input.created,
    currency: input.currency,
    currency_conversion: null,
    custom_fields: [],
    custom_text: {
      after_submit: null,
      shipping_address: null,
      submit: null,
      terms_of_service_acceptance: null,
    },
    customer: input.customer,
    customer_account: null,
    customer_creation:
      input.customer !== null || input.mode === 'setup' ? null : input.customerCreation,
    customer_details: input.customerEmail ? buildCustomerDetails(input.customerEmail) : null,
    customer_email: input.customerEmail,
    discounts: [],
    expires_at: input.expiresAt,
    integration_identifier: null,
    invoice: null,
    invoice_creation: {
      enabled: false,
      invoice_data: {
        account_tax_ids: null,
        custom_fields: null,
        description: null,
        footer: null,
        issuer: null,
        metadata: {},
        rendering_options: null,
      },
    },
    livemode: false,
    locale: input.locale,
    managed_payments: { enabled: false },
    metadata: input.metadata,
    mode: input.mode,
    origin_context: null,
    payment_intent: null,
    payment_link: null,
    payment_method_collection: input.collection,
    payment_method_configuration_details: null,
    payment_method_options: { card: { request_three_d_secure: 'automatic' } },
    payment_method_types: ['card'],
    payment_status: input.mode === 'setup' ? 'no_payment_required' : 'unpaid',
    permissions: null,
    phone_number_collection: { enabled: false },
    recovered_from: null,
    saved_payment_method_options: null,
    setup_intent: null,
    shipping_address_collection: null,
    shipping_cost: null,
    shipping_options: [],
    status: 'open',
    submit_type: input.submitType,
    subscription: null,
    success_url: input.successUrl,
    total_details: { amount_discount: 0, amount_shipping: 0, amount_tax: 0 },
    ui_mode: 'hosted_page',
    url: sessionUrl(input.baseUrl, id),
    wallet_options: null,
  } satisfies Stripe.Checkout.Session;
}
