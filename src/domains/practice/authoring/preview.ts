import type { Ctx } from '../../../platform/context.ts';
import { viewExercise } from '../library/exercise-view.ts';
import {
  getPublished,
  type LibraryExercise,
  type Published,
} from '../library/published-library.ts';
import { gated } from '../plus.ts';
import { viewSequence } from '../sequences/sequence-view.ts';
import type { ExerciseContent, SequenceContent } from './content.ts';
import { getItem, type Item } from './items.ts';

const levels = ['beginner', 'intermediate', 'advanced'];

/** The item as its page would show it. Steps whose exercise is not there are left out. */
export async function previewItem(ctx: Ctx, id: string) {
  const item = await getItem(ctx, id);
  const published = await getPublished(ctx);
  return item.kind === 'exercise'
    ? { exercise: previewExercise(published, item), sequence: null }
    : { exercise: null, sequence: previewSequence(published, item) };
}

function previewExercise(published: Published, item: Item) {
  const { name, original, level, category, areas, seconds, twoSided, plus, ...body } =
    item.content as ExerciseContent;
  const { id, library, slug, ownerId } = item;
  const exercise: LibraryExercise = {
    id,
    library,
    slug,
    ownerId,
    name,
    original,
    category,
    areas,
    seconds,
    twoSided,
    plus,
    body,
    level: (levels.indexOf(level) + 1) as 1 | 2 | 3,
    popularity: 0,
    archived: false,
    at: 0,
  };
  const home = published.libraries.get(library) ?? {
    slug: library,
    bySlug: new Map<string, LibraryExercise>(),
  };
  return viewExercise(home, exercise, { locked: false });
}

function previewSequence(published: Published, item: Item) {
  const { steps, level, ...texts } = item.content as SequenceContent;
  const { id, library, slug } = item;
  const bySlug = published.libraries.get(library)?.bySlug;
  const found = steps.flatMap(({ exercise, ...step }) => {
    const known = bySlug?.get(exercise);
    return known ? [{ ...step, exerciseId: known.id, sequenceId: id }] : [];
  });
  const seconds =
    found.reduce((sum, step) => sum + step.seconds, 0) +
    texts.changeSeconds * Math.max(0, found.length - 1);
  const sequence = {
    ...texts,
    id,
    library,
    slug,
    seconds,
    level: (levels.indexOf(level) + 1) as 1 | 2 | 3,
    steps: found,
  };
  return gated(viewSequence(published, sequence, item.ownerId ? 'me' : 'library'), false);
}
