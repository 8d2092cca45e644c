import { dataOrThrow } from '../api/problem.ts';
import { requestOf } from '../context.ts';
import { listMarkets } from '../market.ts';
import { listSubjects } from '../subjects.ts';
import type { WebRequest } from '../server/request-context.ts';
import { findPoses, listLibraries } from './practice/fetch-library.ts';
import { exercisesPath } from './practice/pose-params.ts';
import type { Route } from './+types/sitemap';

/** A sitemap holds at most 50,000 addresses (sitemaps.org). */
const addressesMax = 50_000;
const perPage = 500;

interface Address {
  path: string;
  updatedAt?: string;
}

export async function loader({ context }: Route.LoaderArgs) {
  const web = requestOf(context);
  const addresses = [
    ...(await listingAddresses(web)),
    ...(await practiceAddresses(web)),
    ...(await instructorAddresses(web)),
  ].slice(0, addressesMax);
  const entries = addresses.map(({ path, updatedAt }) => {
    const changed = updatedAt ? `<lastmod>${updatedAt.slice(0, 10)}</lastmod>` : '';
    return `<url><loc>${escapeXml(web.publicUrl + path)}</loc>${changed}</url>`;
  });
  const xml = `<?xml version="1.0" encoding="UTF-8"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">${entries.join('')}</urlset>`;
  return new Response(xml, {
    headers: {
      'content-type': 'application/xml; charset=utf-8',
      'cache-control': 'public, max-age=3600',
    },
  });
}

async function listingAddresses(web: WebRequest): Promise<Address[]> {
  const [markets, subjects] = await Promise.all([listMarkets(web), listSubjects(web)]);
  const listings = markets.flatMap(({ code }) =>
    subjects.map(({ slug }) => ({ path: `/search?market=${code}&subject=${slug}` })),
  );
  return [{ path: '/' }, ...listings];
}

async function practiceAddresses(web: WebRequest): Promise<Address[]> {
  const entries = ['', '/sequences', '/make'].map((path) => ({
    path: `/practice${path}`,
  }));
  const libraries = await listLibraries(web);
  const exercises = await Promise.all(
    libraries.map(async ({ slug: library }) => {
      const nothing = { library, q: undefined, levels: [], areas: [], sort: undefined };
      const { items } = await findPoses(web, nothing, { count: addressesMax });
      return items.map(({ slug }) => ({ path: exercisesPath(library, slug) }));
    }),
  );
  const query = { limit: 100 };
  const sequences = dataOrThrow(await web.client.GET('/api/v1/sequences', { params: { query } }));
  return [
    ...entries,
    ...libraries.map(({ slug }) => ({ path: exercisesPath(slug) })),
    ...exercises.flat(),
    ...sequences.items.map(({ slug }) => ({ path: `/practice/sequences/${slug}` })),
  ];
}

async function instructorAddresses(web: WebRequest): Promise<Address[]> {
  const addresses: Address[] = [];
  let cursor: string | undefined;
  do {
    const query = { limit: perPage, cursor };
    const page = dataOrThrow(await web.client.GET('/api/v1/instructors', { params: { query } }));
    for (const { slug, updatedAt } of page.items)
      addresses.push({ path: `/teachers/${slug}`, updatedAt });
    cursor = page.nextCursor ?? undefined;
  } while (cursor !== undefined && addresses.length < addressesMax);
  return addresses;
}

function escapeXml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
