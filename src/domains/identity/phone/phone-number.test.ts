import { describe, expect, it } from 'vitest';
import { normalisePhone } from './phone-number.ts';

const codeOf = (input: string, region?: string) =>
  normalisePhone(input, region).catch(({ code }: { code: string }) => code);

describe('a phone number (ID-11)', () => {
  it.each([
    ['+447400123456', undefined, '+447400123456'],
    [' 07400 123 456 ', 'GB', '+447400123456'],
    ['(415) 555-0132', 'US', '+14155550132'],
    ['090-1234-5678', 'JP', '+819012345678'],
    ['098765 43210', 'IN', '+919876543210'],
    ['٠٧٤٠٠١٢٣٤٥٦', 'GB', '+447400123456'],
    ['+49 151 12345678', 'GB', '+4915112345678'],
  ])('%s in %s is %s in E.164', async (input, region, phone) => {
    expect(await codeOf(input, region)).toBe(phone);
  });

  it.each([
    ['', undefined],
    ['call me', 'GB'],
    ['07400 123456', undefined],
    ['07400 123456', 'ZZ'],
    ['+44740012', undefined],
    ['+447400123456 ext. 7', undefined],
    ['+447400123456\r\nTo: +15550001111', undefined],
    ['tel:+447400123456', undefined],
    [`+${'4'.repeat(40)}`, undefined],
    ['+999123456789', undefined],
  ])('%j in %s is refused', async (input, region) => {
    expect(await codeOf(input, region)).toBe('phone_malformed');
  });

  it.each([
    ['a landline', '+442079460018'],
    ['a free line', '+44800123456'],
    ['a dear personal number', '+447012345678'],
  ])('that is %s is refused, because no SMS reaches it', async (_what, input) => {
    expect(await codeOf(input)).toBe('phone_not_mobile');
  });
});
