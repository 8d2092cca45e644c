import { invalid } from '../../../platform/errors/index.ts';

export const returnToCharactersMax = 500;

/**
 * Lets only a path on this site pass, so that a link of ours cannot lead elsewhere.
 * Throws `invalid` return_to_not_local.
 */
export function localPath(input: string): string {
  const looksLocal =
    input.length <= returnToCharactersMax && /^\/(?![/\\])[^\\\p{C}\p{Z}]*$/u.test(input);
  const url = looksLocal ? URL.parse(input, 'http://local.invalid') : null;
  // "/..//elsewhere" resolves to "//elsewhere": look again at what a browser would make of it.
  if (!url || url.origin !== 'http://local.invalid' || url.pathname.startsWith('//'))
    throw invalid('return_to_not_local', 'The page to return to must be a path on this site.', {
      field: 'returnTo',
    });
  return url.pathname + url.search + url.hash;
}
