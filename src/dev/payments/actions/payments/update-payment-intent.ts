import type Stripe from 'stripe';
import { checkChargeable, readAmount } from '../../api/fields.ts';
import type { Params } from '../../api/params.ts';
import { applyMetadata } from '../../api/route.ts';
import type { Operation } from '../../core.ts';
import { idOf } from '../../ids.ts';
import { useMethod } from '../cards/use-method.ts';
import { getCustomer, getIntent } from '../find.ts';
import { unexpectedState } from './cancel-payment-intent.ts';

export interface UpdateIntentInput {
  amount: number | undefined;
  customer: string | undefined;
  method: string | undefined;
  metadata: Record<string, string>;
  changes: Record<string, string | null>;
}

export function readUpdateIntent(params: Params): UpdateIntentInput {
  const changes = Object.entries({
    description: params.clearable('description', 1000),
    receipt_email: params.clearable('receipt_email', 512),
    transfer_group: params.clearable('transfer_group'),
    setup_future_usage: params.oneOf('setup_future_usage', ['off_session', 'on_session']),
  }).filter((entry): entry is [string, string | null] => entry[1] !== undefined);
  return {
    amount: readAmount(params),
    customer: params.text('customer'),
    method: params.text('payment_method'),
    metadata: params.metadataChange(),
    changes: Object.fromEntries(changes),
  };
}

/** Amount, payer and card can change only while nothing is held or taken. */
export function updatePaymentIntent(
  op: Operation,
  id: string,
  input: UpdateIntentInput,
): Stripe.PaymentIntent {
  const intent = getIntent(op.store, id);
  const waiting = ['requires_payment_method', 'requires_confirmation', 'requires_action'];
  const { amount, customer, method } = input;
  const moves = amount !== undefined || customer !== undefined || method !== undefined;
  if (moves && !waiting.includes(intent.status)) {
    throw unexpectedState(
      intent,
      `This PaymentIntent could not be updated because it has a status of ${intent.status}.`,
    );
  }
  if (amount !== undefined) checkChargeable(amount, intent.currency);
  if (customer !== undefined) getCustomer(op.store, customer, 'customer');
  const found =
    method === undefined ? undefined : useMethod(op, method, customer ?? idOf(intent.customer));
  Object.assign(intent, {
    ...input.changes,
    ...(amount !== undefined && { amount }),
    ...(customer !== undefined && { customer }),
    ...(found && { payment_method: found.id, status: 'requires_confirmation', next_action: null }),
  });
  applyMetadata(intent, input.metadata);
  return intent;
}
