import type Stripe from 'stripe';
import { formatAmount } from '../../money.ts';
import type { SessionDetails } from '../../store.ts';
import type { WireLineItem } from '../../wire.ts';
import { html, type Html } from '../html.ts';
import { layout } from '../layout.ts';
import { isRefused, renderCardForm, renderTestCards, type ShownForm } from './card-fields.ts';

interface CheckoutPage {
  session: Stripe.Checkout.Session;
  details: SessionDetails;
  merchantName: string;
  shown: ShownForm;
}

/** "every month", "every 3 months". */
export function everyInterval(recurring: { interval: string; interval_count: number }): string {
  const { interval, interval_count: count } = recurring;
  return count === 1 ? `every ${interval}` : `every ${count} ${interval}s`;
}

function renderLine(line: WireLineItem): Html {
  const quantity = line.quantity ?? 1;
  const { recurring, unit_amount: amount } = line.price;
  const unit = formatAmount(amount ?? 0, line.currency);
  return html`<li>
    <span
      >${line.description ?? ''}${quantity > 1 && html`<small>${quantity} × ${unit}</small>`}
      ${recurring && html`<small>${unit} ${everyInterval(recurring)}</small>`}</span
    >
    <span>${formatAmount(line.amount_total, line.currency)}</span>
  </li>`;
}

/** What the page says it is for. */
function wordsOf({ session, details, merchantName }: CheckoutPage) {
  const amount = formatAmount(session.amount_total ?? 0, session.currency ?? 'usd');
  if (session.mode === 'setup') {
    return {
      title: `Save a card with ${merchantName}`,
      order: `Save a card with ${merchantName}`,
      total: 'Nothing to pay now',
      button: 'Save card',
      nothing: 'The card was not saved.',
      after: `${merchantName} may charge this card later. This is a test. No real card is charged.`,
    };
  }
  if (session.mode === 'subscription') {
    const trial = details.trialDays ? `${details.trialDays} days free, then ` : '';
    const first = details.lineItems.find(({ price }) => price.recurring)!;
    const each = formatAmount(
      (first.price.unit_amount ?? 0) * (first.quantity ?? 1),
      first.currency,
    );
    return {
      title: `Subscribe to ${merchantName}`,
      order: `Subscribe to ${merchantName}`,
      total: amount,
      button: trial === '' ? `Subscribe for ${amount}` : 'Start the trial',
      nothing: 'Nothing was charged.',
      after: `${trial}${each} ${everyInterval(first.price.recurring!)} until you cancel. This is a test. No real card is charged.`,
    };
  }
  return {
    title: `Pay ${amount} to ${merchantName}`,
    order: `Pay ${merchantName}`,
    total: amount,
    button: `Pay ${amount}`,
    nothing: 'Nothing was charged.',
    after: 'This is a test. No real card is charged.',
  };
}

/** The page on which a card is typed. Works without scripts; the form posts to its own address. */
export function checkoutPage(page: CheckoutPage): string {
  const { session, details, merchantName, shown } = page;
  const words = wordsOf(page);
  const currency = session.mode === 'setup' ? '' : (session.currency ?? 'usd').toUpperCase();
  return layout({
    title: `${isRefused(shown) ? 'Not done yet: ' : ''}${words.title}`,
    wide: true,
    body: html`<section class="order" aria-labelledby="order">
        ${session.cancel_url !== null && html`<a class="back" href="${session.cancel_url}"><span aria-hidden="true">←</span> Back to ${merchantName}</a>`}
        <h1 id="order">${words.order}</h1>
        <p class="total">${words.total} <small>${currency}</small></p>
        ${
          details.lineItems.length > 0 &&
          html`<ul class="lines">
            ${details.lineItems.map(renderLine)}
          </ul>`
        }
      </section>
      <div>
        ${renderCardForm({
          action: `/c/pay/${session.id}`,
          heading: session.mode === 'setup' ? 'Your card' : 'Pay by card',
          button: words.button,
          nothing: words.nothing,
          after: words.after,
          email: session.customer_email,
          shown,
        })}
        ${renderTestCards()}
      </div>`,
  });
}
