import { describe, expect, it } from 'vitest';
import { identityOf } from './identity.ts';

describe('whom the provider vouches for (ID-02)', () => {
  it.each([
    [true, 'Noor@Example.com'],
    ['true', 'Noor@Example.com'],
    [false, undefined],
    ['false', undefined],
    [1, undefined],
    [undefined, undefined],
  ])('with email_verified %j the address is %j', (verified, email) => {
    const claims = { sub: 's', email: 'Noor@Example.com', email_verified: verified };
    expect(identityOf(claims).email?.email).toBe(email);
  });

  it.each([
    [{ name: '  Noor Haddad ' }, 'Noor Haddad'],
    [{ name: 'Buy at www.evil.example' }, 'noor'],
    [{ name: 42 }, 'noor'],
    [{}, 'noor'],
    [{ email: 'www.x@example.com' }, 'New member'],
  ])('with claims %j the name is %s', (claims, displayName) => {
    const base = { sub: 's', email: 'noor@example.com', email_verified: true };
    expect(identityOf({ ...base, ...claims }).displayName).toBe(displayName);
  });

  it('has no address when the claim is none', () => {
    for (const email of ['nonsense', '', 7, null, 'a@b', `${'x'.repeat(300)}@example.com`])
      expect(identityOf({ sub: 's', email, email_verified: true }).email).toBeUndefined();
  });

  it.each([undefined, '', 7, 'x'.repeat(256)])('is nobody with the subject %j', (sub) => {
    expect(() => identityOf({ sub })).toThrow('subject');
  });
});
