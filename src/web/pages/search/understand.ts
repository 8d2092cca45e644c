import { dataOrThrow } from '../../api/problem.ts';
import { listMarkets, type Market } from '../../market.ts';
import type { WebRequest } from '../../server/request-context.ts';
import { priceText, readWishes, searchUrl } from './search-params.ts';

/**
 * Where a sentence or a typed place leads: the same search with everything said out in the address.
 * Undefined when the address already says it all.
 */
export async function understoodUrl(
  web: WebRequest,
  params: URLSearchParams,
  market: Market,
): Promise<string | undefined> {
  const wish = params.get('q')?.trim().slice(0, 300);
  if (wish) return understandWish(web, wish, market);
  const near = params.get('near')?.trim().slice(0, 80);
  if (near === undefined)
    return params.has('q') ? searchUrl(readWishes(params, market.code)) : undefined;
  return nearUrl(web, near, params, market);
}

async function understandWish(web: WebRequest, wish: string, market: Market): Promise<string> {
  const query = { q: wish, market: market.code };
  const understood = dataOrThrow(
    await web.client.GET('/api/v1/search/understand', { params: { query } }),
  );
  const { currency = market.currency } =
    (await listMarkets(web)).find(({ code }) => code === understood.market) ?? {};
  return searchUrl({
    market: understood.market,
    subject: understood.subject?.slug,
    place: understood.place?.slug,
    price: understood.priceMax ? priceText(understood.priceMax.minor, currency) : undefined,
    mode: understood.mode?.value,
    sort: 'best',
    text: understood.leftover || undefined,
    wish,
    view: 'list',
  });
}

async function nearUrl(
  web: WebRequest,
  near: string,
  params: URLSearchParams,
  market: Market,
): Promise<string> {
  const wishes = { ...readWishes(params, market.code), place: undefined };
  if (near === '') return searchUrl(wishes);
  const query = { q: near, market: market.code, limit: 1 };
  const places = dataOrThrow(await web.client.GET('/api/v1/places', { params: { query } }));
  const place = places.items[0];
  if (place) return searchUrl({ ...wishes, place: place.slug });
  return `${searchUrl(wishes)}&unknownPlace=${encodeURIComponent(near)}`;
}
