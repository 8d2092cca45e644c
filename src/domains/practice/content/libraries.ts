import type { Exercise, Library, Sequence } from './exercise.ts';
import { piano } from './piano/library.ts';
import { yoga } from './yoga.ts';

/** Relations hold in both directions, though each is written once: whichever side is easier to read. */
function withMutualRelations(exercises: readonly Exercise[]): Exercise[] {
  return exercises.map((exercise) => {
    const named = exercises.filter(({ related }) => related.includes(exercise.slug));
    const related = new Set([...exercise.related, ...named.map(({ slug }) => slug)]);
    return { ...exercise, related: [...related] };
  });
}

/** Every library that ships with the product, as written in these files. */
export const libraries: readonly Library[] = [yoga, piano].map((library) => ({
  ...library,
  exercises: withMutualRelations(library.exercises),
}));

/** How long a sequence takes, in seconds, changes from step to step included. */
export const secondsOf = ({ steps, changeSeconds }: Sequence): number =>
  steps.reduce((sum, { seconds }) => sum + seconds, 0) + changeSeconds * (steps.length - 1);
