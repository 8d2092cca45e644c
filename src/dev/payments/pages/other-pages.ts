import type Stripe from 'stripe';
import { html } from './html.ts';
import { layout } from './layout.ts';

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
      <h1>
        ${complete ? (session.mode === 'setup' ? 'Your card is saved' : 'This payment is complete') : 'This checkout has expired'}
      </h1>
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

/** A few words, where there is nothing to do. */
export function messagePage(heading: string, text: string, back?: string | null): string {
  return layout({
    title: heading,
    body: html`<div class="panel">
      <h1>${heading}</h1>
      <p class="lead">${text}</p>
      ${typeof back === 'string' && html`<a class="button" href="${back}">Go back</a>`}
    </div>`,
  });
}
