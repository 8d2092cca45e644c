import { passesLuhn } from '../../cards.ts';
import type { CardInput } from '../../objects/payment-method.ts';

export const fieldNames = ['email', 'number', 'expiry', 'cvc', 'name'] as const;
export type FieldName = (typeof fieldNames)[number];
export type FieldErrors = Partial<Record<FieldName, string>>;

/** What was typed, to be shown again. The security code is never kept. */
export type TypedValues = Partial<Record<Exclude<FieldName, 'cvc'>, string>>;

export interface CardForm {
  typed: TypedValues;
  errors: FieldErrors;
  /** Only when there are no errors. */
  card?: CardInput;
}

const lengthMax = 200;

/** Full-width digits become plain ones; spaces and dashes between groups are dropped. */
const digitsOf = (text: string) => text.normalize('NFKC').replace(/[\s-]/g, '');

function numberError(digits: string): string | undefined {
  if (digits === '') return 'Enter the card number.';
  if (!/^\d+$/.test(digits)) return 'A card number has digits only.';
  if (digits.length < 12 || digits.length > 19) return 'This card number is not complete.';
  return passesLuhn(digits) ? undefined : 'This card number is not valid. Please check the digits.';
}

function readExpiry(text: string): { month: number; year: number } | undefined {
  const match = /^(\d{1,2})\s*[/.-]\s*(\d{2}|\d{4})$|^(\d{2})(\d{2}|\d{4})$/.exec(
    text.normalize('NFKC').trim(),
  );
  const month = Number(match?.[1] ?? match?.[3]);
  const year = match?.[2] ?? match?.[4];
  if (!year || month < 1 || month > 12) return undefined;
  return { month, year: Number(year.length === 2 ? `20${year}` : year) };
}

function expiryError(text: string, now: number): string | undefined {
  if (text.trim() === '') return 'Enter the expiry date.';
  const expiry = readExpiry(text);
  if (!expiry) return 'Write the expiry date as month and year, such as 04 / 30.';
  // A card is good until the last moment of its month.
  const ends = Date.UTC(expiry.year, expiry.month, 1) / 1000;
  if (ends <= now) return 'This card has expired.';
  return expiry.year > 2099 ? 'This year is too far away.' : undefined;
}

function cvcError(text: string): string | undefined {
  const digits = digitsOf(text);
  if (digits === '') return 'Enter the security code.';
  return /^\d{3,4}$/.test(digits) ? undefined : 'The security code has 3 or 4 digits.';
}

function nameError(text: string): string | undefined {
  if (text.trim() === '') return 'Enter the name on the card.';
  return text.length > lengthMax ? `Use at most ${lengthMax} characters.` : undefined;
}

function emailError(text: string): string | undefined {
  if (text.trim() === '') return 'Enter your email address.';
  return /^[^\s@]+@[^\s@]+$/.test(text.trim()) && text.length <= lengthMax
    ? undefined
    : 'Write an email address such as name@example.com.';
}

/** Checks what was typed. `knownEmail` is the shop's: then the page does not ask. `now` in Unix seconds. */
export function readCardForm(
  form: URLSearchParams,
  knownEmail: string | null,
  now: number,
): CardForm {
  const value = (name: FieldName) => (form.get(name) ?? '').slice(0, lengthMax + 1);
  const number = digitsOf(value('number'));
  const found: Record<FieldName, string | undefined> = {
    email: knownEmail === null ? emailError(value('email')) : undefined,
    number: numberError(number),
    expiry: expiryError(value('expiry'), now),
    cvc: cvcError(value('cvc')),
    name: nameError(value('name')),
  };
  const errors = Object.fromEntries(
    Object.entries(found).filter(([, message]) => message !== undefined),
  ) as FieldErrors;
  const typed = {
    email: value('email'),
    number: value('number'),
    expiry: value('expiry'),
    name: value('name'),
  };
  const expiry = readExpiry(value('expiry'));
  if (Object.keys(errors).length > 0 || !expiry) return { typed, errors };
  const card = {
    number,
    expMonth: expiry.month,
    expYear: expiry.year,
    name: value('name').trim(),
    email: knownEmail ?? value('email').trim(),
  };
  return { typed, errors, card };
}
