import type Stripe from 'stripe';
import { invalidRequest } from '../../api/errors.ts';
import { checkChargeable, readEmail, requiredAmount, requiredCurrency } from '../../api/fields.ts';
import type { Params } from '../../api/params.ts';
import type { Operation } from '../../core.ts';
import { buildPaymentIntent } from '../../objects/payment-intent.ts';
import { useMethod } from '../cards/use-method.ts';
import { getCustomer } from '../find.ts';
import { confirmIntent, readConfirm, type ConfirmInput } from './confirm-payment-intent.ts';
import { readAskBank, readAutomaticMethods, readCardOnly } from './read-methods.ts';

type Built = Parameters<typeof buildPaymentIntent>[0];

export interface CreateIntentInput extends Omit<Built, 'created'> {
  confirm: boolean;
  confirmation: ConfirmInput;
}

const captureMethods = ['automatic', 'automatic_async', 'manual'] as const;

export function readCreateIntent(params: Params): CreateIntentInput {
  const cardOnly = readCardOnly(params);
  const confirm = params.flag('confirm') ?? false;
  const input = {
    amount: requiredAmount(params),
    currency: requiredCurrency(params),
    customer: params.text('customer') ?? null,
    captureMethod: params.oneOf('capture_method', captureMethods) ?? ('automatic_async' as const),
    description: params.text('description', 1000) ?? null,
    metadata: params.metadata(),
    transferGroup: params.text('transfer_group') ?? null,
    receiptEmail: readEmail(params, 'receipt_email'),
    setupFutureUsage: params.oneOf('setup_future_usage', ['off_session', 'on_session']) ?? null,
    automaticMethods: cardOnly ? null : readAutomaticMethods(params),
    allowedMethods: cardOnly ? (['card'] as Built['allowedMethods']) : null,
    statementDescriptorSuffix: params.text('statement_descriptor_suffix', 22) ?? null,
    askBank: readAskBank(params) ?? ('automatic' as const),
    confirm,
    confirmation: readConfirm(params),
  };
  const { offSession, returnUrl } = input.confirmation;
  if (!confirm && (offSession || returnUrl !== null)) {
    throw invalidRequest('off_session and return_url are only for calls with `confirm`.', {
      param: offSession ? 'off_session' : 'return_url',
    });
  }
  return input;
}

export function createPaymentIntent(op: Operation, input: CreateIntentInput): Stripe.PaymentIntent {
  checkChargeable(input.amount, input.currency);
  if (input.customer !== null) getCustomer(op.store, input.customer, 'customer');
  const { method: wanted } = input.confirmation;
  const method = wanted === undefined ? undefined : useMethod(op, wanted, input.customer ?? '');
  const intent = buildPaymentIntent({ ...input, created: op.now });
  if (method) Object.assign(intent, { payment_method: method.id, status: 'requires_confirmation' });
  op.store.intents.set(intent.id, intent);
  op.publish('payment_intent.created', intent);
  if (!input.confirm) return intent;
  return confirmIntent(op, intent, {
    ...input.confirmation,
    ...(method && { method: method.id }),
  });
}
