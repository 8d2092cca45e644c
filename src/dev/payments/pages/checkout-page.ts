import type Stripe from 'stripe';
import { testCards, type Decline } from '../cards.ts';
import { formatAmount } from '../money.ts';
import type { WireLineItem } from '../store.ts';
import { fieldNames, type FieldErrors, type FieldName, type TypedValues } from './card-form.ts';
import { html, type Html } from './html.ts';
import { layout } from './layout.ts';

export interface CheckoutPage {
  session: Stripe.Checkout.Session;
  lineItems: readonly WireLineItem[];
  merchantName: string;
  typed?: TypedValues;
  errors?: FieldErrors;
  decline?: Decline;
}

interface Field {
  label: string;
  hint?: string;
  type?: 'email' | 'text';
  inputmode?: 'email' | 'numeric' | 'text';
  autocomplete: string;
  placeholder?: string;
  maxlength: number;
}

const fields: Record<FieldName, Field> = {
  email: {
    label: 'Email',
    type: 'email',
    inputmode: 'email',
    autocomplete: 'email',
    maxlength: 200,
  },
  number: {
    label: 'Card number',
    inputmode: 'numeric',
    autocomplete: 'cc-number',
    hint: 'For example 4242 4242 4242 4242',
    maxlength: 40,
  },
  expiry: {
    label: 'Expiry date',
    inputmode: 'text',
    autocomplete: 'cc-exp',
    placeholder: 'MM / YY',
    maxlength: 12,
  },
  cvc: {
    label: 'Security code',
    inputmode: 'numeric',
    autocomplete: 'cc-csc',
    placeholder: 'CVC',
    maxlength: 8,
  },
  name: { label: 'Name on card', autocomplete: 'cc-name', maxlength: 200 },
};

function renderField(name: FieldName, page: CheckoutPage): Html {
  const field = fields[name];
  const error = page.errors?.[name];
  const value = name === 'cvc' ? '' : (page.typed?.[name] ?? '');
  const described = [error && `${name}-error`, field.hint && `${name}-hint`]
    .filter(Boolean)
    .join(' ');
  const attributes = [
    html`id="${name}" name="${name}" type="${field.type ?? 'text'}"`,
    html` autocomplete="${field.autocomplete}" maxlength="${field.maxlength}" value="${value}"`,
    html` required`,
    field.inputmode && html` inputmode="${field.inputmode}"`,
    field.placeholder && html` placeholder="${field.placeholder}"`,
    error && html` aria-invalid="true"`,
    described !== '' && html` aria-describedby="${described}"`,
  ].filter((attribute) => typeof attribute === 'object');
  return html`<div class="field">
    <label for="${name}">${field.label}</label>
    ${field.hint !== undefined && html`<p class="hint" id="${name}-hint">${field.hint}</p>`}
    <input ${attributes} />
    ${error !== undefined && html`<p class="wrong" id="${name}-error">${error}</p>`}
  </div>`;
}

function renderProblems({ errors = {}, decline }: CheckoutPage): Html | undefined {
  if (decline) {
    return html`<div class="problems" role="alert" tabindex="-1" autofocus>
      <h2>${decline.message}</h2>
      <p>${decline.advice} Nothing was charged.</p>
      <p><code>${decline.code} / ${decline.declineCode}</code></p>
    </div>`;
  }
  const wrong = fieldNames.filter((name) => errors[name] !== undefined);
  if (wrong.length === 0) return undefined;
  const items = wrong.map((name) => html`<li><a href="#${name}">${errors[name]}</a></li>`);
  return html`<div class="problems" role="alert" tabindex="-1" autofocus>
    <h2>Please check ${wrong.length === 1 ? 'one field' : `${wrong.length} fields`}</h2>
    <ul>
      ${items}
    </ul>
  </div>`;
}

function renderLine(line: WireLineItem): Html {
  const quantity = line.quantity ?? 1;
  const unit = formatAmount(line.price.unit_amount ?? 0, line.currency);
  return html`<li>
    <span
      >${line.description ?? ''}${quantity > 1 && html`<small>${quantity} × ${unit}</small>`}</span
    >
    <span>${formatAmount(line.amount_total, line.currency)}</span>
  </li>`;
}

function renderTestCards(): Html {
  const rows = testCards.map(
    ({ number, label }) =>
      html`<div>
        <dt>${number.replace(/(\d{4})(?=\d)/g, '$1 ')}</dt>
        <dd>${label}</dd>
      </div>`,
  );
  return html`<details>
    <summary>Test cards</summary>
    <div class="cards">
      <p>
        Use any of these with any name, any expiry date in the future and any three digits. Real
        cards are refused.
      </p>
      <dl>${rows}</dl>
    </div>
  </details>`;
}

/** The page on which a card is typed. Works without scripts; the form posts to its own address. */
export function checkoutPage(page: CheckoutPage): string {
  const { session, merchantName } = page;
  const currency = session.currency ?? 'usd';
  const amount = formatAmount(session.amount_total ?? 0, currency);
  const asked = fieldNames.filter((name) => name !== 'email' || session.customer_email === null);
  const field = (name: FieldName) => renderField(name, page);
  const failed = page.decline !== undefined || Object.keys(page.errors ?? {}).length > 0;
  return layout({
    title: `${failed ? 'Not paid yet: ' : ''}Pay ${amount} to ${merchantName}`,
    wide: true,
    body: html`<section class="order" aria-labelledby="order">
        ${session.cancel_url !== null && html`<a class="back" href="${session.cancel_url}"><span aria-hidden="true">←</span> Back to ${merchantName}</a>`}
        <h1 id="order">Pay ${merchantName}</h1>
        <p class="total">${amount} <small>${currency.toUpperCase()}</small></p>
        <ul class="lines">
          ${page.lineItems.map(renderLine)}
        </ul>
      </section>
      <div>
        <form class="panel" method="post" action="/c/pay/${session.id}" novalidate>
          <h2>Pay by card</h2>
          ${renderProblems(page)}
          ${
            session.customer_email !== null &&
            html`<dl class="given">
              <dt>Email</dt>
              <dd>${session.customer_email}</dd>
            </dl>`
          }
          ${asked.includes('email') && field('email')} ${field('number')}
          <div class="pair">${field('expiry')}${field('cvc')}</div>
          ${field('name')}
          <button class="button" type="submit">Pay ${amount}</button>
          <p class="after">This is a test. No real card is charged.</p>
        </form>
        ${renderTestCards()}
      </div>`,
  });
}
