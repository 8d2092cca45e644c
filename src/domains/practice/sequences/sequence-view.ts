import { levels } from '../content/exercise.ts';
import type { OwnStep } from './own-sequence.ts';
import type { listOwnAfter } from './sequences.queries.ts';
import type { StoredStep } from '../library/content.queries.ts';
import { viewCard } from '../library/exercise-view.ts';
import type { LibrarySequence, Published } from '../library/published-library.ts';
import { shareAddress, sharePictureFor } from '../library/share-picture.ts';

const figuresMax = 6;

/** Whose it is, as seen by the one who asks. */
export type By = 'library' | 'me' | 'another';

export function viewSequence(published: Published, sequence: LibrarySequence, by: By) {
  return {
    ...viewHead(sequence),
    by,
    picture:
      by === 'library'
        ? shareAddress(
            `${sequence.library}/sequences/${sequence.slug}`,
            sharePictureOfSequence(published, sequence),
          )
        : null,
    steps: sequence.steps.flatMap((step) => viewStep(published, step)),
  };
}

export const sharePictureOfSequence = (published: Published, sequence: LibrarySequence) =>
  sharePictureFor(
    sequence,
    sequence.steps.flatMap(({ exerciseId }) => published.exercisesById.get(exerciseId) ?? []),
  );

export function viewSequenceCard(published: Published, sequence: LibrarySequence) {
  const { steps } = sequence;
  const every = Math.max(1, Math.ceil(steps.length / figuresMax));
  const figures = steps
    .filter((_, at) => at % every === 0)
    .map(({ exerciseId }) => viewCard(published.exercisesById.get(exerciseId)!).figure)
    .filter((figure) => figure !== null);
  return { ...viewHead(sequence), stepCount: steps.length, figures };
}

type OwnRow = Awaited<ReturnType<typeof listOwnAfter>>[number];

export function viewOwnCard({ exercisesById }: Published, row: OwnRow) {
  const { stepCount, stepSeconds, changeSeconds, firstExerciseIds } = row;
  const seconds = stepSeconds + changeSeconds * Math.max(0, stepCount - 1);
  const figures = firstExerciseIds.flatMap((id) => {
    const exercise = exercisesById.get(id);
    return (exercise && viewCard(exercise).figure) ?? [];
  });
  return {
    ...viewHead({ ...row, seconds }),
    stepCount,
    figures,
    shared: row.visibility !== 'private',
    version: row.version,
    updatedAt: row.updatedAt.toString(),
  };
}

function viewHead(sequence: Omit<LibrarySequence, 'steps'>) {
  const { slug, library, name, level, summary, audience, benefits } = sequence;
  const { seconds, changeSeconds, plus } = sequence;
  return {
    slug,
    library,
    name,
    level: levels[level - 1]!,
    summary,
    audience,
    benefits,
    seconds,
    changeSeconds,
    plus,
  };
}

/** What is a draft again is left out. */
function viewStep(published: Published, { exerciseId, ...step }: StoredStep) {
  const exercise = published.exercisesById.get(exerciseId);
  return exercise ? [viewOwnStep({ ...step, exercise })] : [];
}

export function viewOwnStep({ exercise, side, seconds, transition }: OwnStep) {
  return { exercise: viewCard(exercise), side, seconds, transition, breath: exercise.body.breath };
}
