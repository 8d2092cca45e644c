import { folded } from './readability.ts';

export interface Sentence {
  where: string;
  text: string;
}

/** Shorter instructions may recur in a few words: "Put your hands on your hips." */
const wordsMin = 6;
const likeMin = 0.45;

const triplesOf = (text: string): Set<string> => {
  const words = folded(text).split(' ');
  if (words.length < wordsMin) return new Set();
  return new Set(
    words.slice(2).map((word, index) => `${words[index]} ${words[index + 1]} ${word}`),
  );
};

export interface Likeness {
  one: Sentence;
  other: Sentence;
  /** Share of the word triples of both that both have. */
  share: number;
}

/** Pairs of sentences that say nearly the same in the same words. */
export function nearlySame(sentences: readonly Sentence[]): Likeness[] {
  const seen = new Map<string, number[]>();
  const triples = sentences.map(({ text }) => triplesOf(text));
  const pairs: Likeness[] = [];
  for (const [index, own] of triples.entries()) {
    const common = new Map<number, number>();
    for (const triple of own) {
      for (const before of seen.get(triple) ?? []) {
        common.set(before, (common.get(before) ?? 0) + 1);
      }
      seen.set(triple, [...(seen.get(triple) ?? []), index]);
    }
    for (const [before, count] of common) {
      const share = count / (own.size + (triples[before] as Set<string>).size - count);
      if (share < likeMin) continue;
      pairs.push({
        one: sentences[before] as Sentence,
        other: sentences[index] as Sentence,
        share,
      });
    }
  }
  return pairs;
}
