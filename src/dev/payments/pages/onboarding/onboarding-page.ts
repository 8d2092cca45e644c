import { html, type Html } from '../html.ts';
import { layout } from '../layout.ts';
import { textNames, type OnboardingForm, type TextName } from './onboarding-form.ts';

interface Field {
  label: string;
  autocomplete: string;
  hint?: string;
  type?: 'date' | 'tel';
}

const fields: Record<TextName, Field> = {
  firstName: { label: 'First name', autocomplete: 'given-name' },
  lastName: { label: 'Last name', autocomplete: 'family-name' },
  birthday: { label: 'Date of birth', autocomplete: 'bday', type: 'date' },
  line1: { label: 'Street and house number', autocomplete: 'address-line1' },
  city: { label: 'Town or city', autocomplete: 'address-level2' },
  postalCode: { label: 'Postcode', autocomplete: 'postal-code' },
  phone: { label: 'Phone', autocomplete: 'tel', type: 'tel' },
  account: {
    label: 'Account number or IBAN',
    autocomplete: 'off',
    hint: '000123456789 works. 000111111116 and 000111111113 let payouts fail.',
  },
};

interface OnboardingPage {
  action: string;
  merchantName: string;
  country: string;
  email: string | null;
  /** A document is asked for: the rest is known already. */
  documentOnly: boolean;
  form?: Pick<OnboardingForm, 'errors' | 'typed' | 'verdict'>;
}

function renderField(name: TextName, { form }: OnboardingPage): Html {
  const { label, autocomplete, hint, type = 'text' } = fields[name];
  const error = form?.errors[name];
  const described = [error && `${name}-error`, hint && `${name}-hint`].filter(Boolean).join(' ');
  return html`<div class="field">
    <label for="${name}">${label}</label>
    ${hint !== undefined && html`<p class="hint" id="${name}-hint">${hint}</p>`}
    <input
      id="${name}"
      name="${name}"
      type="${type}"
      autocomplete="${autocomplete}"
      maxlength="200"
      value="${form?.typed[name] ?? ''}"
      required
      ${error !== undefined && html`aria-invalid="true"`}
      ${described !== '' && html`aria-describedby="${described}"`}
    />
    ${error !== undefined && html`<p class="wrong" id="${name}-error">${error}</p>`}
  </div>`;
}

function renderProblems({ form }: OnboardingPage): Html | undefined {
  const names = ([...textNames, 'agree'] as const).filter((name) => form?.errors[name]);
  if (names.length === 0) return undefined;
  return html`<div class="problems" role="alert" tabindex="-1" autofocus>
    <h2>Please check ${names.length === 1 ? 'one field' : `${names.length} fields`}</h2>
    <ul>
      ${names.map((name) => html`<li><a href="#${name}">${form?.errors[name]}</a></li>`)}
    </ul>
  </div>`;
}

const verdicts = [
  ['enabled', 'Everything is in order'],
  ['later', 'In order, but a document is wanted within 14 days'],
  ['document', 'A document is missing: restricted'],
] as const;

function renderVerdict({ form }: OnboardingPage): Html {
  const options = verdicts.map(
    ([value, label]) =>
      html`<option value="${value}" ${form?.verdict === value && html`selected`}>${label}</option>`,
  );
  return html`<div class="field">
    <label for="verdict">What the check will find</label>
    <p class="hint" id="verdict-hint">Only in this test. It takes a few seconds.</p>
    <select id="verdict" name="verdict" aria-describedby="verdict-hint">
      ${options}
    </select>
  </div>`;
}

function renderPerson(page: OnboardingPage): Html {
  const field = (name: TextName) => renderField(name, page);
  const error = page.form?.errors.agree;
  return html`<fieldset>
      <legend>About you</legend>
      <div class="pair">${field('firstName')}${field('lastName')}</div>
      ${field('birthday')} ${field('line1')}
      <div class="pair">${field('postalCode')}${field('city')}</div>
      ${field('phone')}
    </fieldset>
    <fieldset>
      <legend>Where your money goes</legend>
      ${field('account')}
    </fieldset>
    ${renderVerdict(page)}
    <div class="field">
      <label class="check"
        ><input
          id="agree"
          name="agree"
          type="checkbox"
          value="yes"
          ${error !== undefined && html`aria-invalid="true" aria-describedby="agree-error"`}
        />
        I agree to the terms of this test</label
      >
      ${error !== undefined && html`<p class="wrong" id="agree-error">${error}</p>`}
    </div>
    <button class="button" type="submit">Agree and submit</button>`;
}

const countryName = (code: string) =>
  new Intl.DisplayNames('en', { type: 'region' }).of(code) ?? code;

/** The hosted onboarding. Works without scripts; the form posts to its own address. */
export function onboardingPage(page: OnboardingPage): string {
  const failed = Object.keys(page.form?.errors ?? {}).length > 0;
  const heading = page.documentOnly ? 'A document is wanted' : `Get paid by ${page.merchantName}`;
  return layout({
    title: `${failed ? 'Not done yet: ' : ''}${heading}`,
    body: html`<form class="panel" method="post" action="${page.action}" novalidate>
      <h1>${heading}</h1>
      <p class="lead">
        ${page.documentOnly ? 'The check could not be finished with what you told. In this test no file is needed: send the form as if you had added one.' : `${page.merchantName} sends your earnings to your bank account in ${countryName(page.country)}. Everything here is a test: make up what you like.`}
      </p>
      ${renderProblems(page)}
      ${
        page.documentOnly
          ? html`${renderVerdict(page)}<button class="button" type="submit">
                Send the document
              </button>`
          : renderPerson(page)
      }
      <p class="after"><a href="${page.action}/later">Finish this later</a></p>
    </form>`,
  });
}
