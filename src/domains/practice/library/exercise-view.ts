import { viewPicture } from '../../media/index.ts';
import { levels } from '../content/exercise.ts';
import type { PublishedExercise } from './content.queries.ts';
import type { LibraryExercise, PublishedLibrary } from './published-library.ts';
import { shareAddress, sharePictureFor } from './share-picture.ts';

/** What lists and steps show of an exercise. */
export function viewCard(exercise: PublishedExercise) {
  const { slug, name, original, level, category, areas, seconds, twoSided, plus } = exercise;
  return {
    slug,
    name,
    original,
    level: levels[level - 1]!,
    category,
    areas,
    seconds,
    twoSided,
    plus,
    figure: figureAddress(exercise),
  };
}

/** What everybody sees of an exercise for subscribers. */
const stepsOpen = 2;

/** The whole exercise, or its first part where it is `locked` for who reads it (see plus.ts). */
export function viewExercise(
  library: Pick<PublishedLibrary, 'slug' | 'bySlug'>,
  exercise: LibraryExercise,
  { locked }: { locked: boolean },
) {
  const { illustration: _drawn, preparatory, counter, related, photo, ...body } = exercise.body;
  const links = (slugs: readonly string[]) =>
    slugs.flatMap((slug) => {
      const found = library.bySlug.get(slug);
      if (!found) return [];
      return [{ slug, name: found.name, original: found.original, figure: figureAddress(found) }];
    });
  return {
    ...viewCard(exercise),
    ...body,
    steps: locked ? body.steps.slice(0, stepsOpen) : body.steps,
    stepCount: body.steps.length,
    locked,
    photo: photo ? viewPicture(photo) : null,
    picture: shareAddress(
      `${library.slug}/exercises/${exercise.slug}`,
      sharePictureFor(exercise, [exercise]),
    ),
    library: library.slug,
    preparatory: links(preparatory),
    counter: links(counter),
    related: links(related),
  };
}

const figureAddress = ({ body, library, slug }: PublishedExercise): string | null =>
  body.illustration ? `/figures/${library}/${slug}.svg` : null;
