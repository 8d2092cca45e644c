import { align, distance, distanceToBeginning } from './distance.ts';
import { fold, wordsOf } from './fold.ts';

export interface Named {
  /** What it is called, the first being its name. */
  names: readonly string[];
  /** What it is good for or belongs to, what matters most first. */
  topics: readonly string[];
}

export interface NameIndex {
  /** Positions of what fits the text, best first; all in their order for an empty text. */
  find(text: string): number[];
}

interface Text {
  whole: string;
  words: string[];
  joined: string;
}

interface Entry {
  names: Text[];
  topics: Text[];
}

/** How well a typed word fits a word; 0 for not at all. */
type Fit = (word: string, typed: string) => number;

/**
 * Every typed word must fit a word of one name, or of the topics. Slips are forgiven only when nothing
 * fits as it is typed, so that "supine" never finds what is for the spine.
 */
export function nameIndex(all: readonly Named[]): NameIndex {
  const entries: Entry[] = all.map(({ names, topics }) => ({
    names: names.map(textOf),
    topics: topics.map(textOf),
  }));
  return {
    find(text) {
      const typed = textOf(text);
      if (typed.whole === '') return entries.map((_, at) => at);
      const asTyped = ranked(entries, typed, fitsAsTyped, 0);
      return asTyped.length > 0
        ? asTyped
        : ranked(entries, typed, fitsWithSlips, slipsAllowed(typed.joined));
    },
  };
}

function textOf(text: string): Text {
  const whole = fold(text);
  return { whole, words: wordsOf(whole), joined: whole.replaceAll(' ', '') };
}

function ranked(entries: readonly Entry[], typed: Text, fit: Fit, slips: number): number[] {
  const known = new Map<string, Map<string, number>>(typed.words.map((word) => [word, new Map()]));
  // Thousands of names share a few hundred words, so each pair of words is compared once.
  const fitOnce: Fit = (word, typedWord) => {
    const scores = known.get(typedWord)!;
    let score = scores.get(word);
    if (score === undefined) scores.set(word, (score = fit(word, typedWord)));
    return score;
  };
  return entries
    .map((entry, at) => ({ at, score: scoreOf(entry, typed, fitOnce, slips) }))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score || a.at - b.at)
    .map(({ at }) => at);
}

/** Before names that only hold the word somewhere, behind names that begin with it. */
const topicItself = 125;

function scoreOf({ names, topics }: Entry, typed: Text, fit: Fit, slips: number): number {
  let best =
    everyWord(
      typed.words,
      topics.flatMap(({ words }) => words),
      fit,
    ) * 0.4;
  const topic = topics.findIndex(({ whole }) => whole === typed.whole);
  if (topic >= 0) best = topicItself - topic;
  for (const [at, name] of names.entries())
    best = Math.max(best, nameScore(name, typed, fit, slips) - (at > 0 ? 1 : 0));
  return best;
}

/** Said of nearly everything, so that leaving it out is no difference. */
const filler = 'pose';

function nameScore(name: Text, typed: Text, fit: Fit, slips: number): number {
  if (name.whole === typed.whole) return 200;
  if (name.joined === typed.joined) return 190;
  const words = everyWord(typed.words, name.words, fit);
  if (words > 0) {
    const begins = name.whole.startsWith(typed.whole) ? 40 : 0;
    const said = name.words.filter((word) => word !== filler).length;
    return words + begins - Math.min(20, Math.max(0, said - typed.words.length) * 3);
  }
  return joinedScore(name.joined, typed.joined, slips);
}

/** Written as one word, or apart: "down dog" and "downdog", "ardha matsyendrasana" run together. */
function joinedScore(name: string, typed: string, slips: number): number {
  if (typed.length < 5) return 0;
  if (slips === 0) return name.startsWith(typed) ? 70 : 0;
  const { whole, beginning } = align(typed, name, slips);
  const away = Math.min(whole, beginning + 1);
  return away <= slips ? 70 - away * 12 : 0;
}

/** The mean over the typed words; nothing as soon as one fits nowhere. */
function everyWord(typed: readonly string[], words: readonly string[], fit: Fit): number {
  let sum = 0;
  for (const one of typed) {
    let best = 0;
    for (const word of words) best = Math.max(best, fit(word, one));
    if (best === 0) return 0;
    sum += best;
  }
  return sum / typed.length;
}

const fitsAsTyped: Fit = (word, typed) => {
  if (word === typed) return 100;
  if (word.startsWith(typed)) return 90 - Math.min(10, word.length - typed.length);
  return typed.length >= 4 && word.includes(typed) ? 70 : 0;
};

const fitsWithSlips: Fit = (word, typed) => {
  const score = fitsAsTyped(word, typed);
  const slips = slipsAllowed(typed);
  if (score > 0 || slips === 0) return score;
  const away = distance(typed, word, slips);
  if (away <= slips) return 66 - away * 12;
  const awayFromBeginning = typed.length >= 5 ? distanceToBeginning(typed, word, slips) : slips + 1;
  return awayFromBeginning <= slips ? 54 - awayFromBeginning * 12 : 0;
};

/** How many a word of this length may hold. */
const slipsAllowed = ({ length }: string): number => (length < 4 ? 0 : length < 8 ? 1 : 2);
