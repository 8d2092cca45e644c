import type Stripe from 'stripe';
import { invalidRequest, missingResource } from '../../api/errors.ts';
import type { Params } from '../../api/params.ts';
import { findTestCard, passesLuhn } from '../../cards.ts';
import type { Operation } from '../../core.ts';
import { buildPaymentMethod, type CardInput } from '../../objects/payment-method.ts';
import { methodOfToken } from './use-method.ts';

export interface CreateMethodInput {
  card: { token: string } | CardInput;
  name: string | null;
  email: string | null;
  metadata: Record<string, string>;
}

function readCard(params: Params): CreateMethodInput['card'] {
  const card = params.object('card');
  if (!card) {
    throw invalidRequest('Missing required param: card.', {
      code: 'parameter_missing',
      param: 'card',
    });
  }
  const token = card.text('token');
  if (token !== undefined) return { token };
  const number = card.requiredText('number').replaceAll(' ', '');
  const expMonth = card.requiredInteger('exp_month');
  const expYear = card.requiredInteger('exp_year');
  card.text('cvc', 4);
  if (!/^\d{12,19}$/.test(number) || !passesLuhn(number)) {
    throw invalidRequest('Your card number is incorrect.', {
      code: 'incorrect_number',
      param: 'card[number]',
    });
  }
  return { number, expMonth, expYear, name: null, email: null };
}

export function readCreateMethod(params: Params): CreateMethodInput {
  params.oneOf('type', ['card']);
  const billing = params.object('billing_details');
  return {
    card: readCard(params),
    name: billing?.clearable('name', 200) ?? null,
    email: billing?.clearable('email', 512) ?? null,
    metadata: params.metadata(),
  };
}

/** Numbers are for test cards only; a real one is refused before anything is kept of it. */
export function createMethod(op: Operation, input: CreateMethodInput): Stripe.PaymentMethod {
  const { card, name, email, metadata } = input;
  if ('token' in card) {
    const method = methodOfToken(op, card.token);
    if (!method) throw missingResource('token', card.token, 'card[token]');
    Object.assign(method, { metadata });
    Object.assign(method.billing_details, { name, email });
    return method;
  }
  if (findTestCard(card.number).label === 'Not a test card') {
    throw invalidRequest('Only test cards can be used here.', {
      code: 'test_mode_live_card',
      param: 'card[number]',
    });
  }
  const method = buildPaymentMethod({ ...card, name, email }, op.now);
  method.metadata = metadata;
  op.store.paymentMethods.set(method.id, method);
  return method;
}
