const plain = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

export const wordsOf = (text: string): string[] => text.match(/[\p{L}\p{M}\d’'-]+/gu) ?? [];

export const sentencesOf = (text: string): string[] =>
  text
    .split(/(?<=[.!?])[”’]?\s+/)
    .map((sentence) => sentence.trim())
    .filter(Boolean);

/** Syllables by groups of vowels, with the usual corrections; near enough for an average. */
export function syllablesOf(word: string): number {
  const letters = plain(word).replace(/[^a-z]/g, '');
  if (letters.length <= 3) return 1;
  const spoken = letters
    .replace(/(?:[^laeiouy]es|[^laeiouytd]ed|[^laeiouy]e)$/, '')
    .replace(/^y/, '');
  return Math.max(1, spoken.match(/[aeiouy]{1,2}/g)?.length ?? 1);
}

/** Flesch reading ease: 60–70 is plain English, 80–90 conversational (Flesch 1948). */
export function readingEase(text: string): number {
  const words = wordsOf(text);
  const sentences = sentencesOf(text).length;
  const syllables = words.reduce((sum, word) => sum + syllablesOf(word), 0);
  return 206.835 - (1.015 * words.length) / sentences - (84.6 * syllables) / words.length;
}

/** A name as people type it: no diacritics, no punctuation, lower case. */
export const folded = (name: string): string =>
  plain(name)
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();
