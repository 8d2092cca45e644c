import { keysFaults, poseFaults } from '../../../figures/index.ts';
import { cautions, levels, type Exercise, type Library } from './exercise.ts';
import { nearlySame } from './likeness.ts';
import { folded, readingEase, sentencesOf, wordsOf } from './readability.ts';

export const wordsDefault = [130, 170] as const;
/** Flesch reading ease of the steps: above plain English, since they are read aloud. */
export const easeMin = 70;

/** A benefit says what a practice does, not what it cures. */
export const medicalClaim =
  /\b(cures?|heals?|treats?|therap\w*|detox\w*|toxins?|diseases?|disorders?|diabetes|cancer|depression|anxiety|asthma|arthritis|infertility)\b/i;

type Ask = (fine: boolean, fault: string) => void;

const between = (value: number, least: number, most: number) => value >= least && value <= most;
const distinct = (values: readonly string[]) => new Set(values).size === values.length;

function askWords(exercise: Exercise, library: Library, ask: Ask): void {
  const text = exercise.steps.join(' ');
  const count = wordsOf(text).length;
  const [least, most] = library.words ?? wordsDefault;
  ask(between(count, least, most), `has ${count} words of steps, should have ${least}–${most}`);
  ask(between(exercise.steps.length, 4, 8), `has ${exercise.steps.length} steps, should have 4–8`);
  const ease = readingEase(text);
  ask(ease >= easeMin, `reads at ${Math.round(ease)}, should be ${easeMin} or easier`);
  ask(between(exercise.benefits.length, 3, 5), 'needs 3–5 benefits');
  ask(exercise.safety.length > 20, 'says nothing about safety');
  ask(between(exercise.breath.length, 10, 90), 'needs one short breath cue');
  for (const benefit of exercise.benefits) {
    ask(!medicalClaim.test(benefit), `makes a medical claim: ${benefit}`);
  }
}

function askSpelling(exercise: Exercise, ask: Ask): void {
  const { steps, safety, breath, benefits } = exercise;
  for (const text of [...steps, safety, breath]) {
    ask(/[.!?…]$/.test(text), `does not end its sentence: ${text.slice(-30)}`);
  }
  for (const text of [...steps, safety, breath, ...benefits]) {
    ask(
      !/['"]|\s\s|^\s|\s$/.test(text),
      `has a straight quote or a stray space: ${text.slice(0, 40)}`,
    );
    ask(
      !/\b(\w+) \1\b/i.test(text.replace(/\b(that that|had had)\b/g, '')),
      `repeats a word: ${text.slice(0, 60)}`,
    );
    ask(/^[\p{Lu}“]/u.test(text), `does not begin with a capital: ${text.slice(0, 40)}`);
  }
}

function askFacts(exercise: Exercise, library: Library, ask: Ask): void {
  const { areas, contraindications, precautions } = exercise;
  ask(/^[a-z0-9]+(-[a-z0-9]+)*$/.test(exercise.slug), 'has no clean slug');
  ask(levels.includes(exercise.level), `has an unknown level ${exercise.level}`);
  ask(
    library.categories.includes(exercise.category),
    `has an unknown category ${exercise.category}`,
  );
  ask(between(areas.length, 1, 3) && distinct(areas), 'needs 1–3 different areas');
  for (const area of areas) ask(library.areas.includes(area), `has an unknown area ${area}`);
  ask(between(exercise.seconds, 15, 60), `lasts ${exercise.seconds} s, should be 15–60`);
  const tags = [...contraindications, ...precautions];
  ask(distinct(tags), 'names a caution twice');
  for (const tag of tags) ask(cautions.includes(tag), `has an unknown caution ${tag}`);
  if (areas.includes('wrists'))
    ask(tags.includes('wrists'), 'works the wrists without a caution for them');
}

function askRelations(exercise: Exercise, bySlug: Map<string, Exercise>, ask: Ask): void {
  const { slug, preparatory, counter, related } = exercise;
  for (const other of [...preparatory, ...counter, ...related]) {
    ask(bySlug.has(other) && other !== slug, `is related to ${other}, which is not there`);
  }
  for (const list of [preparatory, counter, related]) ask(distinct(list), 'names a relation twice');
  for (const other of preparatory) {
    const easier = bySlug.get(other);
    if (!easier) continue;
    const harder = levels.indexOf(easier.level) > levels.indexOf(exercise.level);
    ask(!harder, `is prepared by ${other}, which is harder`);
    ask(!easier.preparatory.includes(slug), `and ${other} prepare each other`);
  }
}

function askIllustration(exercise: Exercise, library: Library, ask: Ask): void {
  const illustration = library.illustrations[exercise.slug];
  if (!illustration) return ask(false, 'has no illustration');
  const faults =
    illustration.kind === 'figure' ? poseFaults(illustration.pose) : keysFaults(illustration);
  for (const fault of faults) ask(false, `cannot be drawn: ${fault}`);
}

/** Names and other names belong to one exercise each, however they are typed. */
function nameFaults({ exercises }: Library): string[] {
  const owners = new Map<string, string>();
  return exercises.flatMap(({ slug, name, original, aliases }) => {
    const own = new Set([name, ...(original ? [original] : []), ...aliases].map(folded));
    return [...own].flatMap((key) => {
      const owner = owners.get(key);
      owners.set(key, slug);
      return owner ? [`${slug}: shares the name “${key}” with ${owner}`] : [];
    });
  });
}

function likenessFaults({ exercises }: Library): string[] {
  const sentences = exercises.flatMap(({ slug, steps, safety, benefits }) =>
    [...steps, safety, ...benefits].flatMap(sentencesOf).map((text) => ({ where: slug, text })),
  );
  return nearlySame(sentences).map(
    ({ one, other }) => `${other.where}: says nearly what ${one.where} says: ${other.text}`,
  );
}

/** Everything wrong with a library's exercises, a line each. */
export function exerciseFaults(library: Library): string[] {
  const bySlug = new Map(library.exercises.map((exercise) => [exercise.slug, exercise]));
  const faults: string[] = [];
  for (const exercise of library.exercises) {
    const ask: Ask = (fine, fault) => {
      if (!fine) faults.push(`${exercise.slug}: ${fault}`);
    };
    ask(bySlug.get(exercise.slug) === exercise, 'is there twice');
    askFacts(exercise, library, ask);
    askWords(exercise, library, ask);
    askSpelling(exercise, ask);
    askRelations(exercise, bySlug, ask);
    askIllustration(exercise, library, ask);
  }
  const orphans = Object.keys(library.illustrations).filter((slug) => !bySlug.has(slug));
  return [
    ...faults,
    ...orphans.map((slug) => `${slug}: is drawn but not written`),
    ...nameFaults(library),
    ...likenessFaults(library),
  ];
}
