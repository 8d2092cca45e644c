import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { backupCodeHash, newBackupCode, readBackupCode } from './backup-code.ts';

const bare = (code: string) => code.replaceAll('-', '');

describe('a backup code (ID-06)', () => {
  it('has 80 random bits in four groups, every character as likely as any other', () => {
    const codes = Array.from({ length: 20_000 }, newBackupCode);
    expect(
      codes.every((code) => /^([0-9A-HJKMNP-TV-Z]{4}-){3}[0-9A-HJKMNP-TV-Z]{4}$/.test(code)),
    ).toBe(true);
    expect(new Set(codes).size).toBe(codes.length);
    const counts = new Map<string, number>();
    for (const one of codes.map(bare).join('')) counts.set(one, (counts.get(one) ?? 0) + 1);
    // 10,000 of each are expected; a deviation of 600 is six sigma.
    expect(counts.size).toBe(32);
    for (const count of counts.values()) expect(Math.abs(count - 10_000)).toBeLessThan(600);
  });

  it('is understood however it is typed', () => {
    const retype = fc.constantFrom(
      (code: string) => code.toLowerCase(),
      (code: string) => bare(code),
      (code: string) => ` ${code.replaceAll('-', ' ')}\n`,
      (code: string) => code.replaceAll('-', '\u2013'),
      (code: string) => code.replaceAll('1', 'l').replaceAll('0', 'o'),
      (code: string) => code.replaceAll('1', 'I').replaceAll('0', 'O'),
      (code: string) => [...code].join(' '),
    );
    fc.assert(
      fc.property(retype, (typed) => {
        const code = newBackupCode();
        expect(readBackupCode(typed(code))).toBe(bare(code));
      }),
      { numRuns: 500 },
    );
  });

  it.each([
    '',
    '7K3M-9QXR-2DWA',
    '7K3M-9QXR-2DWA-H5TN-0',
    '7K3M-9QXR-2DWA-H5TU',
    '7K3M/9QXR',
    '💥'.repeat(16),
  ])('is never %j', (typed) => {
    expect(readBackupCode(typed)).toBeUndefined();
  });

  it('is stored as a hash that holds for one person alone', () => {
    const code = bare(newBackupCode());
    const hash = backupCodeHash('ada', code);
    expect(hash).toHaveLength(32);
    expect(hash).toEqual(backupCodeHash('ada', code));
    expect(hash).not.toEqual(backupCodeHash('bob', code));
  });
});
