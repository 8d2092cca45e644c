import type { Config } from '../../../platform/config/index.ts';

/** Who asks, in the words of WebAuthn: passkeys belong to this host name and answer this origin only. */
export function relyingParty(config: Config): { id: string; name: string; origin: string } {
  const { hostname, origin } = new URL(config.publicUrl);
  return { id: hostname, name: 'Etude', origin };
}

/** The library weighs 30 MB in memory, so it is loaded with the first passkey. */
export const webauthn = () => import('@simplewebauthn/server');
