import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { localPath } from './return-to.ts';

describe('the page to return to (ID-01)', () => {
  it.each(['/', '/book/42', '/search?q=guitar%20near%20Camden&page=2#map', '/teachers/zoë'])(
    'may be %s',
    (path) => {
      expect(new URL(localPath(path), 'https://etude.example').origin).toBe(
        'https://etude.example',
      );
    },
  );

  it.each([
    '',
    'book/42',
    'https://elsewhere.example/',
    'javascript:alert(1)',
    '//elsewhere.example',
    '/\\elsewhere.example',
    '\\\\elsewhere.example',
    '/..//elsewhere.example',
    '/%2e%2e//elsewhere.example',
    '/\t/elsewhere.example',
    '/book\r\nSet-Cookie: a=b',
    ' /book',
    `/${'a'.repeat(500)}`,
  ])('is never %j', (path) => {
    expect(() => localPath(path)).toThrow(expect.objectContaining({ code: 'return_to_not_local' }));
  });

  it('never leaves this site, whatever is tried', () => {
    const piece = fc.constantFrom(
      '/',
      '\\',
      '.',
      '..',
      '%2f',
      '%2e',
      ':',
      '@',
      'x.example',
      'https:',
      '?',
      '#',
      '\t',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 8 }), (pieces) => {
        let path: string;
        try {
          path = localPath(`/${pieces.join('')}`);
        } catch {
          return;
        }
        expect(new URL(path, 'https://etude.example').host).toBe('etude.example');
      }),
      { numRuns: 2000 },
    );
  });
});
