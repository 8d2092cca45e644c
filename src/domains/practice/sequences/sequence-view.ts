import { levels } from '../content/exercise.ts';
import type { StoredStep } from '../library/content.queries.ts';
import { viewCard } from '../library/exercise-view.ts';
import type { LibrarySequence, Published } from '../library/published-library.ts';

const figuresMax = 6;

export function viewSequence(published: Published, sequence: LibrarySequence) {
  return {
    ...viewHead(sequence),
    steps: sequence.steps.map((step) => viewStep(published, step)),
  };
}

export function viewSequenceCard(published: Published, sequence: LibrarySequence) {
  const { steps } = sequence;
  const every = Math.max(1, Math.ceil(steps.length / figuresMax));
  const figures = steps
    .filter((_, at) => at % every === 0)
    .map(({ exerciseId }) => viewCard(published.exercisesById.get(exerciseId)!).figure)
    .filter((figure) => figure !== null);
  return { ...viewHead(sequence), stepCount: steps.length, figures };
}

function viewHead(sequence: LibrarySequence) {
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

function viewStep(published: Published, { exerciseId, side, seconds, transition }: StoredStep) {
  const exercise = published.exercisesById.get(exerciseId)!;
  return { exercise: viewCard(exercise), side, seconds, transition, breath: exercise.body.breath };
}
