import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isAcceptable, passwordHints } from './password-rules.ts';

const accepts = (password: string, person = {}) => isAcceptable(passwordHints(password, person));

describe('a password (ID-04)', () => {
  it.each([
    'Tidy-Garden-42',
    'mQ7vRk2p',
    'four words are plenty',
    'совершенно новая фраза',
    'Ünïq7Löwe',
  ])('may be %s', (password) => {
    expect(accepts(password)).toBe(true);
  });

  it.each([
    ['too short', 'Ab1defg', 'minLength'],
    ['without upper case', 'tidygarden42', 'upper'],
    ['without lower case', 'TIDYGARDEN42', 'lower'],
    ['without a digit', 'Tidy-Garden', 'digit'],
  ] as const)('is refused when %s', (_why, password, hint) => {
    expect(passwordHints(password)[hint]).toBe(false);
    expect(accepts(password)).toBe(false);
  });

  it('of 15 characters needs no mixture, of 14 it does', () => {
    expect(accepts('quiet old river')).toBe(true);
    expect(accepts('quiet old rive')).toBe(false);
  });

  it.each([
    'Password1',
    'P@ssw0rd123',
    'Qwerty123',
    'Welcome2026!',
    'Iloveyou1',
    'Liverpool1',
    'Dragon2024',
    'Guitar123!',
    'passwordpassword',
    'thequickbrownfoxjumpsoverthelazydog',
    'correct horse battery staple',
    '123456789012345',
    '987654321098765',
    '121212121212121212',
    'aaaaaaaaaaaaaaaa',
    'AaAaAaAa1111111',
  ])('is refused as common: %s', (password) => {
    expect(passwordHints(password).notCommon).toBe(false);
    expect(accepts(password)).toBe(false);
  });

  it.each([
    ['Wilhelmina1', { displayName: 'Wilhelmina Osei' }],
    ['Osei2026x', { displayName: 'Wilhelmina Osei' }],
    ['WilhelminaOsei', { displayName: 'Wilhelmina Osei' }],
    ['w.osei.piano@example.com', { email: 'w.osei.piano@example.com' }],
    ['Wospiano77', { email: 'wospiano@example.com' }],
  ])('is refused as the person’s own: %s', (password, person) => {
    expect(passwordHints(password, person).notPersonal).toBe(false);
    expect(accepts(password, person)).toBe(false);
  });

  it('may mention the person in passing', () => {
    expect(accepts('Lee walked home past seven lamps', { displayName: 'Lee' })).toBe(true);
  });

  it('counts characters, not bytes, and every spelling of a letter alike', () => {
    expect(passwordHints('😀'.repeat(14)).passphrase).toBe(false);
    expect(passwordHints('🎻🎺🎷🥁'.repeat(4)).passphrase).toBe(true);
    expect(passwordHints('é')).toEqual(passwordHints('e\u0301'));
  });

  it('of any kind is judged without a fault', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', maxLength: 256 }),
        fc.string({ unit: 'grapheme' }),
        (password, displayName) => {
          const hints = passwordHints(password, {
            displayName,
            email: `${displayName}@example.com`,
          });
          expect(Object.values(hints).every((hint) => typeof hint === 'boolean')).toBe(true);
        },
      ),
    );
  });
});
