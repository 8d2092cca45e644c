import type Stripe from 'stripe';
import { cardError, invalidRequest } from '../../api/errors.ts';
import { readUrl } from '../../api/fields.ts';
import type { Params } from '../../api/params.ts';
import type { Operation } from '../../core.ts';
import { idOf } from '../../ids.ts';
import { useMethod } from '../cards/use-method.ts';
import { attemptPayment, authenticationFailed, failAttempt } from './attempt-payment.ts';
import { unexpectedState } from './cancel-payment-intent.ts';
import { askForAuthentication } from './next-action.ts';

export interface ConfirmInput {
  method: string | undefined;
  offSession: boolean;
  returnUrl: string | null;
  failWhenAsked: boolean;
}

export function readConfirm(params: Params): ConfirmInput {
  return {
    method: params.text('payment_method'),
    offSession: params.flag('off_session') ?? false,
    returnUrl: readUrl(params, 'return_url') ?? null,
    failWhenAsked: params.flag('error_on_requires_action') ?? false,
  };
}

function checkReturn(intent: Stripe.PaymentIntent, input: ConfirmInput): void {
  const mayRedirect = intent.automatic_payment_methods?.allow_redirects === 'always';
  if (!mayRedirect || input.offSession || input.returnUrl !== null) return;
  throw invalidRequest(
    'This PaymentIntent accepts payment methods that might redirect the payer: give a `return_url`, or set `automatic_payment_methods[allow_redirects]` to `never`.',
    { param: 'return_url' },
  );
}

/** Tries to pay an intent with the card it has, or with the one that is given. A refusal is thrown. */
export function confirmIntent(
  op: Operation,
  intent: Stripe.PaymentIntent,
  input: ConfirmInput,
): Stripe.PaymentIntent {
  if (!['requires_payment_method', 'requires_confirmation'].includes(intent.status)) {
    throw unexpectedState(
      intent,
      `You cannot confirm this PaymentIntent because it has a status of ${intent.status}.`,
    );
  }
  const wanted = input.method ?? idOf(intent.payment_method);
  if (wanted === '') {
    throw unexpectedState(
      intent,
      'You cannot confirm this PaymentIntent because it is missing a payment method.',
    );
  }
  checkReturn(intent, input);
  const method = useMethod(op, wanted, idOf(intent.customer));
  const attempt = attemptPayment(op, intent, method, { offSession: input.offSession });
  if (attempt.kind === 'declined') throw refused(attempt, intent, method);
  if (attempt.kind === 'paid') return intent;
  if (input.failWhenAsked) {
    throw refused(failAttempt(op, intent, method, authenticationFailed), intent, method);
  }
  askForAuthentication(op, intent, input.returnUrl);
  op.publish('payment_intent.requires_action', intent);
  return intent;
}

function refused(
  { decline, charge }: Extract<ReturnType<typeof attemptPayment>, { kind: 'declined' }>,
  intent: Stripe.PaymentIntent,
  method: Stripe.PaymentMethod,
): Error {
  return cardError(decline, {
    ...(charge && { charge: charge.id }),
    payment_intent: intent,
    payment_method: method,
  });
}

/** The answer of the bank's page, for an intent that is waiting for it. */
export function finishIntent(
  op: Operation,
  intent: Stripe.PaymentIntent,
  outcome: 'complete' | 'fail',
): ReturnType<typeof attemptPayment> {
  const method = op.store.paymentMethods.get(idOf(intent.payment_method))!;
  if (outcome === 'fail') return failAttempt(op, intent, method, authenticationFailed);
  return attemptPayment(op, intent, method, { authenticated: true });
}
