import type Stripe from 'stripe';
import { newId } from '../ids.ts';

interface TransferInput {
  amount: number;
  currency: string;
  destination: string;
  description: string | null;
  metadata: Record<string, string>;
  sourceTransaction: string | null;
  transferGroup: string | null;
  created: number;
}

export function buildTransfer(input: TransferInput): Stripe.Transfer {
  const id = newId('tr');
  return {
    id,
    object: 'transfer',
    amount: input.amount,
    amount_reversed: 0,
    balance_transaction: null,
    created: input.created,
    currency: input.currency,
    description: input.description,
    destination: input.destination,
    livemode: false,
    metadata: input.metadata,
    reversals: {
      object: 'list',
      data: [],
      has_more: false,
      url: `/v1/transfers/${id}/reversals`,
    },
    reversed: false,
    source_transaction: input.sourceTransaction,
    source_type: 'card',
    transfer_group: input.transferGroup,
  } satisfies Stripe.Transfer;
}

interface ReversalInput {
  transfer: Stripe.Transfer;
  amount: number;
  metadata: Record<string, string>;
  created: number;
}

export function buildReversal(input: ReversalInput): Stripe.TransferReversal {
  return {
    id: newId('trr'),
    object: 'transfer_reversal',
    amount: input.amount,
    balance_transaction: null,
    created: input.created,
    currency: input.transfer.currency,
    destination_payment_refund: null,
    metadata: input.metadata,
    source_refund: null,
    transfer: input.transfer.id,
  } satisfies Stripe.TransferReversal;
}

/** The transfer as the account that gets it sees it: a payment by its platform. */
export function buildDestinationPayment(transfer: Stripe.Transfer, created: number): Stripe.Charge {
  return {
    id: newId('py'),
    object: 'charge',
    amount: transfer.amount,
    amount_captured: transfer.amount,
    amount_refunded: 0,
    application: null,
    application_fee: null,
    application_fee_amount: null,
    balance_transaction: null,
    billing_details: {
      address: null,
      email: null,
      name: null,
      phone: null,
      tax_id: null,
    },
    calculated_statement_descriptor: null,
    captured: true,
    created,
    currency: transfer.currency,
    customer: null,
    description: null,
    disputed: false,
    failure_balance_transaction: null,
    failure_code: null,
    failure_message: null,
    fraud_details: {},
    livemode: false,
    metadata: {},
    on_behalf_of: null,
    outcome: null,
    paid: true,
    payment_intent: null,
    payment_method: null,
    payment_method_details: { type: 'stripe_account' },
    receipt_email: null,
    receipt_number: null,
    receipt_url: null,
    refunded: false,
    review: null,
    shipping: null,
    source: null,
    source_transfer: transfer.id,
    statement_descriptor: null,
    statement_descriptor_suffix: null,
    status: 'succeeded',
    transfer_data: null,
    transfer_group: transfer.transfer_group,
  } satisfies Stripe.Charge;
}

interface PayoutInput {
  amount: number;
  currency: string;
  automatic: boolean;
  destination: string;
  method: 'instant' | 'standard';
  description: string | null;
  statementDescriptor: string | null;
  metadata: Record<string, string>;
  arrivalDate: number;
  created: number;
}

export function buildPayout(input: PayoutInput): Stripe.Payout {
  return {
    id: newId('po'),
    object: 'payout',
    amount: input.amount,
    application_fee: null,
    application_fee_amount: null,
    arrival_date: input.arrivalDate,
    automatic: input.automatic,
    balance_transaction: null,
    created: input.created,
    currency: input.currency,
    description: input.description,
    destination: input.destination,
    failure_balance_transaction: null,
    failure_code: null,
    failure_message: null,
    livemode: false,
    metadata: input.metadata,
    method: input.method,
    original_payout: null,
    payout_method: null,
    reconciliation_status: input.automatic ? 'completed' : 'not_applicable',
    reversed_by: null,
    source_type: 'card',
    statement_descriptor: input.statementDescriptor,
    status: 'pending',
    trace_id: null,
    type: 'bank_account',
  } satisfies Stripe.Payout;
}

/** What a reversal takes back, as the account that gives it sees it. */
export function buildDestinationRefund(
  payment: Stripe.Charge,
  reversal: Stripe.TransferReversal,
): Stripe.Refund {
  return {
    id: newId('pyr'),
    object: 'refund',
    amount: reversal.amount,
    balance_transaction: null,
    charge: payment.id,
    created: reversal.created,
    currency: payment.currency,
    customer: null,
    customer_account: null,
    metadata: {},
    payment_intent: null,
    payment_method: null,
    reason: null,
    receipt_number: null,
    source_transfer_reversal: reversal.id,
    status: 'succeeded',
    transfer_reversal: null,
  } satisfies Stripe.Refund;
}
