import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type SearchWorld, startSearchWorld } from '../../../../test/support/search.ts';
import { sql } from '../../../platform/db/index.ts';
import { instructorForSearch } from '../../catalog/index.ts';
import { type SearchInput, searchInstructors } from './search.ts';

let world: SearchWorld;
let search: SearchWorld['search'];
let names: SearchWorld['names'];
beforeAll(async () => {
  world = await startSearchWorld();
  ({ search, names } = world);
}, 60_000);
afterAll(() => world?.close());

describe('searching (SR-01, SR-03)', () => {
  it('finds by subject, place, price and mode, and only in the market', async () => {
    expect((await names({})).toSorted()).toEqual([
      'Ana Costa',
      'Idris Okafor',
      'Mara Ellison',
      'Tomás Rivera',
      'Yuki Tanabe',
    ]);
    expect((await names({ subject: 'piano' })).toSorted()).toEqual(['Ana Costa', 'Tomás Rivera']);
    expect(
      (await names({ subject: 'guitar', place: 'camden-london', priceMax: 4000 })).toSorted(),
    ).toEqual(['Idris Okafor', 'Mara Ellison']);
    expect((await names({ subject: 'guitar', mode: 'online' })).toSorted()).toEqual([
      'Mara Ellison',
      'Yuki Tanabe',
    ]);
    expect(await names({ market: 'jp' })).toEqual(['Hana Sato']);
  });

  it('judges the price of the wished subject and mode, per hour, and books the service of that price (MK-03)', async () => {
    expect(await names({ subject: 'guitar', priceMax: 2600 })).toEqual([]);
    expect(await names({ subject: 'guitar', mode: 'in_person', priceMax: 3400 })).toEqual([
      'Idris Okafor',
    ]);
    const { services } = (await instructorForSearch(world.ctx, world.ids.get('Mara Ellison')!))!;
    const [card] = (await search({ subject: 'guitar', mode: 'in_person', q: 'Mara' })).items;
    expect(card).toMatchObject({
      pricePerHour: { minor: 3800, currency: 'GBP' },
      serviceId: services.find(({ place }) => place === 'instructor')!.id,
    });
    const [online] = (await search({ subject: 'guitar', mode: 'online', sort: 'price' })).items;
    expect(online).toMatchObject({ displayName: 'Yuki Tanabe', pricePerHour: { minor: 2667 } });
    expect((await search({ market: 'jp' })).items[0]!.pricePerHour).toEqual({
      minor: 4000,
      currency: 'JPY',
    });
  });

  it('sorts by price, rating and distance', async () => {
    expect(await names({ subject: 'guitar', sort: 'price' })).toEqual([
      'Yuki Tanabe',
      'Idris Okafor',
      'Mara Ellison',
      'Tomás Rivera',
    ]);
    expect((await names({ sort: 'rating' }))[0]).toBe('Mara Ellison');
    expect(await names({ place: 'camden-london', sort: 'distance' })).toEqual([
      'Mara Ellison',
      'Idris Okafor',
      'Tomás Rivera',
    ]);
    expect((await search({ sort: 'distance' })).sort).toBe('best');
  });

  it('measures distance on the ground, within one per cent of PostGIS geography (SR-03)', async () => {
    const { items } = await search({ place: 'camden-london', withinM: 100_000, sort: 'distance' });
    for (const { distanceMeters, point } of items) {
      const { rows } = await sql<{ m: number }>`select st_distance(
        st_makepoint(${point!.lng}::float8, ${point!.lat}::float8)::geography, st_makepoint(-0.1426, 51.539)::geography) as m`.execute(
        world.ctx.db,
      );
      expect(Math.abs(distanceMeters! - rows[0]!.m)).toBeLessThanOrEqual(
        Math.max(2, rows[0]!.m * 0.01),
      );
    }
    expect(items.map(({ displayName }) => displayName)).toContain('Ana Costa');
  });

  it('ranks by words beside a subject, and filters by words alone, accents or not', async () => {
    expect((await names({ subject: 'guitar', q: 'jazz' }))[0]).toBe('Idris Okafor');
    expect(await names({ subject: 'guitar', q: 'jazz' })).toHaveLength(4);
    expect((await names({ q: 'jazz' }))[0]).toBe('Idris Okafor');
    expect(await names({ q: 'songwriting' })).toEqual(['Idris Okafor']);
    expect(await names({ q: 'tomas RIVERA' })).toEqual(['Tomás Rivera']);
    expect(await names({ q: 'beginner' })).toEqual(['Mara Ellison']);
    expect(await names({ q: "🎸 ' & | ! :* \\ <->" })).toHaveLength(5);
  });

  it('puts who can be booked, is near and is well rated before the others', async () => {
    expect((await names({})).at(0)).toBe('Mara Ellison');
    expect((await names({})).at(-1)).toBe('Ana Costa');
    expect((await names({ place: 'camden-london', subject: 'guitar' }))[0]).toBe('Mara Ellison');
  });

  it('counts the subjects and the ways to meet under the other wishes (SR-03)', async () => {
    const counts = (found: Awaited<ReturnType<typeof search>>) =>
      found.facets.subjects.map(({ slug, count }) => [slug, count]);
    expect(counts(await search({ priceMax: 4000 }))).toEqual([
      ['piano', 2],
      ['guitar', 3],
    ]);
    const guitars = await search({ subject: 'guitar', priceMax: 4000 });
    expect(guitars.total).toBe(3);
    expect(counts(guitars)).toEqual([['guitar', 3]]);
    expect(guitars.facets.modes).toEqual([
      { mode: 'online', count: 2 },
      { mode: 'in_person', count: 2 },
    ]);
  });

  it('says which wish to let go of when nothing is found, and what that gives (SR-03)', async () => {
    const { items, total, relax } = await search({
      subject: 'piano',
      place: 'brixton-london',
      mode: 'online',
      priceMax: 2600,
      withinM: 1000,
    });
    expect([items, total]).toEqual([[], 0]);
    expect(relax).toEqual([{ drop: 'place', total: 1 }]);
    expect((await search({ subject: 'guitar', priceMax: 1000 })).relax).toEqual([
      { drop: 'price', total: 4 },
    ]);
    expect((await search({ q: 'xylophone' })).relax).toEqual([{ drop: 'q', total: 5 }]);
    expect((await search({ subject: 'guitar' })).relax).toEqual([]);
  });

  it.each(['best', 'price', 'rating', 'distance'] as const)(
    'pages by %s without repeating or missing anyone',
    async (sort) => {
      const seen: string[] = [];
      let cursor: string | undefined;
      do {
        const page = await search({
          place: 'camden-london',
          withinM: 100_000,
          sort,
          limit: 2,
          cursor,
        });
        seen.push(...page.items.map(({ displayName }) => displayName));
        expect(page.total).toBe(5);
        cursor = page.nextCursor ?? undefined;
      } while (cursor);
      expect(seen).toEqual(await names({ place: 'camden-london', withinM: 100_000, sort }));
      expect(new Set(seen).size).toBe(5);
    },
  );

  it('refuses what makes no sense and names the field', async () => {
    const get = async (query: string) =>
      (await world.inject({ url: `/api/v1/search?${query}` })).json();
    expect(await get('market=xx')).toMatchObject({ status: 404, code: 'market_not_found' });
    expect(await get('market=gb&subject=astrology')).toMatchObject({
      status: 422,
      code: 'subject_unknown',
    });
    expect(await get('market=gb&place=park-slope-brooklyn')).toMatchObject({
      status: 422,
      code: 'place_unknown',
    });
    expect(await get('market=gb&cursor=abc')).toMatchObject({ status: 422, code: 'bad_cursor' });
    const { nextCursor } = await search({ limit: 1 });
    expect(await get(`market=gb&sort=price&cursor=${nextCursor}`)).toMatchObject({
      code: 'bad_cursor',
    });
    expect(await get('market=gb&priceMax=-1')).toMatchObject({ status: 400 });
    expect(await get('market=gb&priceMax=4e9')).toMatchObject({ status: 400 });
    expect(await get(`market=gb&q=${'x'.repeat(10_000)}`)).toMatchObject({ status: 400 });
    expect(await get('market=gb&colour=red')).toMatchObject({ status: 400 });
  });

  it('takes two queries, and a third only when nothing is found', async () => {
    let queries = 0;
    const counting = world.ctx.db.withPlugin({
      transformQuery: ({ node }) => {
        queries++;
        return node;
      },
      transformResult: async ({ result }) => result,
    });
    const count = async (input: Partial<SearchInput>) => {
      queries = 0;
      await searchInstructors(
        { ...world.ctx, db: counting },
        { market: 'gb', limit: 20, ...input },
      );
      return queries;
    };
    await search({ subject: 'guitar', place: 'camden-london' }); // places and markets are in memory from here on
    expect(
      await count({ subject: 'guitar', place: 'camden-london', priceMax: 3999, q: 'jazz' }),
    ).toBe(2);
    expect(
      await count({
        subject: 'guitar',
        place: 'camden-london',
        priceMax: 7,
        mode: 'online',
        q: 'jazz',
      }),
    ).toBe(3);
  });

  it('understands a wish on the API, with a foreign currency set apart (SR-01, MK-03)', async () => {
    const wish = encodeURIComponent('guitar near Camden under $40');
    const understood = (
      await world.inject({ url: `/api/v1/search/understand?market=gb&q=${wish}` })
    ).json();
    expect(understood).toMatchObject({
      subject: { slug: 'guitar' },
      place: { slug: 'camden-london' },
      priceInOtherCurrency: { minor: 4000, currency: 'USD' },
    });
    expect(understood).not.toHaveProperty('priceMax');
  });
});
