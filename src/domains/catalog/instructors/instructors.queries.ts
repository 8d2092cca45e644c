import type { Ctx } from '../../../platform/context.ts';
import { sql } from '../../../platform/db/index.ts';
import { tables } from '../tables.ts';
import type { Instructor, Point } from './instructor.ts';

const columns = [
  'id',
  'person_id as personId',
  'slug',
  'market_code as marketCode',
  'display_name as displayName',
  'headline',
  'bio',
  'lesson_text as lessonText',
  'languages',
  'portrait',
  'place_id as placeId',
  'place_name as placeName',
  'time_zone as timeZone',
  'status',
  'is_demo as isDemo',
  'published_at as publishedAt',
  'updated_at as updatedAt',
  sql<number | null>`ST_Y(place_point::geometry)`.as('lat'),
  sql<number | null>`ST_X(place_point::geometry)`.as('lng'),
] as const;

const select = (ctx: Ctx) => tables(ctx).selectFrom('catalog.instructors').select(columns);

type Row = Omit<Instructor, 'point'> & { lat: number | null; lng: number | null };

const fromRow = ({ lat, lng, ...row }: Row): Instructor => ({
  ...row,
  point: lat === null || lng === null ? null : { lat, lng },
});

const toPoint = (point: Point | null) =>
  point && sql`ST_SetSRID(ST_MakePoint(${point.lng}, ${point.lat}), 4326)::geography`;

export type InstructorKey = { id: string } | { slug: string } | { personId: string };

export async function findInstructorBy(
  ctx: Ctx,
  key: InstructorKey,
): Promise<Instructor | undefined> {
  const query = select(ctx);
  const row = await (
    'id' in key
      ? query.where('id', '=', key.id)
      : 'slug' in key
        ? query.where('slug', '=', key.slug)
        : query.where('person_id', '=', key.personId)
  ).executeTakeFirst();
  return row && fromRow(row);
}

/** Takes the row's lock, so that what is counted beside it stays true until the commit. */
export async function lockInstructorOf(
  ctx: Ctx,
  personId: string,
): Promise<Instructor | undefined> {
  const row = await select(ctx).where('person_id', '=', personId).forUpdate().executeTakeFirst();
  return row && fromRow(row);
}

export async function selectInstructors(ctx: Ctx, ids: readonly string[]): Promise<Instructor[]> {
  if (ids.length === 0) return [];
  return (
    await select(ctx)
      .where('id', 'in', [...ids])
      .execute()
  ).map(fromRow);
}

/** Published instructors after that id, oldest first; served by the index instructors_published. */
export async function selectPublished(
  ctx: Ctx,
  after: string | undefined,
  limit: number,
): Promise<Instructor[]> {
  let query = select(ctx).where('status', '=', 'published').orderBy('id').limit(limit);
  if (after) query = query.where('id', '>', after);
  return (await query.execute()).map(fromRow);
}

export type NewInstructor = Omit<Instructor, 'updatedAt'>;

/** Inserts all rows, or those whose slug and person are still free; returns how many. */
export async function insertInstructors(ctx: Ctx, rows: readonly NewInstructor[]): Promise<number> {
  const now = ctx.clock.now();
  const result = await tables(ctx)
    .insertInto('catalog.instructors')
    .values(
      rows.map((row) => ({
        id: row.id,
        person_id: row.personId,
        slug: row.slug,
        market_code: row.marketCode,
        ...texts(row),
        portrait: row.portrait,
        status: row.status,
        is_demo: row.isDemo,
        published_at: row.publishedAt,
        created_at: now,
        updated_at: now,
      })),
    )
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return Number(result.numInsertedOrUpdatedRows ?? 0n);
}

export type ProfileTexts = Pick<
  Instructor,
  | 'displayName'
  | 'headline'
  | 'bio'
  | 'lessonText'
  | 'languages'
  | 'placeId'
  | 'placeName'
  | 'point'
  | 'timeZone'
>;

const texts = (profile: ProfileTexts) => ({
  display_name: profile.displayName,
  headline: profile.headline,
  bio: profile.bio,
  lesson_text: profile.lessonText,
  languages: profile.languages,
  place_id: profile.placeId,
  place_name: profile.placeName,
  place_point: toPoint(profile.point),
  time_zone: profile.timeZone,
});

export async function updateProfile(
  ctx: Ctx,
  id: string,
  profile: ProfileTexts & Pick<Instructor, 'marketCode'>,
): Promise<void> {
  await tables(ctx)
    .updateTable('catalog.instructors')
    .set({ ...texts(profile), market_code: profile.marketCode, updated_at: ctx.clock.now() })
    .where('id', '=', id)
    .execute();
}

export async function markPublished(ctx: Ctx, id: string): Promise<void> {
  const now = ctx.clock.now();
  await tables(ctx)
    .updateTable('catalog.instructors')
    .set({ status: 'published', published_at: now, updated_at: now })
    .where('id', '=', id)
    .execute();
}

export async function markDraft(ctx: Ctx, id: string): Promise<void> {
  await tables(ctx)
    .updateTable('catalog.instructors')
    .set({ status: 'draft', updated_at: ctx.clock.now() })
    .where('id', '=', id)
    .execute();
}

/** Leaves a row that others can point at, and that says of nobody anything. */
export async function anonymiseInstructor(
  ctx: Ctx,
  id: string,
  { slug, displayName, portrait }: Pick<Instructor, 'slug' | 'displayName' | 'portrait'>,
): Promise<void> {
  await tables(ctx)
    .updateTable('catalog.instructors')
    .set({
      ...texts({
        displayName,
        headline: '',
        bio: '',
        lessonText: '',
        languages: [],
        placeId: null,
        placeName: null,
        point: null,
        timeZone: 'UTC',
      }),
      slug,
      portrait,
      status: 'draft',
      published_at: null,
      updated_at: ctx.clock.now(),
    })
    .where('id', '=', id)
    .execute();
}

export async function setPortrait(ctx: Ctx, id: string, portrait: string): Promise<void> {
  await tables(ctx)
    .updateTable('catalog.instructors')
    .set({ portrait, updated_at: ctx.clock.now() })
    .where('id', '=', id)
    .execute();
}

export async function touchInstructor(ctx: Ctx, id: string): Promise<void> {
  await tables(ctx)
    .updateTable('catalog.instructors')
    .set({ updated_at: ctx.clock.now() })
    .where('id', '=', id)
    .execute();
}
