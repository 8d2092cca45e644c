import { describe, expect, it } from 'vitest';
import { normaliseEmail } from './email-address.ts';

describe('an e-mail address (ID-01)', () => {
  it.each([
    [
      ' Ada.Okoye+Lessons@Example.COM ',
      'Ada.Okoye+Lessons@Example.COM',
      'ada.okoye+lessons@example.com',
    ],
    ['ada@ｅｘａｍｐｌｅ.com', 'ada@example.com', 'ada@example.com'],
    ['иван@пример.example', 'иван@пример.example', 'иван@xn--e1afmkfd.example'],
    ['ﬁona@example.com', 'fiona@example.com', 'fiona@example.com'],
    ['zoë@münchen.example', 'zoë@münchen.example', 'zoë@xn--mnchen-3ya.example'],
  ])('%s is kept as typed and compared in one form', (input, email, key) => {
    expect(normaliseEmail(input)).toEqual({ email, key });
  });

  it.each([
    '',
    'ada',
    '@example.com',
    'ada@',
    'ada@localhost',
    'ada@example',
    'ada@@example.com',
    'ada okoye@example.com',
    '.ada@example.com',
    'ada..o@example.com',
    'ada@-example.com',
    'ada@127.0.0.1',
    'Ada <ada@example.com>',
    'ada@example.com, eve@example.com',
    'ada@example.com\r\nBcc: eve@example.com',
    'ada\u200b@example.com',
    'ada@exam\u0000ple.com',
    'p\u0430ypal@example.com',
    'ada@ex\u0430mple.com',
    'αda@example.com',
    `${'a'.repeat(65)}@example.com`,
    `${'a'.repeat(60)}@${`${'b'.repeat(60)}.`.repeat(4)}example.com`,
    `ada@${'a.'.repeat(130)}com`,
  ])('is not %j', (input) => {
    expect(() => normaliseEmail(input)).toThrow(
      expect.objectContaining({ code: 'email_malformed', field: 'email' }),
    );
  });
});
