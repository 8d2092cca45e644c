import { exerciseFaults } from './check-exercises.ts';
import { sequenceFaults } from './check-sequences.ts';
import { levels, type Library } from './exercise.ts';
import { libraries, secondsOf } from './libraries.ts';
import { readingEase, wordsOf } from './readability.ts';

/** The first library is promised with this much. */
const promised: Record<string, { exercises: number; sequences: number }> = {
  yoga: { exercises: 100, sequences: 10 },
  piano: { exercises: 12, sequences: 2 },
};

const countBy = (values: readonly string[]): string => {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].map(([value, count]) => `${count} ${value}`).join(', ');
};

function countFaults({ slug, exercises, sequences }: Library): string[] {
  const least = promised[slug];
  if (!least) return [];
  const few = (kind: 'exercises' | 'sequences', count: number) =>
    count < least[kind] ? [`has ${count} ${kind}, promised are ${least[kind]}`] : [];
  return [...few('exercises', exercises.length), ...few('sequences', sequences.length)];
}

/** Everything wrong with a library, a line each; empty when it can be published. */
export const libraryFaults = (library: Library): string[] =>
  [...countFaults(library), ...exerciseFaults(library), ...sequenceFaults(library)].map(
    (fault) => `${library.slug}: ${fault}`,
  );

/** What a library holds, in lines for a person. */
function libraryTotals(library: Library): string[] {
  const { exercises, sequences } = library;
  const texts = exercises.map(({ steps }) => steps.join(' '));
  const words = texts.map((text) => wordsOf(text).length);
  const ease = texts.map(readingEase).toSorted((a, b) => a - b);
  const levelled = levels.map(
    (level) => `${exercises.filter((exercise) => exercise.level === level).length} ${level}`,
  );
  return [
    `${library.name}: ${exercises.length} ${library.noun[1]} (${levelled.join(', ')}), ${sequences.length} sequences`,
    `  categories: ${countBy(exercises.map(({ category }) => category))}`,
    `  areas: ${countBy(exercises.flatMap(({ areas }) => [...areas]))}`,
    `  on two sides: ${exercises.filter(({ sides }) => sides === 'both').length}`,
    `  words of steps: ${words.reduce((sum, count) => sum + count, 0)} (${Math.min(...words)}–${Math.max(...words)} each), reading ease ${Math.round(ease[0] ?? 0)}–${Math.round(ease.at(-1) ?? 0)}, median ${Math.round(ease[Math.floor(ease.length / 2)] ?? 0)}`,
    ...sequences.map(
      (sequence) =>
        `  ${sequence.name}: ${sequence.steps.length} steps, ${(secondsOf(sequence) / 60).toFixed(1)} of ${sequence.minutes} min, ${sequence.level}`,
    ),
  ];
}

/** Checks every shipped library. */
export const checkContent = (): { faults: string[]; totals: string[] } => ({
  faults: libraries.flatMap(libraryFaults),
  totals: libraries.flatMap(libraryTotals),
});
