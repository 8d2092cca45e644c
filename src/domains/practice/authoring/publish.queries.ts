import type { Ctx } from '../../../platform/context.ts';
import { sql } from '../../../platform/db/index.ts';
import type { ExerciseBody } from '../library/exercise-body.ts';
import { type LevelNumber, type Status, tables } from '../tables.ts';
import type { Draft } from './authoring.queries.ts';
import type { Content, ExerciseContent, Kind, SequenceContent } from './content.ts';

const levelNumber = (level: ExerciseContent['level']): LevelNumber =>
  (['beginner', 'intermediate', 'advanced'].indexOf(level) + 1) as LevelNumber;

/** Behind everything that ships. */
const lastPosition = 1_000_000;

function exerciseColumns(content: ExerciseContent) {
  const { name, original, level, category, areas, seconds, twoSided, plus, ...body } = content;
  return {
    name,
    original,
    level: levelNumber(level),
    category,
    areas,
    seconds,
    two_sided: twoSided,
    plus,
    body: sql<ExerciseBody>`${JSON.stringify(body)}::jsonb`,
  };
}

type Of = Pick<Draft, 'id' | 'library' | 'slug' | 'ownerId'>;

/** Inserts the exercise, or writes it over the one that stands; what ships leaves it alone from now on. */
export async function publishExercise(
  ctx: Ctx,
  { id, library, slug, ownerId }: Of,
  content: ExerciseContent,
): Promise<void> {
  const now = ctx.clock.now();
  const change = {
    ...exerciseColumns(content),
    status: 'published' as const,
    edited_at: now,
    updated_at: now,
  };
  await tables(ctx)
    .insertInto('practice.exercises')
    .values({
      id,
      library,
      slug,
      owner_id: ownerId,
      position: lastPosition,
      shipped_digest: null,
      created_at: now,
      ...change,
    })
    .onConflict((conflict) =>
      conflict.constraint('exercises_pkey').doUpdateSet((eb) => ({
        ...change,
        version: eb('practice.exercises.version', '+', 1),
      })),
    )
    .execute();
}

/** Alike for a sequence with all its steps. An instructor's own is seen by whoever has its address. */
export async function publishSequence(
  ctx: Ctx,
  { id, library, slug, ownerId }: Of,
  { steps, level, changeSeconds, ...texts }: SequenceContent,
): Promise<void> {
  const now = ctx.clock.now();
  const change = {
    ...texts,
    level: levelNumber(level),
    change_seconds: changeSeconds,
    status: 'published' as const,
    edited_at: now,
    updated_at: now,
  };
  await tables(ctx)
    .insertInto('practice.sequences')
    .values({
      id,
      library,
      slug,
      owner_id: ownerId,
      position: lastPosition,
      visibility: ownerId === null ? 'public' : 'link',
      shipped_digest: null,
      created_at: now,
      ...change,
    })
    .onConflict((conflict) =>
      conflict.constraint('sequences_pkey').doUpdateSet((eb) => ({
        ...change,
        version: eb('practice.sequences.version', '+', 1),
      })),
    )
    .execute();
  await tables(ctx).deleteFrom('practice.sequence_steps').where('sequence_id', '=', id).execute();
  const ids = await exerciseIds(ctx, library, [...new Set(steps.map(({ exercise }) => exercise))]);
  await tables(ctx)
    .insertInto('practice.sequence_steps')
    .values(
      steps.map(({ exercise, side, seconds, transition }, at) => ({
        sequence_id: id,
        position: at + 1,
        exercise_id: ids.get(exercise)!,
        side,
        seconds,
        transition,
      })),
    )
    .execute();
}

async function exerciseIds(ctx: Ctx, library: string, slugs: string[]) {
  const rows = await tables(ctx)
    .selectFrom('practice.exercises')
    .select(['slug', 'id'])
    .where('library', '=', library)
    .where('slug', 'in', slugs)
    .execute();
  return new Map(rows.map(({ slug, id }) => [slug, id]));
}

const tableOf = (kind: Kind) =>
  kind === 'exercise' ? ('practice.exercises' as const) : ('practice.sequences' as const);

export async function setStatus(
  ctx: Ctx,
  { id, kind }: { id: string; kind: Kind },
  status: Status,
): Promise<void> {
  const now = ctx.clock.now();
  await tables(ctx)
    .updateTable(tableOf(kind))
    .set({ status, edited_at: now, updated_at: now })
    .where('id', '=', id)
    .execute();
}

export interface NewRevision {
  id: string;
  kind: Kind;
  version: number;
  content: Content;
  byPerson: string | null;
  at: Temporal.Instant;
}

/** Adds to the history; what stands there under this version stays. */
export async function keepRevision(ctx: Ctx, revision: NewRevision): Promise<void> {
  const { id, kind, version, content, byPerson, at } = revision;
  await tables(ctx)
    .insertInto('practice.revisions')
    .values({
      item_id: id,
      kind,
      version,
      content: sql<Content>`${JSON.stringify(content)}::jsonb`,
      by_person: byPerson,
      published_at: at,
    })
    .onConflict((conflict) => conflict.constraint('revisions_pkey').doNothing())
    .execute();
}

/** The newest first, before that version. */
export const listRevisions = (
  ctx: Ctx,
  id: string,
  { before, limit }: { before: number | undefined; limit: number },
) =>
  tables(ctx)
    .selectFrom('practice.revisions')
    .select(['version', 'content', 'by_person as byPerson', 'published_at as publishedAt'])
    .where('item_id', '=', id)
    .$if(before !== undefined, (query) => query.where('version', '<', before!))
    .orderBy('version', 'desc')
    .limit(limit)
    .execute();

export const findRevision = (ctx: Ctx, id: string, version: number) =>
  tables(ctx)
    .selectFrom('practice.revisions')
    .select('content')
    .where('item_id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst();
