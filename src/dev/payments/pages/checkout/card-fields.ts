import { testCards, type Decline } from '../../cards.ts';
import { html, type Html } from '../html.ts';
import { fieldNames, type FieldErrors, type FieldName, type TypedValues } from './card-form.ts';

/** What is shown of a card form that was sent before. */
export interface ShownForm {
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

function renderField(name: FieldName, form: ShownForm): Html {
  const field = fields[name];
  const error = form.errors?.[name];
  const value = name === 'cvc' ? '' : (form.typed?.[name] ?? '');
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

function renderProblems({ errors = {}, decline }: ShownForm, nothing: string): Html | undefined {
  if (decline) {
    return html`<div class="problems" role="alert" tabindex="-1" autofocus>
      <h2>${decline.message}</h2>
      <p>${decline.advice} ${nothing}</p>
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

interface CardFormInput {
  action: string;
  heading: string;
  button: string;
  /** Said when a card was refused. */
  nothing: string;
  after: string;
  /** The shop's; then the page does not ask. */
  email: string | null;
  shown: ShownForm;
}

/** The form in which a card is typed. */
export function renderCardForm(form: CardFormInput): Html {
  const asked = fieldNames.filter((name) => name !== 'email' || form.email === null);
  const field = (name: FieldName) => renderField(name, form.shown);
  return html`<form class="panel" method="post" action="${form.action}" novalidate>
    <h2>${form.heading}</h2>
    ${renderProblems(form.shown, form.nothing)}
    ${
      form.email !== null &&
      html`<dl class="given">
        <dt>Email</dt>
        <dd>${form.email}</dd>
      </dl>`
    }
    ${asked.includes('email') && field('email')} ${field('number')}
    <div class="pair">${field('expiry')}${field('cvc')}</div>
    ${field('name')}
    <button class="button" type="submit">${form.button}</button>
    <p class="after">${form.after}</p>
  </form>`;
}

export function renderTestCards(): Html {
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

export const isRefused = ({ decline, errors = {} }: ShownForm): boolean =>
  decline !== undefined || Object.keys(errors).length > 0;
