import type { Ctx } from '../../../platform/context.ts';
import { newId, sql } from '../../../platform/db/index.ts';
import { type LevelNumber, tables } from '../tables.ts';
import type { OwnStep } from './own-sequence.ts';

/** Whose sequences one may see: the library's, one's own, and those that one has the address of. */
export const sequenceIsOpenTo = (personId: string | null) => sql<boolean>`(
  sequence.owner_id = ${personId} and sequence.status <> 'archived'
  or sequence.status = 'published' and (sequence.owner_id is null or sequence.visibility in ('public', 'link')))`;

const columns = [
  'sequence.id',
  'sequence.library',
  'sequence.slug',
  'sequence.owner_id as ownerId',
  'sequence.name',
  'sequence.level',
  'sequence.summary',
  'sequence.audience',
  'sequence.benefits',
  'sequence.change_seconds as changeSeconds',
  'sequence.plus',
  'sequence.visibility',
  'sequence.version',
  'sequence.updated_at as updatedAt',
] as const;

const selectOwned = (ctx: Ctx) =>
  tables(ctx)
    .selectFrom('practice.sequences as sequence')
    .select(columns)
    // As the index by slug has it.
    .where('sequence.owner_id', 'is not', null);

export type OwnSequence = Awaited<ReturnType<typeof findOwn>> & object;

export const findOwn = (ctx: Ctx, personId: string, slug: string) =>
  selectOwned(ctx)
    .where('sequence.slug', '=', slug)
    .where('sequence.owner_id', '=', personId)
    .where('sequence.status', '<>', 'archived')
    .executeTakeFirst();

/** Somebody's sequence, for whoever may see it. */
export const findOpenBySlug = (
  ctx: Ctx,
  personId: string | null,
  slug: string,
): Promise<OwnSequence | undefined> =>
  selectOwned(ctx)
    .where('sequence.slug', '=', slug)
    .where(sequenceIsOpenTo(personId))
    .executeTakeFirst();

const figuresMax = 4;

/** Newest first, with what a card shows of their steps. */
export const listOwnAfter = (
  ctx: Ctx,
  personId: string,
  { after, limit }: { after?: string | undefined; limit: number },
) =>
  selectOwned(ctx)
    .select([
      sql<number>`(select count(*) from practice.sequence_steps where sequence_id = sequence.id)`.as(
        'stepCount',
      ),
      sql<number>`(select coalesce(sum(seconds), 0) from practice.sequence_steps where sequence_id = sequence.id)`.as(
        'stepSeconds',
      ),
      sql<string[]>`array(select exercise_id::text from practice.sequence_steps
        where sequence_id = sequence.id order by position limit ${sql.lit(figuresMax)})`.as(
        'firstExerciseIds',
      ),
    ])
    .where('sequence.owner_id', '=', personId)
    .where('sequence.status', '<>', 'archived')
    .$if(after !== undefined, (query) => query.where('sequence.id', '<', after!))
    .orderBy('sequence.id', 'desc')
    .limit(limit)
    .execute();

export async function countOwn(ctx: Ctx, personId: string): Promise<number> {
  const { count } = await tables(ctx)
    .selectFrom('practice.sequences')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('owner_id', '=', personId)
    .executeTakeFirstOrThrow();
  return count;
}

export interface SequenceTexts {
  name: string;
  summary: string;
  level: LevelNumber;
  changeSeconds: number;
}

const textsOf = (ctx: Ctx, { name, summary, level, changeSeconds }: SequenceTexts) => ({
  name,
  summary,
  level,
  change_seconds: changeSeconds,
  updated_at: ctx.clock.now(),
});

/** Private, and its owner's. */
export async function insertOwn(
  ctx: Ctx,
  personId: string,
  { library, slug, steps, ...texts }: SequenceTexts & OwnPlace & { steps: readonly OwnStep[] },
): Promise<void> {
  const id = newId(ctx.clock);
  await tables(ctx)
    .insertInto('practice.sequences')
    .values({
      id,
      library,
      slug,
      owner_id: personId,
      audience: '',
      benefits: [],
      visibility: 'private',
      status: 'published',
      shipped_digest: null,
      edited_at: null,
      created_at: ctx.clock.now(),
      ...textsOf(ctx, texts),
    })
    .execute();
  await insertSteps(ctx, id, steps);
}

interface OwnPlace {
  library: string;
  slug: string;
}

/** Only where nobody saved since that version was read: else false. */
export async function replaceOwn(
  ctx: Ctx,
  { id, version }: { id: string; version: number },
  { steps, ...texts }: SequenceTexts & { steps: readonly OwnStep[] },
): Promise<boolean> {
  const row = await tables(ctx)
    .updateTable('practice.sequences')
    .set((eb) => ({ ...textsOf(ctx, texts), version: eb('version', '+', 1) }))
    .where('id', '=', id)
    .where('version', '=', version)
    .returning('id')
    .executeTakeFirst();
  if (!row) return false;
  await tables(ctx).deleteFrom('practice.sequence_steps').where('sequence_id', '=', id).execute();
  await insertSteps(ctx, id, steps);
  return true;
}

async function insertSteps(ctx: Ctx, id: string, steps: readonly OwnStep[]): Promise<void> {
  await tables(ctx)
    .insertInto('practice.sequence_steps')
    .values(
      steps.map(({ exercise, side, seconds, transition }, at) => ({
        sequence_id: id,
        position: at + 1,
        exercise_id: exercise.id,
        side,
        seconds,
        transition,
      })),
    )
    .execute();
}

export async function setVisibility(
  ctx: Ctx,
  id: string,
  visibility: 'link' | 'private',
): Promise<void> {
  await tables(ctx)
    .updateTable('practice.sequences')
    .set({ visibility })
    .where('id', '=', id)
    .execute();
}

export async function deleteOwn(ctx: Ctx, personId: string, slug: string): Promise<void> {
  await tables(ctx)
    .deleteFrom('practice.sequences')
    .where('slug', '=', slug)
    .where('owner_id', '=', personId)
    .execute();
}

export async function deleteSequencesOf(ctx: Ctx, personId: string): Promise<void> {
  await tables(ctx).deleteFrom('practice.sequences').where('owner_id', '=', personId).execute();
}
