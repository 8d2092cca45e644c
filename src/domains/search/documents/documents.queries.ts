import type { Ctx } from '../../../platform/context.ts';
import { sql } from '../../../platform/db/index.ts';
import { tables } from '../tables.ts';
import type { SearchDocument } from './build-document.ts';

/** Two refreshes of one instructor wait for each other, so that the one that read last writes last. */
export async function lockDocuments(ctx: Ctx, instructorIds: readonly string[]): Promise<void> {
  await sql`
    select pg_advisory_xact_lock(hashtextextended('search.documents ' || id, 0))
    from (select id from unnest(${[...instructorIds]}::text[]) as ids(id) order by id) as ordered`.execute(
    ctx.db,
  );
}

export async function deleteDocuments(ctx: Ctx, instructorIds: readonly string[]): Promise<void> {
  if (instructorIds.length === 0) return;
  await tables(ctx)
    .deleteFrom('search.documents')
    .where('instructor_id', 'in', [...instructorIds])
    .execute();
}

/** Writes documents and their offers anew, in three statements however many they are. */
export async function writeDocuments(
  ctx: Ctx,
  documents: readonly SearchDocument[],
): Promise<void> {
  if (documents.length === 0) return;
  const rows = JSON.stringify(documents);
  await upsertDocuments(ctx, rows);
  await tables(ctx)
    .deleteFrom('search.offers')
    .where(
      'instructor_id',
      'in',
      documents.map((document) => document.instructorId),
    )
    .execute();
  await insertOffers(ctx, rows);
}

async function upsertDocuments(ctx: Ctx, rows: string): Promise<void> {
  await sql`
    insert into search.documents (instructor_id, market_code, slug, display_name, headline, bio, portrait, subjects,
      subject_slugs, text, price_hour_minor, currency, online, in_person, place_name, point, rating, rating_count,
      next_slots, next_slots_until, stale_at, updated_at)
    select "instructorId", "marketCode", slug, "displayName", headline, bio, portrait, subjects,
      array(select subject ->> 'slug' from jsonb_array_elements(subjects) as subject),
      setweight(to_tsvector('simple', unaccent("displayName")), 'A')
        || setweight(to_tsvector('english', unaccent(headline || ' ' || titles)), 'B')
        || setweight(to_tsvector('english', unaccent(coalesce("placeName", '') || ' ' || bio)), 'C')
        || setweight(to_tsvector('english', unaccent(synonyms)), 'D'),
      (offers -> 0 ->> 'priceMinor')::bigint, currency,
      offers -> 0 ->> 'serviceOnlineId' is not null, offers -> 0 ->> 'serviceInPersonId' is not null,
      "placeName", st_setsrid(st_makepoint(lng, lat), 4326)::geography, rating, "ratingCount",
      "nextSlots", "nextSlotsUntil", "staleAt", ${ctx.clock.now().toString()}::timestamptz
    from jsonb_to_recordset(${rows}::jsonb) as d("instructorId" uuid, "marketCode" text, slug text, "displayName" text,
      headline text, bio text, portrait text, subjects jsonb, titles text, synonyms text, currency text, "placeName" text, lat float8,
      lng float8, rating real, "ratingCount" integer, "nextSlots" timestamptz[], "nextSlotsUntil" timestamptz[],
      "staleAt" timestamptz, offers jsonb)
    on conflict (instructor_id) do update set
      market_code = excluded.market_code, slug = excluded.slug, display_name = excluded.display_name,
      headline = excluded.headline, bio = excluded.bio, portrait = excluded.portrait, subjects = excluded.subjects,
      subject_slugs = excluded.subject_slugs, text = excluded.text, price_hour_minor = excluded.price_hour_minor,
      currency = excluded.currency, online = excluded.online, in_person = excluded.in_person,
      place_name = excluded.place_name, point = excluded.point, rating = excluded.rating,
      rating_count = excluded.rating_count, next_slots = excluded.next_slots,
      next_slots_until = excluded.next_slots_until, stale_at = excluded.stale_at,
      updated_at = excluded.updated_at`.execute(ctx.db);
}

async function insertOffers(ctx: Ctx, rows: string): Promise<void> {
  await sql`
    insert into search.offers (instructor_id, subject_slug, market_code, price_minor, price_online_minor,
      price_in_person_minor, service_id, service_online_id, service_in_person_id, spot, quality, rating_order)
    select d."instructorId", o."subjectSlug", d."marketCode", o."priceMinor", o."priceOnlineMinor",
      o."priceInPersonMinor", o."serviceId", o."serviceOnlineId", o."serviceInPersonId",
      st_transform(st_setsrid(st_makepoint(d.lng, d.lat), 4326), 3857),
      search.quality(d.rating, cardinality(d."nextSlots") > 0),
      round(coalesce(d.rating, 0) * 100)::bigint * 1000000 + least(d."ratingCount", 999999)
    from jsonb_to_recordset(${rows}::jsonb) as d("instructorId" uuid, "marketCode" text, lat float8, lng float8,
        rating real, "ratingCount" integer, "nextSlots" timestamptz[], offers jsonb),
      jsonb_to_recordset(d.offers) as o("subjectSlug" text, "priceMinor" bigint, "priceOnlineMinor" bigint,
        "priceInPersonMinor" bigint, "serviceId" uuid, "serviceOnlineId" uuid, "serviceInPersonId" uuid)`.execute(
    ctx.db,
  );
}

/** Instructors whose first slot has passed, the longest stale first. */
export async function selectStale(ctx: Ctx, limit: number): Promise<string[]> {
  const rows = await tables(ctx)
    .selectFrom('search.documents')
    .select('instructor_id')
    .where('stale_at', '<=', sql<Temporal.Instant>`${ctx.clock.now().toString()}::timestamptz`)
    .orderBy('stale_at')
    .limit(limit)
    .execute();
  return rows.map((row) => row.instructor_id);
}

export async function selectDocumentIds(ctx: Ctx): Promise<string[]> {
  const rows = await tables(ctx).selectFrom('search.documents').select('instructor_id').execute();
  return rows.map((row) => row.instructor_id);
}
