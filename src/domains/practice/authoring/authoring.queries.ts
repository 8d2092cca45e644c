import type { Ctx } from '../../../platform/context.ts';
import { sql } from '../../../platform/db/index.ts';
import { type Status, tables } from '../tables.ts';
import type { Content, ExerciseContent, Kind, SequenceContent } from './content.ts';

export interface AuthoredItem {
  id: string;
  kind: Kind;
  library: string;
  slug: string;
  name: string;
  /** Of the published one; `draft` where there is none yet. */
  status: Status;
  hasDraft: boolean;
  isEdited: boolean;
  isShipped: boolean;
  plus: boolean;
  updatedAt: Temporal.Instant;
}

export interface AuthoredWish {
  ownerId: string | null;
  kind: Kind;
  library: string | undefined;
  /** Part of a name, folded to lower case. */
  q: string | undefined;
  after: { name: string; id: string } | undefined;
  limit: number;
}

/** By name; what is published and what is only a draft yet, each found by an index of its owner and name. */
export async function listAuthored(ctx: Ctx, wish: AuthoredWish): Promise<AuthoredItem[]> {
  const { kind, limit } = wish;
  const table = sql.table(kind === 'exercise' ? 'practice.exercises' : 'practice.sequences');
  const fits = filterOf(wish);
  const { rows } = await sql<AuthoredItem>`
    select * from (
      (select i.id, ${kind}::text as kind, i.library, i.slug, i.name, i.status,
        d.id is not null as "hasDraft", i.edited_at is not null as "isEdited",
        i.shipped_digest is not null as "isShipped", i.plus,
        coalesce(d.updated_at, i.updated_at) as "updatedAt"
      from ${table} i left join practice.drafts d on d.id = i.id
      where ${fits('i')} order by i.name, i.id limit ${limit})
      union all
      (select n.id, n.kind, n.library, n.slug, n.name, 'draft', true, true, false, false, n.updated_at
      from practice.drafts n
      where ${fits('n')} and n.kind = ${kind} and n.base_version = 0 order by n.name, n.id limit ${limit})
    ) both_kinds order by name, id limit ${limit}`.execute(ctx.db);
  return rows;
}

function filterOf({ ownerId, library, q, after }: AuthoredWish) {
  const column = (alias: string, name: string) => sql.ref(`${alias}.${name}`);
  return (alias: string) =>
    sql.join(
      [
        ownerId === null
          ? sql`${column(alias, 'owner_id')} is null`
          : sql`${column(alias, 'owner_id')} = ${ownerId}`,
        ...(library ? [sql`${column(alias, 'library')} = ${library}`] : []),
        ...(q ? [sql`strpos(lower(${column(alias, 'name')}), ${q}) > 0`] : []),
        ...(after
          ? [
              sql`(${column(alias, 'name')}, ${column(alias, 'id')}) > (${after.name}, ${after.id}::uuid)`,
            ]
          : []),
      ],
      sql` and `,
    );
}

/** What is published (or was) of an item, with its content as authors edit it. */
export interface Standing {
  id: string;
  kind: Kind;
  library: string;
  slug: string;
  ownerId: string | null;
  name: string;
  status: Status;
  version: number;
  isEdited: boolean;
  isShipped: boolean;
  updatedAt: Temporal.Instant;
  content: Content;
}

const standing = [
  'id',
  'library',
  'slug',
  'owner_id as ownerId',
  'name',
  'status',
  'version',
  sql<boolean>`edited_at is not null`.as('isEdited'),
  sql<boolean>`shipped_digest is not null`.as('isShipped'),
  'updated_at as updatedAt',
] as const;

const levels = ['beginner', 'intermediate', 'advanced'] as const;

async function findExercise(ctx: Ctx, id: string): Promise<Standing | undefined> {
  const row = await tables(ctx)
    .selectFrom('practice.exercises')
    .select([
      ...standing,
      'original',
      'level',
      'category',
      'areas',
      'seconds',
      'two_sided as twoSided',
      'plus',
      'body',
    ])
    .where('id', '=', id)
    .executeTakeFirst();
  if (!row) return undefined;
  const { original, level, category, areas, seconds, twoSided, plus, body, ...head } = row;
  const content: ExerciseContent = {
    name: head.name,
    original,
    level: levels[level - 1]!,
    category,
    areas,
    seconds,
    twoSided,
    plus,
    ...body,
    photo: body.photo ?? null,
  };
  return { ...head, kind: 'exercise', content };
}

async function findSequence(ctx: Ctx, id: string): Promise<Standing | undefined> {
  const row = await tables(ctx)
    .selectFrom('practice.sequences')
    .select([
      ...standing,
      'level',
      'summary',
      'audience',
      'benefits',
      'change_seconds as changeSeconds',
      'plus',
    ])
    .where('id', '=', id)
    .executeTakeFirst();
  if (!row) return undefined;
  const steps = await tables(ctx)
    .selectFrom('practice.sequence_steps as step')
    .innerJoin('practice.exercises as exercise', 'exercise.id', 'step.exercise_id')
    .select(['exercise.slug as exercise', 'step.side', 'step.seconds', 'step.transition'])
    .where('step.sequence_id', '=', id)
    .orderBy('step.position')
    .execute();
  const { level, summary, audience, benefits, changeSeconds, plus, ...head } = row;
  const content: SequenceContent = {
    name: head.name,
    level: levels[level - 1]!,
    summary,
    audience,
    benefits,
    changeSeconds,
    plus,
    steps,
  };
  return { ...head, kind: 'sequence', content };
}

export const findStanding = async (ctx: Ctx, id: string): Promise<Standing | undefined> =>
  (await findExercise(ctx, id)) ?? (await findSequence(ctx, id));

export type Draft = NonNullable<Awaited<ReturnType<typeof findDraft>>>;

export const findDraft = (ctx: Ctx, id: string) =>
  tables(ctx)
    .selectFrom('practice.drafts')
    .select([
      'id',
      'kind',
      'library',
      'slug',
      'owner_id as ownerId',
      'name',
      'content',
      'base_version as baseVersion',
      'version',
      'created_at as createdAt',
      'updated_at as updatedAt',
    ])
    .where('id', '=', id)
    .executeTakeFirst();

/** Makes all that change this item take turns until the transaction ends, also where it has no row yet. */
export async function lockItem(ctx: Ctx, id: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`practice.item:${id}`}, 0))`.execute(
    ctx.db,
  );
}

export type NewDraft = Pick<
  Draft,
  'id' | 'kind' | 'library' | 'slug' | 'ownerId' | 'name' | 'content' | 'baseVersion' | 'version'
> & { editedBy: string };

const contentOf = (content: Content) => sql<Content>`${JSON.stringify(content)}::jsonb`;

/** Inserts or overwrites the item's draft. */
export async function saveDraftRow(ctx: Ctx, draft: NewDraft): Promise<void> {
  const now = ctx.clock.now();
  const change = {
    name: draft.name,
    content: contentOf(draft.content),
    base_version: draft.baseVersion,
    version: draft.version,
    edited_by: draft.editedBy,
    updated_at: now,
  };
  const { id, kind, library, slug, ownerId: owner_id } = draft;
  await tables(ctx)
    .insertInto('practice.drafts')
    .values({ id, kind, library, slug, owner_id, ...change, created_at: now })
    .onConflict((conflict) => conflict.constraint('drafts_pkey').doUpdateSet(change))
    .execute();
}

export async function deleteDraft(ctx: Ctx, id: string): Promise<void> {
  await tables(ctx).deleteFrom('practice.drafts').where('id', '=', id).execute();
}

export const countNewDrafts = async (ctx: Ctx, ownerId: string): Promise<number> => {
  const { count } = await tables(ctx)
    .selectFrom('practice.drafts')
    .select(sql<number>`count(*)::int`.as('count'))
    .where('owner_id', '=', ownerId)
    .executeTakeFirstOrThrow();
  return count;
};

/** Of the kind's table and of drafts: whether an address is taken. */
export async function isSlugTaken(
  ctx: Ctx,
  { kind, library, slug }: { kind: Kind; library: string; slug: string },
): Promise<boolean> {
  const table = sql.table(kind === 'exercise' ? 'practice.exercises' : 'practice.sequences');
  const { rows } = await sql<{ taken: boolean }>`
    select exists (select from ${table} where library = ${library} and slug = ${slug})
      or exists (select from practice.drafts where kind = ${kind} and library = ${library} and slug = ${slug}) as taken
  `.execute(ctx.db);
  return rows[0]!.taken;
}
