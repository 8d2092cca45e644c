import type Stripe from 'stripe';
import { invalidRequest } from '../../api/errors.ts';
import type { Operation } from '../../core.ts';
import { idOf } from '../../ids.ts';
import { expireSubscription } from '../billing/advance-subscription.ts';
import { cancelIntentOf } from '../payments/cancel-payment-intent.ts';
import { getSession } from '../find.ts';

/** Closes an open session; a payment or a subscription that was begun in it ends with it. */
export function closeSession(op: Operation, session: Stripe.Checkout.Session): void {
  session.status = 'expired';
  session.url = null;
  const intent = op.store.intents.get(idOf(session.payment_intent));
  if (intent) cancelIntentOf(op, intent, 'automatic');
  expireSubscription(op, op.store.begunSubscriptions.get(session.id) ?? '');
  op.publish('checkout.session.expired', session);
}

export function expireSession(op: Operation, id: string): Stripe.Checkout.Session {
  const session = getSession(op.store, id);
  if (session.status !== 'open') {
    throw invalidRequest(
      `Only a session that is open can be expired; this one is ${session.status}.`,
      { param: 'session' },
    );
  }
  closeSession(op, session);
  return session;
}
