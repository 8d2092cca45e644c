import { timingSafeEqual } from 'node:crypto';
import type { Config } from '../../../platform/config/index.ts';
import { hmac, randomToken } from '../../../platform/crypto/index.ts';

const minutesValid = 10;
export const attemptSeconds = minutesValid * 60;

/** A sign-in under way at the provider; kept in the browser alone, so that only that browser can finish it. */
export interface Attempt {
  id: string;
  startedAtMs: number;
  returnTo: string;
  remember: boolean;
  /** IANA zone, for a new account. */
  timeZone?: string;
  /** Set when a signed-in person links the provider to their account. */
  link?: { personId: string; sessionId: string };
}

export const newAttemptId = (): string => randomToken(16);

/**
 * State, nonce and PKCE verifier are derived from the attempt's id under the server's key: the cookie
 * carries none of them, and none can be told from another.
 */
export function secretsOf(
  { secretKey }: Config,
  { id }: Attempt,
): { state: string; nonce: string; codeVerifier: string } {
  const derive = (what: string) => hmac(secretKey, `oidc-${what}:${id}`);
  return {
    state: derive('state'),
    nonce: derive('nonce'),
    codeVerifier: derive('verifier'),
  };
}

export function attemptCookieText(config: Config, attempt: Attempt): string {
  const text = Buffer.from(JSON.stringify(attempt)).toString('base64url');
  return `${text}.${sealOf(config, text)}`;
}

/** The attempt that the cookie holds; undefined for what is too old or not ours. */
export function readAttemptCookie(
  config: Config,
  cookie: string | undefined,
  now: Temporal.Instant,
): Attempt | undefined {
  const [text = '', seal = ''] = cookie?.split('.') ?? [];
  const expected = Buffer.from(sealOf(config, text));
  const given = Buffer.from(seal);
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) return undefined;
  const attempt = JSON.parse(Buffer.from(text, 'base64url').toString()) as Attempt;
  const ageMs = now.epochMilliseconds - attempt.startedAtMs;
  return ageMs >= 0 && ageMs < attemptSeconds * 1000 ? attempt : undefined;
}

const sealOf = ({ secretKey }: Config, text: string) => hmac(secretKey, `oidc-attempt:${text}`);
