import { distance, distanceToBeginning } from './distance.ts';
import { fold, wordsOf } from './fold.ts';

export interface Named {
  /** What it is called, the first being its name. */
  names: readonly string[];
  /** What it is good for or belongs to: found too, behind what is called so. */
  topics: readonly string[];
}

export interface NameIndex {
  /** Positions of what fits the text, best first; all in their order for an empty text. */
  find(text: string): number[];
}

interface Entry {
  names: { whole: string; words: string[] }[];
  topics: string[];
}

/** Every typed word must fit; one more word in a name than was typed costs a little. */
export function nameIndex(all: readonly Named[]): NameIndex {
  const entries: Entry[] = all.map(({ names, topics }) => ({
    names: names.map((name) => ({ whole: fold(name), words: wordsOf(fold(name)) })),
    topics: topics.flatMap((topic) => wordsOf(fold(topic))),
  }));
  return {
    find(text) {
      const folded = fold(text);
      if (folded === '') return entries.map((_, at) => at);
      const typed = { whole: folded, words: wordsOf(folded) };
      return entries
        .map((entry, at) => ({ at, score: scoreOf(entry, typed) }))
        .filter(({ score }) => score > 0)
        .sort((a, b) => b.score - a.score || a.at - b.at)
        .map(({ at }) => at);
    },
  };
}

type Folded = Entry['names'][number];

function scoreOf({ names, topics }: Entry, typed: Folded): number {
  const byName = names.map((name, at) => nameScore(name, typed) - (at > 0 ? 1 : 0));
  const byTopic = everyWord(typed.words, (word) => bestWord(topics, word)) * 0.4;
  return Math.max(...byName, byTopic);
}

function nameScore(name: Folded, typed: Folded): number {
  if (name.whole === typed.whole) return 200;
  const joined = name.whole.replaceAll(' ', '');
  const typedJoined = typed.whole.replaceAll(' ', '');
  if (joined === typedJoined) return 190;
  const begins = name.whole.startsWith(typed.whole) ? 40 : 0;
  const words = everyWord(typed.words, (word) => bestWord(name.words, word));
  const unsaid = Math.max(0, name.words.length - typed.words.length);
  if (words > 0) return words + begins - Math.min(20, unsaid * 3);
  // Written as one word, or apart: "down dog" and "downdog", "ardha matsyendrasana" run together.
  if (typedJoined.length < 5) return 0;
  const max = allowed(typedJoined);
  const away = Math.min(
    distance(typedJoined, joined, max),
    distanceToBeginning(typedJoined, joined, max) + 1,
  );
  return away <= max ? 70 - away * 12 : 0;
}

/** The mean over the typed words; nothing as soon as one fits nowhere. */
function everyWord(words: readonly string[], score: (word: string) => number): number {
  let sum = 0;
  for (const word of words) {
    const one = score(word);
    if (one === 0) return 0;
    sum += one;
  }
  return sum / words.length;
}

function bestWord(words: readonly string[], typed: string): number {
  let best = 0;
  for (const word of words) best = Math.max(best, wordScore(word, typed));
  return best;
}

function wordScore(word: string, typed: string): number {
  if (word === typed) return 100;
  if (word.startsWith(typed)) return 90 - Math.min(10, word.length - typed.length);
  if (typed.length >= 4 && word.includes(typed)) return 70;
  const max = allowed(typed);
  if (max === 0) return 0;
  const away = distance(typed, word, max);
  if (away <= max) return 66 - away * 12;
  const awayFromBeginning = typed.length >= 5 ? distanceToBeginning(typed, word, max) : max + 1;
  return awayFromBeginning <= max ? 54 - awayFromBeginning * 12 : 0;
}

/** Slips that a word of this length may hold. */
const allowed = ({ length }: string): number => (length < 4 ? 0 : length < 8 ? 1 : 2);
