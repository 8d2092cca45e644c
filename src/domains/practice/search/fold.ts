const numerals: Record<string, string> = { i: '1', ii: '2', iii: '3', iv: '4' };

/**
 * A text as it is compared: without marks and case, with plain numbers, and with the spellings that people
 * use for one Sanskrit sound brought together (ṛ and ri, ś and sh, v and w, single and double letters).
 */
export function fold(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll('ṛ', 'ri')
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/['’‘`]/g, '')
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .replaceAll(/\b(i{1,3}|iv)\b/g, (numeral) => numerals[numeral]!)
    .replaceAll('sh', 's')
    .replaceAll('chh', 'c')
    .replaceAll('ch', 'c')
    .replaceAll('w', 'v')
    .replaceAll('ph', 'p')
    .replaceAll('th', 't')
    .replaceAll('dh', 'd')
    .replaceAll('bh', 'b')
    .replaceAll(/([a-z])\1/g, '$1');
}

export const wordsOf = (folded: string): string[] => (folded === '' ? [] : folded.split(' '));
