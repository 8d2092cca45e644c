/**
 * A name as it is compared: lower case, without accents, apostrophes or punctuation, one space
 * between words. Letters of any script stay. Safe within LIKE, since % and _ are gone.
 */
export function nameKey(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .normalize('NFC')
    .toLowerCase()
    .replace(/['’ʼ`]/g, '')
    .replace(/[^\p{L}\p{N}\p{M}]+/gu, ' ')
    .trim();
}
