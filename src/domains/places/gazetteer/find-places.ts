import { type MemoryCache, memoryCache } from '../../../platform/cache/index.ts';
import type { Config } from '../../../platform/config/index.ts';
import type { Ctx } from '../../../platform/context.ts';
import { notFound } from '../../../platform/errors/index.ts';
import { getMarket } from '../../markets/index.ts';
import { nameKey } from './name-key.ts';
import type { Place } from './place.ts';
import {
  selectMarketPlaces,
  selectPlaceById,
  selectPlaceBySlug,
  selectPlacesLike,
} from './places.queries.ts';

/**
 * Places of a market whose name begins with, contains or resembles the text, best first; the
 * largest cities when there is nothing to compare. Throws not_found for an unknown market.
 */
export async function findPlaces(
  ctx: Ctx,
  input: { q: string; market: string; limit: number },
): Promise<Place[]> {
  const { code } = await getMarket(ctx, input.market);
  const key = nameKey(input.q);
  if (key === '') return (await listPlaces(ctx, code)).slice(0, input.limit);
  return selectPlacesLike(ctx, code, key, input.limit);
}

const caches = new WeakMap<Config, MemoryCache<readonly Place[]>>();

/** All places of a market, the most prominent first; kept in memory, since it changes only at start-up. */
export async function listPlaces(ctx: Ctx, marketCode: string): Promise<readonly Place[]> {
  const cache = caches.get(ctx.config) ?? memoryCache({ max: 50, ttlMs: 300_000 });
  caches.set(ctx.config, cache);
  const known = cache.get(marketCode);
  if (known) return known;
  const places = await selectMarketPlaces(ctx, marketCode);
  if (places.length > 0) cache.set(marketCode, places);
  return places;
}

export async function findPlaceBySlug(ctx: Ctx, slug: string): Promise<Place | undefined> {
  return selectPlaceBySlug(ctx, slug);
}

/** Throws not_found `place_unknown`. */
export async function getPlace(ctx: Ctx, which: { id: string } | { slug: string }): Promise<Place> {
  const place =
    'id' in which ? await selectPlaceById(ctx, which.id) : await selectPlaceBySlug(ctx, which.slug);
  if (!place) throw notFound('place_unknown', 'We don’t know this place.');
  return place;
}
