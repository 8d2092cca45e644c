import type Stripe from 'stripe';
import { invalidRequest } from '../../api/errors.ts';
import type { Operation } from '../../core.ts';
import { idOf } from '../../ids.ts';
import { cancelIntentOf } from '../payments/cancel-payment-intent.ts';
import { getSession } from '../find.ts';

/** Closes an open session; a payment that was begun in it ends with it. */
export function closeSession(op: Operation, session: Stripe.Checkout.Session): void {
  session.status = 'expired';
  session.url = null;
  const begun = op.store.begunIntents.get(session.id) ?? idOf(session.payment_intent);
  const intent = op.store.intents.get(begun);
  if (intent) cancelIntentOf(op, intent, 'automatic');
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
