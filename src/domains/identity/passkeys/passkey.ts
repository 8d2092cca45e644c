import { invalid } from '../../../platform/errors/index.ts';

export const passkeysMax = 20;
const passkeyNameCharactersMax = 60;

/** What an answer of an authenticator is good for. */
export type ChallengePurpose = 'sign_in' | 'second_step' | 'confirm' | 'register';

const transports = ['ble', 'cable', 'hybrid', 'internal', 'nfc', 'smart-card', 'usb'] as const;
export type Transport = (typeof transports)[number];

/** The ways to an authenticator that we know; browsers may name newer ones. */
export function knownTransports(named: readonly string[] = []): Transport[] {
  return transports.filter((transport) => named.includes(transport));
}

/** The id that authenticators keep with a passkey (WebAuthn "user handle"): the person's, as 16 bytes. */
export function userHandleOf(personId: string): Buffer {
  return Buffer.from(personId.replaceAll('-', ''), 'hex');
}

/**
 * The challenge that an authenticator signed; undefined for what can't be read, and for an answer given
 * inside another site's frame, since we are never framed.
 */
export function signedChallenge(clientDataJson: string): string | undefined {
  try {
    const { challenge, crossOrigin } = JSON.parse(
      Buffer.from(clientDataJson, 'base64url').toString(),
    ) as { challenge?: unknown; crossOrigin?: unknown };
    return typeof challenge === 'string' && !crossOrigin ? challenge : undefined;
  } catch {
    return undefined;
  }
}

const forbidden = /[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]/u;

/** Trims and composes (NFC). Throws `invalid` passkey_name_malformed. */
export function normalisePasskeyName(input: string): string {
  const name = input.trim().normalize('NFC');
  const length = [...name].length;
  if (
    length < 1 ||
    length > passkeyNameCharactersMax ||
    forbidden.test(name) ||
    !name.isWellFormed()
  )
    throw invalid(
      'passkey_name_malformed',
      `Give the passkey a name of 1 to ${passkeyNameCharactersMax} characters.`,
      { field: 'name' },
    );
  return name;
}
