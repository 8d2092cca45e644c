import type { BankInput } from '../../actions/connect/bank-accounts.ts';

export const textNames = [
  'firstName',
  'lastName',
  'birthday',
  'line1',
  'city',
  'postalCode',
  'phone',
  'account',
] as const;
export type TextName = (typeof textNames)[number];
export type OnboardingErrors = Partial<Record<TextName | 'agree', string>>;

export interface OnboardingForm {
  typed: Partial<Record<TextName, string>>;
  verdict: 'document' | 'enabled' | 'later';
  errors: OnboardingErrors;
  bank: Pick<BankInput, 'holder' | 'number'>;
}

const missing: Record<TextName, string> = {
  firstName: 'Enter your first name.',
  lastName: 'Enter your last name.',
  birthday: 'Enter your date of birth.',
  line1: 'Enter the street and house number.',
  city: 'Enter the town or city.',
  postalCode: 'Enter the postcode.',
  phone: 'Enter your phone number.',
  account: 'Enter the account number.',
};

function wrong(name: TextName, value: string): string | undefined {
  if (value === '') return missing[name];
  if (value.length > 200) return 'Use at most 200 characters.';
  if (name === 'birthday' && !/^\d{4}-\d{2}-\d{2}$/.test(value)) {
    return 'Write the date as year, month and day, such as 1990-05-31.';
  }
  if (name === 'account' && !/^[A-Z0-9]{4,34}$/i.test(value.replaceAll(' ', ''))) {
    return 'An account number has letters and digits only, between 4 and 34.';
  }
  return undefined;
}

/** Checks what was typed. Nothing of it is kept but the last digits of the account. */
export function readOnboardingForm(form: URLSearchParams): OnboardingForm {
  const typed = Object.fromEntries(
    textNames.map((name) => [name, (form.get(name) ?? '').trim().slice(0, 201)]),
  ) as Record<TextName, string>;
  const found = textNames.map((name) => [name, wrong(name, typed[name])] as const);
  const errors: OnboardingErrors = Object.fromEntries(found.filter(([, error]) => error));
  if (form.get('agree') !== 'yes') errors.agree = 'Agree to the terms to go on.';
  const chosen = form.get('verdict');
  return {
    typed,
    verdict: chosen === 'document' || chosen === 'later' ? chosen : 'enabled',
    errors,
    bank: {
      number: typed.account.replaceAll(' ', ''),
      holder: `${typed.firstName} ${typed.lastName}`.trim(),
    },
  };
}
