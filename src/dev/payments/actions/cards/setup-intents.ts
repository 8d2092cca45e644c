import type Stripe from 'stripe';
import { cardError, invalidRequest } from '../../api/errors.ts';
import { readUrl } from '../../api/fields.ts';
import type { Params } from '../../api/params.ts';
import { cardOfMethod, type Decline } from '../../cards.ts';
import type { Operation } from '../../core.ts';
import { idOf } from '../../ids.ts';
import { buildSetupAttempt, buildSetupIntent } from '../../objects/setup-intent.ts';
import { getCustomer, getSetupIntent } from '../find.ts';
import { askForAuthentication } from '../payments/next-action.ts';
import { readAutomaticMethods, readCardOnly } from '../payments/read-methods.ts';
import { saveMethod } from './save-method.ts';
import { useMethod } from './use-method.ts';

export type SetupOutcome =
  | { kind: 'authenticate' }
  | { kind: 'declined'; decline: Decline }
  | { kind: 'saved' };

const setupFailed: Decline = {
  code: 'setup_intent_authentication_failure',
  declineCode: 'authentication_required',
  message: 'Your bank could not confirm that it is you.',
  advice: 'Please try again, or use another card.',
};

export interface SetupIntentInput {
  customer: string | null;
  description: string | null;
  metadata: Record<string, string>;
  usage: 'off_session' | 'on_session';
  automaticMethods: ReturnType<typeof readAutomaticMethods>;
  method: string | undefined;
  confirm: boolean;
  returnUrl: string | null;
}

export function readSetupIntent(params: Params): SetupIntentInput {
  const cardOnly = readCardOnly(params);
  const input = {
    customer: params.text('customer') ?? null,
    description: params.text('description', 1000) ?? null,
    metadata: params.metadata(),
    usage: params.oneOf('usage', ['off_session', 'on_session']) ?? ('off_session' as const),
    automaticMethods: cardOnly ? null : readAutomaticMethods(params),
    method: params.text('payment_method'),
    confirm: params.flag('confirm') ?? false,
    returnUrl: readUrl(params, 'return_url') ?? null,
  };
  if (input.returnUrl !== null && !input.confirm) {
    throw invalidRequest('The parameter `return_url` is only for calls with `confirm`.', {
      param: 'return_url',
    });
  }
  return input;
}

function recordAttempt(
  op: Operation,
  intent: Stripe.SetupIntent,
  method: Stripe.PaymentMethod,
  outcome: { status: 'failed' | 'succeeded'; authenticated: boolean },
): void {
  const attempt = buildSetupAttempt(intent, method, outcome, op.now);
  op.store.setupAttempts.set(attempt.id, attempt);
  intent.latest_attempt = attempt.id;
}

function failSetup(
  op: Operation,
  intent: Stripe.SetupIntent,
  method: Stripe.PaymentMethod,
  decline: Decline,
): SetupOutcome {
  const asked = decline === setupFailed;
  recordAttempt(op, intent, method, { status: 'failed', authenticated: false });
  Object.assign(intent, {
    status: 'requires_payment_method',
    payment_method: null,
    next_action: null,
    last_setup_error: {
      type: asked ? 'invalid_request_error' : 'card_error',
      code: decline.code,
      ...(!asked && { decline_code: decline.declineCode }),
      message: decline.message,
      payment_method: structuredClone(method),
    },
  });
  op.publish('setup_intent.setup_failed', intent);
  return { kind: 'declined', decline };
}

function completeSetup(
  op: Operation,
  intent: Stripe.SetupIntent,
  method: Stripe.PaymentMethod,
  authenticated: boolean,
): SetupOutcome {
  recordAttempt(op, intent, method, { status: 'succeeded', authenticated });
  Object.assign(intent, {
    status: 'succeeded',
    payment_method: method.id,
    next_action: null,
    last_setup_error: null,
  });
  const customer = idOf(intent.customer);
  const offSession = intent.usage === 'off_session';
  if (customer !== '') saveMethod(op, method, customer, offSession);
  else if (offSession) op.store.setUpMethods.set(method.id, op.now);
  op.publish('setup_intent.succeeded', intent);
  return { kind: 'saved' };
}

/** One try to make a card ready for later charges. */
export function attemptSetup(
  op: Operation,
  intent: Stripe.SetupIntent,
  method: Stripe.PaymentMethod,
): SetupOutcome {
  const card = cardOfMethod(method);
  if (card.decline && !card.attaches) return failSetup(op, intent, method, card.decline);
  if (!card.authenticate) return completeSetup(op, intent, method, false);
  Object.assign(intent, { status: 'requires_action', payment_method: method.id });
  return { kind: 'authenticate' };
}

/** The answer of the bank's page. */
export function finishSetup(
  op: Operation,
  intent: Stripe.SetupIntent,
  outcome: 'complete' | 'fail',
): SetupOutcome {
  const method = op.store.paymentMethods.get(idOf(intent.payment_method))!;
  if (outcome === 'fail') return failSetup(op, intent, method, setupFailed);
  return completeSetup(op, intent, method, true);
}

function unexpectedSetupState(intent: Stripe.SetupIntent, verb: string): Error {
  const error = invalidRequest(
    `You cannot ${verb} this SetupIntent because it has a status of ${intent.status}.`,
    { code: 'setup_intent_unexpected_state' },
  );
  Object.assign(error.body, { setup_intent: structuredClone(intent) });
  return error;
}

export function confirmSetup(
  op: Operation,
  id: string,
  input: { method: string | undefined; returnUrl: string | null },
): Stripe.SetupIntent {
  const intent = getSetupIntent(op.store, id);
  if (!['requires_payment_method', 'requires_confirmation'].includes(intent.status)) {
    throw unexpectedSetupState(intent, 'confirm');
  }
  const wanted = input.method ?? idOf(intent.payment_method);
  if (wanted === '') {
    throw invalidRequest(
      'You cannot confirm this SetupIntent because it is missing a payment method.',
      { code: 'setup_intent_unexpected_state' },
    );
  }
  const method = useMethod(op, wanted, idOf(intent.customer));
  const outcome = attemptSetup(op, intent, method);
  if (outcome.kind === 'declined') {
    throw cardError(outcome.decline, { setup_intent: intent, payment_method: method });
  }
  if (outcome.kind === 'authenticate') {
    askForAuthentication(op, intent, input.returnUrl);
    op.publish('setup_intent.requires_action', intent);
  }
  return intent;
}

export function createSetupIntent(op: Operation, input: SetupIntentInput): Stripe.SetupIntent {
  if (input.customer !== null) getCustomer(op.store, input.customer, 'customer');
  const intent = buildSetupIntent({ ...input, created: op.now });
  const method =
    input.method === undefined ? undefined : useMethod(op, input.method, input.customer ?? '');
  if (method) Object.assign(intent, { payment_method: method.id, status: 'requires_confirmation' });
  op.store.setupIntents.set(intent.id, intent);
  op.publish('setup_intent.created', intent);
  return input.confirm
    ? confirmSetup(op, intent.id, { method: method?.id, returnUrl: input.returnUrl })
    : intent;
}

export function cancelSetup(
  op: Operation,
  id: string,
  reason: Stripe.SetupIntent.CancellationReason | null,
): Stripe.SetupIntent {
  const intent = getSetupIntent(op.store, id);
  if (intent.status === 'canceled' || intent.status === 'succeeded') {
    throw unexpectedSetupState(intent, 'cancel');
  }
  Object.assign(intent, { status: 'canceled', cancellation_reason: reason, next_action: null });
  op.publish('setup_intent.canceled', intent);
  return intent;
}
