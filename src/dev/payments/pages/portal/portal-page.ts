import type Stripe from 'stripe';
import { formatAmount } from '../../money.ts';
import type { WireInvoice, WirePrice, WireSubscription } from '../../wire.ts';
import { everyInterval } from '../checkout/checkout-page.ts';
import { renderCardForm, renderTestCards, type ShownForm } from '../checkout/card-fields.ts';
import { html, type Html } from '../html.ts';
import { layout } from '../layout.ts';
import { dayOf } from '../onboarding/express-page.ts';

export interface PortalView {
  action: string;
  merchantName: string;
  returnUrl: string | null;
  features: Stripe.BillingPortal.Configuration['features'];
  customer: Stripe.Customer;
  subscriptions: readonly WireSubscription[];
  /** Prices each subscription could change to, with the names of their products. */
  choices: readonly { price: WirePrice; name: string }[];
  card: Stripe.PaymentMethod | undefined;
  invoices: readonly WireInvoice[];
  nameOf(price: WirePrice): string;
}

const priceWords = (price: WirePrice) =>
  `${formatAmount(price.unit_amount ?? 0, price.currency)} ${price.recurring ? everyInterval(price.recurring) : ''}`;

const states: Record<string, string> = {
  active: 'Active',
  canceled: 'Ended',
  incomplete: 'Waiting for the first payment',
  incomplete_expired: 'Never started',
  past_due: 'A payment failed',
  paused: 'Paused',
  trialing: 'Trial',
};

/** One button that does one thing. */
function renderButton(
  action: string,
  values: Record<string, string>,
  label: string,
  quiet = true,
): Html {
  const hidden = Object.entries(values).map(
    ([name, value]) => html`<input type="hidden" name="${name}" value="${value}" />`,
  );
  return html`<form method="post" action="${action}">
    ${hidden}<button class="button ${quiet && 'quiet'}" type="submit">${label}</button>
  </form>`;
}

function renderSubscription(view: PortalView, subscription: WireSubscription): Html {
  const item = subscription.items.data[0]!;
  const ends = subscription.cancel_at;
  const goesOn = ['active', 'past_due', 'trialing'].includes(subscription.status);
  const id = { subscription: subscription.id };
  const others = view.choices.filter(({ price }) => price.id !== item.price.id);
  return html`<section class="panel">
    <h2>${view.nameOf(item.price)}</h2>
    <p>${priceWords(item.price)} · ${states[subscription.status] ?? subscription.status}</p>
    <p class="lead">
      ${ends !== null ? `Ends on ${dayOf(ends)}.` : goesOn ? `Next payment on ${dayOf(item.current_period_end)}.` : ''}
    </p>
    ${
      goesOn &&
      view.features.subscription_update.enabled &&
      others.map(({ price, name }) =>
        renderButton(
          `${view.action}/change`,
          { ...id, price: price.id },
          `Change to ${name}, ${priceWords(price)}`,
        ),
      )
    }
    ${goesOn && ends === null && view.features.subscription_cancel.enabled && renderButton(`${view.action}/cancel`, id, 'Cancel')}
    ${goesOn && ends !== null && renderButton(`${view.action}/resume`, id, 'Do not cancel', false)}
  </section>`;
}

const brands: Record<string, string> = { mastercard: 'Mastercard', visa: 'Visa' };

function renderCard({ card, action, features }: PortalView): Html | undefined {
  if (!features.payment_method_update.enabled) return undefined;
  return html`<section class="panel">
    <h2>Card</h2>
    <p class="lead">
      ${card ? `${brands[card.card?.brand ?? ''] ?? 'Card'} ending in ${card.card?.last4}` : 'No card is saved.'}
    </p>
    <a class="button quiet" href="${action}/card">${card ? 'Use another card' : 'Add a card'}</a>
  </section>`;
}

function renderInvoices({ invoices, features }: PortalView): Html | undefined {
  if (!features.invoice_history.enabled || invoices.length === 0) return undefined;
  return html`<section class="panel">
    <h2>Invoices</h2>
    <ul class="lines">
      ${invoices.map(
        (invoice) =>
          html`<li>
            <span
              ><a href="${invoice.hosted_invoice_url ?? '#'}">${invoice.number ?? 'Draft'}</a
              ><small>${dayOf(invoice.created)}</small></span
            >
            <span>${formatAmount(invoice.total, invoice.currency)}</span>
          </li>`,
      )}
    </ul>
  </section>`;
}

const back = ({ returnUrl, merchantName }: Pick<PortalView, 'merchantName' | 'returnUrl'>) =>
  returnUrl !== null &&
  html`<a class="back" href="${returnUrl}"
    ><span aria-hidden="true">←</span> Back to ${merchantName}</a
  >`;

/** Everything a customer can do alone: change, cancel, keep, another card, invoices. */
export function portalPage(view: PortalView): string {
  const name = view.customer.name ?? view.customer.email ?? '';
  return layout({
    title: `Your plan with ${view.merchantName}`,
    body: html`${back(view)}
      <h1 class="page">Your plan with ${view.merchantName}</h1>
      <p class="lead">${name}</p>
      <div class="stack">
        ${view.subscriptions.map((subscription) => renderSubscription(view, subscription))}
        ${view.subscriptions.length === 0 && html`<p class="panel">There is no plan at the moment.</p>`}
        ${renderCard(view)} ${renderInvoices(view)}
      </div>`,
  });
}

interface ConfirmPage {
  action: string;
  back: string;
  heading: string;
  text: string;
  lines?: readonly { description: string; amount: string }[];
  values: Record<string, string>;
  button: string;
}

/** Says what a step means, before it is taken. */
export function confirmPage(page: ConfirmPage): string {
  return layout({
    title: page.heading,
    body: html`<div class="panel">
      <h1>${page.heading}</h1>
      <p class="lead">${page.text}</p>
      ${
        page.lines &&
        html`<ul class="lines">
          ${page.lines.map(({ description, amount }) => html`<li><span>${description}</span><span>${amount}</span></li>`)}
        </ul>`
      }
      <div class="next">
        ${renderButton(page.action, { ...page.values, sure: 'yes' }, page.button, false)}
      </div>
      <a class="button quiet" href="${page.back}">Go back</a>
    </div>`,
  });
}

export function cardPage(view: {
  action: string;
  merchantName: string;
  returnUrl: string | null;
  email: string | null;
  shown: ShownForm;
}): string {
  return layout({
    title: 'Use another card',
    body: html`<h1 class="page">Use another card</h1>
      ${renderCardForm({
        action: `${view.action}/card`,
        heading: 'Your card',
        button: 'Save card',
        nothing: 'The card was not saved.',
        after: 'This is a test. No real card is charged.',
        email: view.email ?? '',
        shown: view.shown,
      })}
      ${renderTestCards()}
      <p class="after"><a href="${view.action}">Go back</a></p>`,
  });
}
