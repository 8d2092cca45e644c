import { type Ctx, personOf } from '../../../platform/context.ts';
import { decodeIdCursor, pageById } from '../../../platform/http/index.ts';
import { findInstructor, findInstructors, type Instructor } from '../../catalog/index.ts';
import {
  exerciseNotFound,
  favouritesFull,
  instructorNotFound,
  sequenceNotFound,
} from '../errors.ts';
import { viewCard } from '../library/exercise-view.ts';
import { getPublished, type Published } from '../library/published-library.ts';
import * as queries from './favourites.queries.ts';

const favouritesMax = 1_000;

export interface FavouriteKey {
  kind: queries.Kind;
  slug: string;
  /** Of exercises and sequences; instructors have none. */
  library: string;
}

/** Does nothing when it is one already. Throws not_found …_not_found, conflict favourites_full. */
export async function addFavourite(ctx: Ctx, key: FavouriteKey): Promise<void> {
  const { id } = personOf(ctx);
  const target = await openTarget(ctx, id, key);
  if (await queries.isFavourite(ctx, id, target)) return;
  if ((await queries.countFavourites(ctx, id)) >= favouritesMax)
    throw favouritesFull(favouritesMax);
  await queries.insertFavourite(ctx, id, target);
}

/** Also of what is no longer to be seen; does nothing when it is none. */
export async function dropFavourite(ctx: Ctx, key: FavouriteKey): Promise<void> {
  const { id } = personOf(ctx);
  const target = await anyTarget(ctx, key);
  if (target) await queries.deleteFavourite(ctx, id, target);
}

/** Whether it is one of mine; what is not there is none. */
export async function hasFavourite(ctx: Ctx, key: FavouriteKey): Promise<boolean> {
  const target = await anyTarget(ctx, key);
  return target !== undefined && queries.isFavourite(ctx, personOf(ctx).id, target);
}

async function openTarget(ctx: Ctx, personId: string, key: FavouriteKey): Promise<queries.Target> {
  if (key.kind === 'instructor') {
    const instructor = await findInstructor(ctx, { slug: key.slug });
    if (instructor?.status !== 'published') throw instructorNotFound();
    return { instructor_id: instructor.id };
  }
  if (key.kind === 'exercise') {
    const { libraries } = await getPublished(ctx);
    const exercise = libraries.get(key.library)?.bySlug.get(key.slug);
    if (!exercise) throw exerciseNotFound();
    return { exercise_id: exercise.id };
  }
  const sequence = await queries.findOpenSequence(ctx, personId, key);
  if (!sequence) throw sequenceNotFound();
  return { sequence_id: sequence.id };
}

async function anyTarget(ctx: Ctx, key: FavouriteKey): Promise<queries.Target | undefined> {
  if (key.kind === 'instructor') {
    const instructor = await findInstructor(ctx, { slug: key.slug });
    return instructor && { instructor_id: instructor.id };
  }
  if (key.kind === 'exercise') {
    const exercise = await queries.findTarget(ctx, 'practice.exercises', key);
    return exercise && { exercise_id: exercise.id };
  }
  const sequence = await queries.findTarget(ctx, 'practice.sequences', key);
  return sequence && { sequence_id: sequence.id };
}

/** One's own, newest first. Throws `invalid` bad_cursor. */
export async function listFavourites(
  ctx: Ctx,
  {
    kind,
    cursor,
    limit,
  }: { kind?: queries.Kind | undefined; cursor?: string | undefined; limit: number },
) {
  const after = cursor === undefined ? undefined : decodeIdCursor(cursor);
  const rows = await queries.listFavouritesAfter(ctx, personOf(ctx).id, {
    kind,
    after,
    limit: limit + 1,
  });
  const { items, nextCursor } = pageById(rows, limit);
  return { items: await viewFavourites(ctx, items), nextCursor };
}

export interface Favourite {
  kind: queries.Kind;
  library: string | null;
  slug: string;
  /** Null with the figure when it is not to be seen any more. */
  name: string | null;
  /** Address of a drawing. */
  figure: string | null;
  available: boolean;
  savedAt: string;
}

/** Those of one page, with one question to the catalog. */
export async function viewFavourites(
  ctx: Ctx,
  rows: readonly queries.FavouriteRow[],
): Promise<Favourite[]> {
  const published = await getPublished(ctx);
  const ids = rows.flatMap(({ instructorId }) => instructorId ?? []);
  const found = ids.length > 0 ? await findInstructors(ctx, ids) : [];
  const instructors = new Map(found.map((one) => [one.id, one]));
  return rows.flatMap((row): Favourite[] => {
    const savedAt = row.savedAt.toString();
    if (row.instructorId === null) return [{ ...viewContent(published, row), savedAt }];
    const instructor = instructors.get(row.instructorId);
    return instructor ? [{ ...viewInstructor(instructor), savedAt }] : [];
  });
}

/** What is hidden now keeps its address, so that it can be taken off the list, and no more. */
function viewInstructor({ slug, displayName, portrait, status }: Instructor) {
  const available = status === 'published';
  return {
    kind: 'instructor' as const,
    library: null,
    slug,
    name: available ? displayName : null,
    figure: available ? `/portraits/${portrait}.svg` : null,
    available,
  };
}

function viewContent({ exercisesById }: Published, row: queries.FavouriteRow) {
  const shown = exercisesById.get(row.exerciseId ?? row.firstExerciseId ?? '');
  return {
    kind: row.exerciseId === null ? ('sequence' as const) : ('exercise' as const),
    library: row.library,
    slug: row.slug!,
    name: row.open ? row.name : null,
    figure: row.open && shown ? viewCard(shown).figure : null,
    available: row.open,
  };
}
