import type Stripe from 'stripe';
import { formatAmount } from '../money.ts';
import { html } from './html.ts';
import { layout } from './layout.ts';

/** The stand-in for the bank's own page. */
export function authenticationPage(session: Stripe.Checkout.Session, merchantName: string): string {
  const amount = formatAmount(session.amount_total ?? 0, session.currency ?? 'usd');
  return layout({
    title: '3-D Secure: confirm your payment',
    body: html`<div class="panel">
      <h1>Your test bank asks: is it you?</h1>
      <p class="lead">
        Confirm the payment of <strong>${amount}</strong> to ${merchantName}. With a real card this
        page would be your bank’s.
      </p>
      <form method="post" action="/c/pay/${session.id}/authenticate">
        <button class="button" name="outcome" value="complete" type="submit">Complete</button>
        <button class="button quiet" name="outcome" value="fail" type="submit">Fail</button>
      </form>
    </div>`,
  });
}

/** For a session that no longer takes money: it says why, and leads back. */
export function closedPage(
  session: Stripe.Checkout.Session,
  successUrl: string | null,
  merchantName: string,
): string {
  const complete = session.status === 'complete';
  const target = complete ? successUrl : session.cancel_url;
  return layout({
    title: complete ? 'Already paid' : 'This checkout has expired',
    body: html`<div class="panel">
      <h1>${complete ? 'This payment is complete' : 'This checkout has expired'}</h1>
      <p class="lead">
        ${complete ? 'It was made once; nothing more is charged.' : `Nothing was charged. Go back to ${merchantName} to start again.`}
      </p>
      ${target !== null && html`<a class="button" href="${target}">Back to ${merchantName}</a>`}
    </div>`,
  });
}

export function unknownPage(): string {
  return layout({
    title: 'No such checkout',
    body: html`<div class="panel">
      <h1>There is no such checkout</h1>
      <p class="lead">
        The link may be incomplete. Nothing was charged. Go back to where you came from and try
        again.
      </p>
    </div>`,
  });
}
