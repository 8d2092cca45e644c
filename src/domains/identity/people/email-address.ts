import { domainToASCII } from 'node:url';
import { DomainError, invalid } from '../../../platform/errors/index.ts';

const emailCharactersMax = 254;

export interface EmailAddress {
  /** As the person typed it, trimmed and in compatibility form. */
  email: string;
  /** What two spellings of one address share. */
  key: string;
}

// Letters, digits and the unquoted marks of RFC 5322; letters of any script (RFC 6531).
const local = /^[\p{L}\p{N}\p{M}!#$%&'*+/=?^_`{|}~-]+(\.[\p{L}\p{N}\p{M}!#$%&'*+/=?^_`{|}~-]+)*$/u;
const host = /^(?=.{4,253}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]([a-z0-9-]{0,61}[a-z0-9])$/;

/** The key under which tries are counted: of the address, or of what was typed where it is none. */
export function emailKeyOf(input: string): string {
  try {
    return normaliseEmail(input).key;
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    return input.trim().normalize('NFKC').toLowerCase();
  }
}

// Scripts whose letters pass for one another: "pаypal" with a Cyrillic а. Whoever writes their name
// in one of them uses it alone (after UTS 39).
const alike = ['Latin', 'Cyrillic', 'Greek', 'Armenian', 'Cherokee'].map(
  (script) => new RegExp(`\\p{Script=${script}}`, 'u'),
);

/** Whether letters of two look-alike scripts stand in one part of the address. */
function mixesScripts(email: string): boolean {
  return email.split(/[@.]/).some((part) => alike.filter((script) => script.test(part)).length > 1);
}

/** Trims, applies NFKC and derives the lower-case key. Throws `invalid` email_malformed. */
export function normaliseEmail(input: string): EmailAddress {
  const email = input.trim().normalize('NFKC');
  const at = email.lastIndexOf('@');
  const key = `${email.slice(0, at).toLowerCase()}@${domainToASCII(email.slice(at + 1))}`;
  const sound = local.test(email.slice(0, at)) && host.test(key.slice(key.lastIndexOf('@') + 1));
  if (
    at < 1 ||
    at > 64 ||
    email.length > emailCharactersMax ||
    key.length > emailCharactersMax ||
    !sound ||
    mixesScripts(email)
  )
    throw invalid('email_malformed', 'Enter an e-mail address like name@example.com.', {
      field: 'email',
    });
  return { email, key };
}
