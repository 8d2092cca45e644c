import type { Ctx, Person } from '../../../platform/context.ts';
import { inTransaction, newId } from '../../../platform/db/index.ts';
import { conflict, invalid, notFound, unauthenticated } from '../../../platform/errors/index.ts';
import { decodeCursor, encodeCursor } from '../../../platform/http/index.ts';
import { findPlaceBySlug } from '../gazetteer/find-places.ts';
import type { Point } from '../gazetteer/place.ts';
import { type Address, addressesMax } from './address.ts';
import {
  clearDefault,
  countAddresses,
  deleteAddressRow,
  insertAddress,
  lockAddressBook,
  makeOldestDefault,
  selectAddresses,
} from './addresses.queries.ts';

/** An address book is its owner's alone: every verb works on the acting person's own. */
function owner(ctx: Ctx): Person {
  if (ctx.actor.kind !== 'person')
    throw unauthenticated('sign_in_required', 'Sign in to see your addresses.');
  return ctx.actor;
}

export async function listAddresses(
  ctx: Ctx,
  { cursor, limit }: { cursor?: string | undefined; limit: number },
): Promise<{ items: Address[]; nextCursor: string | null }> {
  const after = cursor === undefined ? null : readCursor(cursor);
  const rows = await selectAddresses(ctx, owner(ctx).id, after, limit + 1);
  const items = rows.slice(0, limit);
  return { items, nextCursor: rows.length > limit ? encodeCursor([items.at(-1)!.id]) : null };
}

function readCursor(cursor: string): string {
  const [id] = decodeCursor(cursor, 1);
  if (typeof id === 'string' && /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(id)) return id;
  throw invalid('bad_cursor', 'This page link is not complete. Start again from the first page.', {
    field: 'cursor',
  });
}

export interface NewAddress {
  label: string;
  /** Slug of a known place, as the typeahead gives it. */
  place: string;
  /** The exact point when the person gave one; the place's centre otherwise. */
  point?: Point | undefined;
  isDefault?: boolean | undefined;
}

/** The first address is the default. Throws invalid `place_unknown`, conflict `address_book_full`. */
export async function addAddress(ctx: Ctx, input: NewAddress): Promise<Address> {
  const { id: personId } = owner(ctx);
  const label = input.label.trim();
  if (label === '')
    throw invalid('label_missing', 'Give the address a name, such as Home.', { field: 'label' });
  const place = await findPlaceBySlug(ctx, input.place);
  if (!place) throw invalid('place_unknown', 'Pick a place from the list.', { field: 'place' });
  return inTransaction(ctx, async (tx) => {
    await lockAddressBook(tx, personId);
    const count = await countAddresses(tx, personId);
    if (count >= addressesMax)
      throw conflict(
        'address_book_full',
        `You have ${addressesMax} addresses. Delete one to add another.`,
      );
    const isDefault = count === 0 || input.isDefault === true;
    if (isDefault) await clearDefault(tx, personId);
    const id = newId(tx.clock);
    const point = input.point ?? place.point;
    await insertAddress(tx, { id, personId, label, placeId: place.id, point, isDefault });
    return {
      id,
      label,
      place: { slug: place.slug, name: place.name, parentName: place.parentName },
      point,
      isDefault,
    };
  });
}

/** When the default goes, the oldest of the others takes its place. Throws not_found `address_unknown`. */
export async function deleteAddress(ctx: Ctx, { id }: { id: string }): Promise<void> {
  const { id: personId } = owner(ctx);
  await inTransaction(ctx, async (tx) => {
    await lockAddressBook(tx, personId);
    const deleted = await deleteAddressRow(tx, personId, id);
    if (!deleted) throw notFound('address_unknown', 'This address is not in your address book.');
    if (deleted.wasDefault) await makeOldestDefault(tx, personId);
  });
}
