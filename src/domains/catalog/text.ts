import { invalid } from '../../platform/errors/index.ts';

// Control characters, and marks that turn the direction of the text around them.
const unseenInLine = /[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]+/gu;
const unseenInText = /[^\P{Cc}\n]|[\u2028\u2029\u202a-\u202e\u2066-\u2069]/gu;

/** One line as we keep it: composed (NFC), without invisible control marks, single spaces. */
export const cleanLine = (text: string): string =>
  text.toWellFormed().normalize('NFC').replace(unseenInLine, ' ').replace(/\s+/gu, ' ').trim();

/** Several lines as we keep them: at most one blank line in a row. */
export const cleanText = (text: string): string =>
  text
    .toWellFormed()
    .normalize('NFC')
    .replaceAll('\r\n', '\n')
    .replace(unseenInText, '')
    .replace(/\n{3,}/g, '\n\n')
    .trim();

/** A cleaned line of at least `min` characters. Throws `invalid` too_short naming the field. */
export function lineOf(text: string, field: string, min: number): string {
  const line = cleanLine(text);
  if (line.length < min) throw invalid('too_short', `Write at least ${min} characters.`, { field });
  return line;
}

/** What a name becomes in an address: "Tomás Rivera" is `tomas-rivera`; empty where no letter is Latin. */
export const slugOf = (name: string): string =>
  name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll('ß', 'ss')
    .replaceAll('ø', 'o')
    .replaceAll('ł', 'l')
    .replaceAll('æ', 'ae')
    .replace(/['’]/g, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 60)
    .replace(/-+$/, '');
