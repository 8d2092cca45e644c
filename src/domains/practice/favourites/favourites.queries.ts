import type { Ctx } from '../../../platform/context.ts';
import { newId, sql } from '../../../platform/db/index.ts';
import { sequenceIsOpenTo } from '../sequences/sequences.queries.ts';
import { tables } from '../tables.ts';

export type Target = { instructor_id: string } | { exercise_id: string } | { sequence_id: string };

const columnOf = (target: Target) => Object.keys(target)[0] as 'instructor_id';
const idOf = (target: Target): string => Object.values(target)[0]!;

export const findOpenSequence = (
  ctx: Ctx,
  personId: string,
  { library, slug }: { library: string; slug: string },
) =>
  tables(ctx)
    .selectFrom('practice.sequences as sequence')
    .select('sequence.id')
    .where('sequence.library', '=', library)
    .where('sequence.slug', '=', slug)
    .where(sequenceIsOpenTo(personId))
    .executeTakeFirst();

/** In whatever status it is by now. */
export const findTarget = (
  ctx: Ctx,
  table: 'practice.exercises' | 'practice.sequences',
  { library, slug }: { library: string; slug: string },
) =>
  tables(ctx)
    .selectFrom(table)
    .select('id')
    .where('library', '=', library)
    .where('slug', '=', slug)
    .executeTakeFirst();

export async function isFavourite(ctx: Ctx, personId: string, target: Target): Promise<boolean> {
  const row = await tables(ctx)
    .selectFrom('practice.favourites')
    .select('id')
    .where('person_id', '=', personId)
    .where(columnOf(target), '=', idOf(target))
    .executeTakeFirst();
  return row !== undefined;
}

export async function countFavourites(ctx: Ctx, personId: string): Promise<number> {
  const { count } = await tables(ctx)
    .selectFrom('practice.favourites')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('person_id', '=', personId)
    .executeTakeFirstOrThrow();
  return count;
}

/** Once, also when it is asked for twice at the same moment. */
export async function insertFavourite(ctx: Ctx, personId: string, target: Target): Promise<void> {
  await tables(ctx)
    .insertInto('practice.favourites')
    .values({
      id: newId(ctx.clock),
      person_id: personId,
      created_at: ctx.clock.now(),
      ...target,
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

export async function deleteFavourite(ctx: Ctx, personId: string, target: Target): Promise<void> {
  await tables(ctx)
    .deleteFrom('practice.favourites')
    .where('person_id', '=', personId)
    .where(columnOf(target), '=', idOf(target))
    .execute();
}

export const kinds = ['instructor', 'exercise', 'sequence'] as const;
export type Kind = (typeof kinds)[number];

/** Newest first. What one may no longer see of exercises and sequences is not `open`. */
export const listFavouritesAfter = (
  ctx: Ctx,
  personId: string,
  { kind, after, limit }: { kind?: Kind | undefined; after?: string | undefined; limit: number },
) =>
  tables(ctx)
    .selectFrom('practice.favourites as favourite')
    .leftJoin('practice.exercises as exercise', 'exercise.id', 'favourite.exercise_id')
    .leftJoin('practice.sequences as sequence', 'sequence.id', 'favourite.sequence_id')
    .leftJoin('practice.sequence_steps as step', (join) =>
      join.onRef('step.sequence_id', '=', 'sequence.id').on('step.position', '=', 1),
    )
    .select((eb) => [
      'favourite.id',
      'favourite.created_at as savedAt',
      'favourite.instructor_id as instructorId',
      'favourite.exercise_id as exerciseId',
      'favourite.sequence_id as sequenceId',
      'step.exercise_id as firstExerciseId',
      eb.fn.coalesce('exercise.library', 'sequence.library').as('library'),
      eb.fn.coalesce('exercise.slug', 'sequence.slug').as('slug'),
      eb.fn.coalesce('exercise.name', 'sequence.name').as('name'),
      sql<boolean>`coalesce(exercise.status = 'published', ${sequenceIsOpenTo(personId)}, false)`.as(
        'open',
      ),
    ])
    .where('favourite.person_id', '=', personId)
    .$if(kind !== undefined, (query) => query.where(`favourite.${kind!}_id`, 'is not', null))
    .$if(after !== undefined, (query) => query.where('favourite.id', '<', after!))
    .orderBy('favourite.id', 'desc')
    .limit(limit)
    .execute();

export type FavouriteRow = Awaited<ReturnType<typeof listFavouritesAfter>>[number];

export async function deleteFavouritesOf(ctx: Ctx, personId: string): Promise<void> {
  await tables(ctx).deleteFrom('practice.favourites').where('person_id', '=', personId).execute();
}
