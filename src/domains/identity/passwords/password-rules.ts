import { invalid } from '../../../platform/errors/index.ts';
import { isCommonPassword } from './common-passwords.ts';

/** The live hints of the form: true when met. */
export interface PasswordHints {
  /** At least 8 characters. */
  minLength: boolean;
  upper: boolean;
  lower: boolean;
  digit: boolean;
  /** At least 15 characters: then upper, lower and digit are not asked for. */
  passphrase: boolean;
  notCommon: boolean;
  /** Does not consist of the person's own name or address. */
  notPersonal: boolean;
}

export const passwordCharactersMax = 256;
const minLength = 8;
const passphraseLength = 15;

/** Which rules of ID-04 a password meets. Lengths count characters, not bytes. */
export function passwordHints(
  input: string,
  person: { displayName?: string; email?: string } = {},
): PasswordHints {
  const password = normalisePassword(input);
  const length = [...password].length;
  return {
    minLength: length >= minLength,
    upper: /\p{Lu}/u.test(password),
    lower: /\p{Ll}/u.test(password),
    digit: /\p{Nd}/u.test(password),
    passphrase: length >= passphraseLength,
    notCommon: !isCommonPassword(password),
    notPersonal: !isPersonal(password, person),
  };
}

export function isAcceptable(hints: PasswordHints): boolean {
  const mixed = hints.minLength && hints.upper && hints.lower && hints.digit;
  return (mixed || hints.passphrase) && hints.notCommon && hints.notPersonal;
}

/** Throws `invalid` password_weak, naming the field, with the hints in its details. */
export function requireAcceptable(
  password: string,
  person: { displayName?: string; email?: string },
  field = 'password',
): void {
  const hints = passwordHints(password, person);
  if (isAcceptable(hints)) return;
  throw invalid('password_weak', weakness(hints), { field, details: { hints } });
}

/** One form for every keyboard (NFKC, as NIST SP 800-63B asks). */
export function normalisePassword(input: string): string {
  return input.normalize('NFKC');
}

function weakness(hints: PasswordHints): string {
  if (!hints.notCommon)
    return 'This password is on the lists that attackers try first. Choose another.';
  if (!hints.notPersonal) return 'Choose a password without your own name or address.';
  return 'Use at least 8 characters with upper case, lower case and a digit, or any 15 characters.';
}

/** Personal when a part of the name or address makes up at least half of it, or of its letters. */
function isPersonal(
  password: string,
  { displayName = '', email = '' }: { displayName?: string; email?: string },
): boolean {
  const plain = password.toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, '');
  const weight = plain.replaceAll(/\p{N}/gu, '').length;
  const parts = [
    email,
    displayName,
    email.split('@')[0]!,
    ...displayName.split(/\s+/),
    ...email.split(/[@.+_-]/),
  ];
  return parts
    .map((part) =>
      part
        .normalize('NFKC')
        .toLowerCase()
        .replaceAll(/[^\p{L}\p{N}]/gu, ''),
    )
    .some((part) => [...part].length >= 3 && plain.includes(part) && part.length * 2 >= weight);
}
