import type Stripe from 'stripe';
import {
  finishAuthentication,
  paySession,
  waitingIntent,
  type PayOutcome,
} from '../../actions/checkout/pay-session.ts';
import type { Core } from '../../core.ts';
import type { Scope } from '../../platform.ts';
import { redirect, type WebAnswer } from '../../web/message.ts';
import { authenticationPage } from '../authentication/authentication-page.ts';
import { closedPage, unknownPage } from '../other-pages.ts';
import { formOf, sendPage, type Page } from '../page.ts';
import type { ShownForm } from './card-fields.ts';
import { readCardForm } from './card-form.ts';
import { checkoutPage } from './checkout-page.ts';
import { formatAmount } from '../../money.ts';

interface Found {
  scope: Scope;
  session: Stripe.Checkout.Session;
}

function successUrl(session: Stripe.Checkout.Session): string | null {
  return session.success_url?.replaceAll('{CHECKOUT_SESSION_ID}', session.id) ?? null;
}

function showForm({ scope, session }: Found, status: number, shown: ShownForm = {}): WebAnswer {
  const details = scope.store.sessionDetails.get(session.id)!;
  const page = checkoutPage({ session, details, merchantName: scope.platform.name, shown });
  return sendPage(status, page, session.success_url);
}

function showClosed({ scope, session }: Found): WebAnswer {
  const page = closedPage(session, successUrl(session), scope.platform.name);
  return sendPage(200, page, session.success_url);
}

function showOutcome(found: Found, outcome: PayOutcome, typed?: ShownForm['typed']): WebAnswer {
  const { session } = found;
  switch (outcome.kind) {
    case 'paid':
      return redirect(successUrl(session) ?? `/c/pay/${session.id}`);
    case 'authenticate':
      return redirect(`/c/pay/${session.id}/authenticate`);
    case 'declined':
      return showForm(found, 402, { decline: outcome.decline, ...(typed && { typed }) });
  }
}

const what = ({ mode, amount_total: amount, currency }: Stripe.Checkout.Session): string => {
  if (mode === 'setup' || !amount) return 'that your card may be kept';
  return `the payment of ${formatAmount(amount, currency ?? 'usd')}`;
};

/** The card form, 3-D Secure, and what remains afterwards. */
export function checkoutPages(core: Core): Page[] {
  const find = (id: string): Found | undefined => {
    const scope = core.scopeWith(({ sessions }) => sessions.has(id));
    return scope && { scope, session: scope.store.sessions.get(id)! };
  };
  /** The page for an open session; the others get the one that says why not. */
  const open =
    (answer: (found: Found, ...rest: Parameters<Page['answer']>) => WebAnswer): Page['answer'] =>
    (request, id = '', ...rest) => {
      const found = find(id);
      if (!found) return sendPage(404, unknownPage());
      const { status } = found.session;
      if (status === 'open') return answer(found, request, id, ...rest);
      // The second of two submits meets a completed session: it goes where the first one went.
      const submitted = request.method === 'POST' && status === 'complete';
      return submitted ? showOutcome(found, { kind: 'paid' }) : showClosed(found);
    };

  return [
    { method: 'GET', path: '/c/pay/:session', answer: open((found) => showForm(found, 200)) },
    {
      method: 'POST',
      path: '/c/pay/:session',
      answer: open((found, request) => {
        const op = core.begin(found.scope);
        const form = readCardForm(formOf(request), found.session.customer_email, op.now);
        if (!form.card) return showForm(found, 422, form);
        return showOutcome(found, paySession(op, found.session, form.card), form.typed);
      }),
    },
    {
      method: 'GET',
      path: '/c/pay/:session/authenticate',
      answer: open(({ scope, session }) => {
        if (!waitingIntent(core.begin(scope), session)) return redirect(`/c/pay/${session.id}`);
        const page = authenticationPage({
          action: `/c/pay/${session.id}/authenticate`,
          what: what(session),
          merchantName: scope.platform.name,
        });
        return sendPage(200, page, session.success_url);
      }),
    },
    {
      method: 'POST',
      path: '/c/pay/:session/authenticate',
      answer: open((found, request) => {
        const op = core.begin(found.scope);
        const intent = waitingIntent(op, found.session);
        if (!intent) return redirect(`/c/pay/${found.session.id}`);
        const answer = formOf(request).get('outcome') === 'complete' ? 'complete' : 'fail';
        return showOutcome(found, finishAuthentication(op, found.session, intent, answer));
      }),
    },
  ];
}
