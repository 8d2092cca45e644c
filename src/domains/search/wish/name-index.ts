import type { Claims, Word } from './words.ts';

export interface NameMatch<T> {
  value: T;
  key: string;
  start: number;
  end: number;
  /** Where the match lies in the list of words; equal for a match inside a word (scripts without spaces). */
  firstWord: number;
  lastWord: number;
}

const unspaced = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u;

/** Finds known names in a text, whole words or, for scripts without spaces, anywhere. */
export class NameIndex<T> {
  readonly #byKey = new Map<string, T>();
  readonly #unspaced: string[] = [];
  readonly #byInitial = new Map<string, string[]>();
  readonly #wordsMax: number;

  /** Of two values with the same key the first one is kept. */
  constructor(entries: Iterable<readonly [key: string, value: T]>) {
    let wordsMax = 1;
    for (const [key, value] of entries) {
      if (key === '' || this.#byKey.has(key)) continue;
      this.#byKey.set(key, value);
      if (unspaced.test(key)) this.#unspaced.push(key);
      this.#byInitial.set(key[0]!, [...(this.#byInitial.get(key[0]!) ?? []), key]);
      wordsMax = Math.max(wordsMax, key.split(' ').length);
    }
    this.#unspaced.sort((a, b) => b.length - a.length);
    this.#wordsMax = wordsMax;
  }

  /** Names among the free words, the longest first, then from left to right; they do not overlap. */
  exact(words: readonly Word[], claims: Claims): NameMatch<T>[] {
    const matches: NameMatch<T>[] = [];
    this.#eachRun(words, claims, (run, key) => {
      const value =
        this.#byKey.get(key) ??
        (key.length > 3 ? this.#byKey.get(key.replace(/s$/, '')) : undefined);
      if (value !== undefined && !matches.some((other) => overlap(other, run)))
        matches.push({ ...run, key, value });
    });
    return matches;
  }

  /** Names within words of a script without spaces, the longest first. */
  within(text: string, words: readonly Word[], claims: Claims): NameMatch<T>[] {
    if (this.#unspaced.length === 0 || !unspaced.test(text)) return [];
    return this.#unspaced.flatMap((key) => {
      const start = text.indexOf(key);
      const match = { start, end: start + key.length };
      if (start < 0 || !claims.free(match)) return [];
      const at = words.findIndex((word) => word.end > start);
      return [{ ...match, key, value: this.#byKey.get(key)!, firstWord: at, lastWord: at }];
    });
  }

  /** The name that a run of free words misspells least: one slip from five letters on, two from nine. */
  misspelt(words: readonly Word[], claims: Claims): NameMatch<T> | undefined {
    let best: (NameMatch<T> & { slips: number }) | undefined;
    this.#eachRun(words, claims, (run, key) => {
      const allowed = key.length >= 9 ? 2 : key.length >= 5 ? 1 : 0;
      if (allowed === 0 || best?.slips === 1) return;
      for (const name of this.#byInitial.get(key[0]!) ?? []) {
        if (name.length < 5 || Math.abs(name.length - key.length) > allowed) continue;
        const slips = slipsBetween(key, name);
        if (slips <= allowed && slips < (best?.slips ?? Infinity))
          best = { ...run, key: name, value: this.#byKey.get(name)!, slips };
      }
    });
    return best;
  }

  #eachRun(words: readonly Word[], claims: Claims, visit: (run: Run, key: string) => void): void {
    for (let length = Math.min(this.#wordsMax, words.length); length > 0; length--)
      for (let first = 0; first + length <= words.length; first++) {
        const last = first + length - 1;
        const run = {
          start: words[first]!.start,
          end: words[last]!.end,
          firstWord: first,
          lastWord: last,
        };
        if (!claims.free(run)) continue;
        visit(
          run,
          words
            .slice(first, last + 1)
            .map((word) => word.key)
            .join(' '),
        );
      }
  }
}

type Run = Omit<NameMatch<unknown>, 'value' | 'key'>;

function overlap(a: { start: number; end: number }, b: { start: number; end: number }): boolean {
  return a.start < b.end && b.start < a.end;
}

/** Insertions, deletions, substitutions and swaps of neighbours between two words (optimal string alignment). */
function slipsBetween(a: string, b: string): number {
  let twoBack: number[] = [];
  let oneBack = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1];
      let least = Math.min(row[j - 1]! + 1, oneBack[j]! + 1, oneBack[j - 1]! + (same ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        least = Math.min(least, twoBack[j - 2]! + 1);
      row.push(least);
    }
    twoBack = oneBack;
    oneBack = row;
  }
  return oneBack[b.length]!;
}
