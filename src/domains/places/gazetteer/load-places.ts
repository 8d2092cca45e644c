import type { Ctx } from '../../../platform/context.ts';
import { inTransaction, sql } from '../../../platform/db/index.ts';
import { namesOf, shippedPlaces } from './shipped-places.ts';

/**
 * Brings the shipped places into the database: new ones are added, changed ones corrected, none is
 * removed, because instructors and addresses point at them. Writes nothing when all is as shipped.
 */
export async function loadPlaces(ctx: Ctx): Promise<{ written: number }> {
  const places = shippedPlaces();
  return inTransaction(ctx, async (tx) => {
    await sql`select pg_advisory_xact_lock(hashtext('places.load'))`.execute(tx.db);
    const written = await upsertPlaces(tx, places);
    await replaceNames(tx, places);
    return { written };
  });
}

type Shipped = ReturnType<typeof shippedPlaces>;

async function upsertPlaces(ctx: Ctx, places: Shipped): Promise<number> {
  const rows = places.map(({ point, ...place }) => ({ ...place, ...point }));
  const { rows: written } = await sql<{ id: string }>`
    insert into places.places as old
      (id, slug, market_code, kind, name, parent_name, aliases, center, radius_m, rank)
    select id, slug, "marketCode", kind, name, "parentName", aliases,
      st_setsrid(st_makepoint(lng, lat), 4326)::geography, "radiusM", rank
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as shipped(id uuid, slug text, "marketCode" text,
      kind text, name text, "parentName" text, aliases text[], lat float8, lng float8, "radiusM" integer, rank smallint)
    on conflict (id) do update set slug = excluded.slug, kind = excluded.kind, name = excluded.name,
      parent_name = excluded.parent_name, aliases = excluded.aliases, center = excluded.center,
      radius_m = excluded.radius_m, rank = excluded.rank
    where (old.slug, old.kind, old.name, old.parent_name, old.aliases, old.center::text, old.radius_m, old.rank)
      is distinct from (excluded.slug, excluded.kind, excluded.name, excluded.parent_name, excluded.aliases,
        excluded.center::text, excluded.radius_m, excluded.rank)
    returning old.id`.execute(ctx.db);
  return written.length;
}

async function replaceNames(ctx: Ctx, places: Shipped): Promise<void> {
  const rows = places.flatMap((place) =>
    namesOf(place).map((nameKey) => ({ placeId: place.id, marketCode: place.marketCode, nameKey })),
  );
  await sql`
    with shipped as (
      select * from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
        as shipped("placeId" uuid, "marketCode" text, "nameKey" text)
    ), dropped as (
      delete from places.names n where not exists (
        select 1 from shipped s where s."placeId" = n.place_id and s."nameKey" = n.name_key)
    )
    insert into places.names (place_id, market_code, name_key) select * from shipped
    on conflict do nothing`.execute(ctx.db);
}
