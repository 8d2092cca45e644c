import type { Ctx } from '../../../platform/context.ts';
import { sql } from '../../../platform/db/index.ts';
import type { PlacesTables } from '../tables.ts';
import type { Place } from './place.ts';

export const placesDb = (ctx: Ctx) => ctx.db.withTables<PlacesTables>();

interface PlaceRow {
  id: string;
  slug: string;
  market_code: string;
  kind: Place['kind'];
  name: string;
  parent_name: string | null;
  aliases: string[];
  lat: number;
  lng: number;
  radius_m: number;
  rank: number;
}

const columns = sql`p.id, p.slug, p.market_code, p.kind, p.name, p.parent_name, p.aliases,
  st_y(p.center::geometry) as lat, st_x(p.center::geometry) as lng, p.radius_m, p.rank`;

const toPlace = (row: PlaceRow): Place => ({
  id: row.id,
  slug: row.slug,
  marketCode: row.market_code,
  kind: row.kind,
  name: row.name,
  parentName: row.parent_name,
  aliases: row.aliases,
  point: { lat: row.lat, lng: row.lng },
  radiusM: row.radius_m,
  rank: row.rank,
});

/** All places of a market, the most prominent first: reference data of some hundred rows. */
export async function selectMarketPlaces(ctx: Ctx, marketCode: string): Promise<Place[]> {
  const { rows } = await sql<PlaceRow>`
    select ${columns} from places.places p
    where p.market_code = ${marketCode} order by p.rank, p.name, p.id`.execute(ctx.db);
  return rows.map(toPlace);
}

export async function selectPlaceBySlug(ctx: Ctx, slug: string): Promise<Place | undefined> {
  const { rows } =
    await sql<PlaceRow>`select ${columns} from places.places p where p.slug = ${slug}`.execute(
      ctx.db,
    );
  return rows.map(toPlace)[0];
}

export async function selectPlaceById(ctx: Ctx, id: string): Promise<Place | undefined> {
  const { rows } =
    await sql<PlaceRow>`select ${columns} from places.places p where p.id = ${id}`.execute(ctx.db);
  return rows.map(toPlace)[0];
}

/**
 * Ranked: the whole name, then its beginning, then the beginning of a later word, then names that
 * are spelled like it (trigrams).
 */
export async function selectPlacesLike(
  ctx: Ctx,
  marketCode: string,
  key: string,
  limit: number,
): Promise<Place[]> {
  const { rows } = await sql<PlaceRow>`
    with hits as (
      select place_id, case when name_key = ${key} then 3 else 2 end::real as score from places.names
      where market_code = ${marketCode} and name_key like ${`${key}%`}
      union all
      select place_id, 1.5 from places.names where market_code = ${marketCode} and name_key like ${`% ${key}%`}
      union all
      select place_id, similarity(name_key, ${key}) from places.names
      where market_code = ${marketCode} and name_key % ${key}
    ), best as (select place_id, max(score) as score from hits group by place_id)
    select ${columns} from best join places.places p on p.id = best.place_id
    order by best.score desc, p.rank, p.name, p.id limit ${limit}`.execute(ctx.db);
  return rows.map(toPlace);
}
