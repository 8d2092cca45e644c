import type { Ctx } from '../../../platform/context.ts';
import { sql } from '../../../platform/db/index.ts';
import { placesDb } from '../gazetteer/places.queries.ts';
import type { Point } from '../gazetteer/place.ts';
import type { Address } from './address.ts';

interface AddressRow {
  id: string;
  label: string;
  slug: string;
  name: string;
  parent_name: string | null;
  lat: number;
  lng: number;
  is_default: boolean;
}

/** At most `limit` addresses of a person after the given id, oldest first. */
export async function selectAddresses(
  ctx: Ctx,
  personId: string,
  after: string | null,
  limit: number,
): Promise<Address[]> {
  const { rows } = await sql<AddressRow>`
    select a.id, a.label, p.slug, p.name, p.parent_name, a.is_default,
      st_y(a.point::geometry) as lat, st_x(a.point::geometry) as lng
    from places.addresses a join places.places p on p.id = a.place_id
    where a.person_id = ${personId} and (${after}::uuid is null or a.id > ${after}::uuid)
    order by a.id limit ${limit}`.execute(ctx.db);
  return rows.map(({ id, label, slug, name, parent_name, lat, lng, is_default }) => ({
    id,
    label,
    place: { slug, name, parentName: parent_name },
    point: { lat, lng },
    isDefault: is_default,
  }));
}

/** Changes to one address book wait for each other until the transaction ends. */
export async function lockAddressBook(ctx: Ctx, personId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`places.addresses ${personId}`}, 0))`.execute(
    ctx.db,
  );
}

export async function countAddresses(ctx: Ctx, personId: string): Promise<number> {
  const { count } = await placesDb(ctx)
    .selectFrom('places.addresses')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('person_id', '=', personId)
    .executeTakeFirstOrThrow();
  return count;
}

export async function clearDefault(ctx: Ctx, personId: string): Promise<void> {
  await placesDb(ctx)
    .updateTable('places.addresses')
    .set({ is_default: false })
    .where('person_id', '=', personId)
    .where('is_default', '=', true)
    .execute();
}

export async function insertAddress(
  ctx: Ctx,
  row: {
    id: string;
    personId: string;
    label: string;
    placeId: string;
    point: Point;
    isDefault: boolean;
  },
): Promise<void> {
  await placesDb(ctx)
    .insertInto('places.addresses')
    .values({
      id: row.id,
      person_id: row.personId,
      label: row.label,
      place_id: row.placeId,
      point: sql`st_setsrid(st_makepoint(${row.point.lng}, ${row.point.lat}), 4326)::geography`,
      is_default: row.isDefault,
      created_at: ctx.clock.now().toString(),
    })
    .execute();
}

/** Whether the deleted address was the default; undefined when the person has no such address. */
export async function deleteAddressRow(
  ctx: Ctx,
  personId: string,
  id: string,
): Promise<{ wasDefault: boolean } | undefined> {
  const row = await placesDb(ctx)
    .deleteFrom('places.addresses')
    .where('person_id', '=', personId)
    .where('id', '=', id)
    .returning('is_default')
    .executeTakeFirst();
  return row && { wasDefault: row.is_default };
}

export async function makeOldestDefault(ctx: Ctx, personId: string): Promise<void> {
  await sql`
    update places.addresses set is_default = true
    where id = (select id from places.addresses where person_id = ${personId} order by id limit 1)`.execute(
    ctx.db,
  );
}

export async function deleteAddressesOf(ctx: Ctx, personId: string): Promise<void> {
  await placesDb(ctx).deleteFrom('places.addresses').where('person_id', '=', personId).execute();
}
