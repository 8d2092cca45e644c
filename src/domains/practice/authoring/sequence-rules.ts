import type { PublishedLibrary } from '../library/published-library.ts';
import type { Fault, SequenceContent } from './content.ts';

const levels = ['beginner', 'intermediate', 'advanced'];

export interface SequenceSetting {
  published: PublishedLibrary | undefined;
  isOwn: boolean;
}

/** Everything that keeps a sequence from being published, in the order of the form. */
export function sequenceFaults(content: SequenceContent, setting: SequenceSetting): Fault[] {
  const faults: Fault[] = [];
  const ask = (fine: boolean, field: string, text: string) => {
    if (!fine) faults.push({ field, text });
  };
  const { summary, audience, benefits, steps } = content;
  ask(
    summary.length > 30,
    'summary',
    'Say in a sentence what this sequence is (over 30 characters).',
  );
  if (!setting.isOwn) {
    ask(audience.length > 20, 'audience', 'Say in a sentence who it is for (over 20 characters).');
    const count = benefits.length;
    ask(count >= 3 && count <= 5, 'benefits', `Write 3 to 5 benefits; there are ${count}.`);
  }
  ask(steps.length > 0, 'steps', 'Add a first step.');
  return [...faults, ...stepFaults(content, setting), ...sideFaults(content, setting)];
}

function stepFaults(
  { steps, level }: SequenceContent,
  { published, isOwn }: SequenceSetting,
): Fault[] {
  return steps.flatMap((step, at) => {
    const field = `steps.${at}`;
    const exercise = published?.bySlug.get(step.exercise);
    if (!exercise)
      return [
        { field, text: `Step ${at + 1}: “${step.exercise}” is no exercise of this library.` },
      ];
    const where = `Step ${at + 1} (${exercise.name})`;
    const { seconds, side } = step;
    return [
      ...(seconds < 5 || seconds > 900
        ? [`${where} lasts ${seconds} s; 5 to 900 are possible.`]
        : []),
      ...(exercise.twoSided && !side ? [`${where} has two sides: say which.`] : []),
      ...(!exercise.twoSided && side ? [`${where} has no sides.`] : []),
      ...(!isOwn && exercise.level - 1 > levels.indexOf(level)
        ? [`${where} is harder than the sequence says it is.`]
        : []),
      ...(!isOwn && exercise.ownerId
        ? [`${where} belongs to an instructor, not to the library.`]
        : []),
    ].map((text) => ({ field, text }));
  });
}

/** Each side gets the same time, whether the other follows at once or later. */
function sideFaults({ steps }: SequenceContent, { published }: SequenceSetting): Fault[] {
  const balance = new Map<string, number>();
  for (const { exercise, side, seconds } of steps)
    if (side)
      balance.set(exercise, (balance.get(exercise) ?? 0) + (side === 'right' ? seconds : -seconds));
  return [...balance]
    .filter(([, difference]) => difference !== 0)
    .map(([slug, difference]) => ({
      field: 'steps',
      text: `${published?.bySlug.get(slug)?.name ?? slug} is ${Math.abs(difference)} s longer on the ${difference > 0 ? 'right' : 'left'} side.`,
    }));
}
