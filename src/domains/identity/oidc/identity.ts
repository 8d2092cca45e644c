import { normaliseDisplayName } from '../people/display-name.ts';
import { type EmailAddress, normaliseEmail } from '../people/email-address.ts';

const subjectCharactersMax = 255; // OpenID Connect Core 2

/** Whom the provider vouches for. */
export interface Identity {
  subject: string;
  /** Present only if the provider says that the person has confirmed it. */
  email?: EmailAddress;
  displayName: string;
  locale?: string;
}

/** What we use of the claims. Throws when the subject is none; other claims may be missing or odd. */
export function identityOf(claims: Record<string, unknown>): Identity {
  const { sub, email: claimed, email_verified: verified, locale } = claims;
  if (typeof sub !== 'string' || sub === '' || sub.length > subjectCharactersMax)
    throw new Error('the subject is not a text of 1 to 255 characters');
  // Some providers send "true" as a text.
  const email =
    verified === true || verified === 'true' ? attempt(normaliseEmail, claimed) : undefined;
  return {
    subject: sub,
    ...(email && { email }),
    displayName:
      attempt(normaliseDisplayName, claims['name']) ??
      attempt(normaliseDisplayName, email?.email.slice(0, email.email.lastIndexOf('@'))) ??
      'New member',
    ...(typeof locale === 'string' && { locale }),
  };
}

/** What the rule makes of the claim; undefined for what is no text or breaks the rule. */
function attempt<T>(rule: (text: string) => T, claim: unknown): T | undefined {
  try {
    return typeof claim === 'string' ? rule(claim) : undefined;
  } catch {
    return undefined;
  }
}
