import { levels, type Exercise, type Library, type Sequence } from './exercise.ts';
import { secondsOf } from './libraries.ts';

/** How far a sequence may be from the length it is named with. */
const lengthTolerance = 0.05;
const stepSeconds = [15, 300] as const;

type Ask = (fine: boolean, fault: string) => void;

function askSteps(sequence: Sequence, bySlug: Map<string, Exercise>, ask: Ask): void {
  for (const [index, { exercise: slug, seconds, side, transition }] of sequence.steps.entries()) {
    const where = `step ${index + 1} (${slug})`;
    const exercise = bySlug.get(slug);
    if (!exercise) {
      ask(false, `${where} is no exercise of the library`);
      continue;
    }
    ask(seconds >= stepSeconds[0] && seconds <= stepSeconds[1], `${where} lasts ${seconds} s`);
    ask((exercise.sides === 'both') === (side !== undefined), `${where} has its sides wrong`);
    const harder = levels.indexOf(exercise.level) > levels.indexOf(sequence.level);
    ask(!harder, `${where} is ${exercise.level}`);
    ask(index === 0 || Boolean(transition), `${where} does not say how to get there`);
  }
}

/** Each side gets the same time, whether the other follows at once or later. */
function askSides({ steps }: Sequence, ask: Ask): void {
  const seconds = new Map<string, number>();
  for (const { exercise, side, seconds: held } of steps) {
    if (!side) continue;
    seconds.set(exercise, (seconds.get(exercise) ?? 0) + (side === 'right' ? held : -held));
  }
  for (const [exercise, difference] of seconds) {
    ask(difference === 0, `${exercise} is ${Math.abs(difference)} s longer on one side`);
  }
}

/** Everything wrong with a library's sequences, a line each. */
export function sequenceFaults(library: Library): string[] {
  const bySlug = new Map(library.exercises.map((exercise) => [exercise.slug, exercise]));
  const faults: string[] = [];
  const slugs = new Set<string>();
  for (const sequence of library.sequences) {
    const ask: Ask = (fine, fault) => {
      if (!fine) faults.push(`${sequence.slug}: ${fault}`);
    };
    ask(!slugs.has(sequence.slug), 'is there twice');
    slugs.add(sequence.slug);
    const off = secondsOf(sequence) / (sequence.minutes * 60) - 1;
    ask(
      Math.abs(off) <= lengthTolerance,
      `is named ${sequence.minutes} min, but takes ${(secondsOf(sequence) / 60).toFixed(1)}`,
    );
    ask(sequence.benefits.length >= 3 && sequence.benefits.length <= 5, 'needs 3–5 benefits');
    ask(sequence.summary.length > 30 && sequence.audience.length > 20, 'says too little of itself');
    askSteps(sequence, bySlug, ask);
    askSides(sequence, ask);
  }
  return faults;
}
