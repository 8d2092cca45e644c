import { describe, expect, it } from 'vitest';
import type { Config } from '../../../platform/config/index.ts';
import {
  type Attempt,
  attemptCookieText,
  newAttemptId,
  readAttemptCookie,
  secretsOf,
} from './attempt.ts';

const config = { secretKey: 'a key of this test alone' } as Config;
const now = Temporal.Instant.from('2026-11-23T09:00:00Z');
const attempt: Attempt = {
  id: newAttemptId(),
  startedAtMs: now.epochMilliseconds,
  returnTo: '/week',
  remember: true,
};

describe('a sign-in under way at the provider (ID-02)', () => {
  it('is read back for ten minutes', () => {
    const cookie = attemptCookieText(config, attempt);
    expect(readAttemptCookie(config, cookie, now.add({ seconds: 599 }))).toEqual(attempt);
    expect(readAttemptCookie(config, cookie, now.add({ minutes: 10 }))).toBeUndefined();
    expect(readAttemptCookie(config, cookie, now.subtract({ seconds: 1 }))).toBeUndefined();
  });

  it('is nothing when a letter was changed, or when another server sealed it', () => {
    const cookie = attemptCookieText(config, attempt);
    const evil = Buffer.from(JSON.stringify({ ...attempt, returnTo: '//evil.example' }));
    const [, seal] = cookie.split('.');
    for (const forged of [
      `${evil.toString('base64url')}.${seal}`,
      cookie.slice(0, -1),
      `${cookie}.x`.slice(1),
      attemptCookieText({ secretKey: 'another' } as Config, attempt),
      'nonsense',
      '.',
      '',
      undefined,
    ])
      expect(readAttemptCookie(config, forged, now)).toBeUndefined();
  });

  it('derives state, nonce and verifier that differ from each other and from any other’s', () => {
    const own = secretsOf(config, attempt);
    const other = secretsOf(config, { ...attempt, id: newAttemptId() });
    expect(new Set([...Object.values(own), ...Object.values(other)]).size).toBe(6);
    expect(own.codeVerifier).toMatch(/^[\w-]{43}$/); // RFC 7636: 43 to 128 characters
    expect(attemptCookieText(config, attempt)).not.toContain(own.codeVerifier);
  });
});
