import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { signIn } from '../../../../test/support/people.ts';
import { startTestWorld, type World } from '../../../../test/support/world.ts';
import type { Ctx } from '../../../platform/context.ts';
import { newId, sql } from '../../../platform/db/index.ts';
import { createInstructors, instructorForSearch } from '../../catalog/index.ts';
import { getPlace } from '../../places/index.ts';
import { recordDemoReviews } from '../../reviews/index.ts';
import { setAvailability } from '../../scheduling/index.ts';
import { rebuildSearch } from '../index.ts';
import { type SearchInput, searchInstructors } from './search.ts';

interface Teacher {
  name: string;
  place: string;
  market?: 'gb' | 'jp';
  bio?: string;
  /** Subject, price in pence, minutes, where. */
  services: [subject: string, priceMinor: number, minutes: number, place: 'online' | 'instructor'][];
  stars?: number[];
  closed?: boolean;
}

const teachers: Teacher[] = [
  { name: 'Mara Ellison', place: 'camden-london', bio: 'Patient with beginners.', services: [['guitar', 3800, 60, 'instructor'], ['guitar', 1700, 30, 'online']], stars: Array(40).fill(5) },
  { name: 'Idris Okafor', place: 'kentish-town-london', bio: 'Jazz and songwriting.', services: [['guitar', 3000, 60, 'instructor']], stars: [5] },
  { name: 'Tomás Rivera', place: 'hampstead-london', services: [['guitar', 4500, 60, 'instructor'], ['piano', 2500, 60, 'online']], stars: [4, 4, 4, 4, 4, 4] },
  { name: 'Yuki Tanabe', place: 'brixton-london', services: [['guitar', 2000, 45, 'online']] },
  { name: 'Ana Costa', place: 'oxford', services: [['piano', 3100, 60, 'instructor']], closed: true },
  { name: 'Hana Sato', market: 'jp', place: 'shimokitazawa-tokyo', services: [['guitar', 4000, 60, 'online']] },
];

let world: World;
const ids = new Map<string, string>();
let yuki: { cookie: string; personId: string };
beforeAll(async () => {
  world = await startTestWorld();
  yuki = await signIn(world, 'yuki@example.com', ['learner', 'instructor']);
  for (const teacher of teachers) ids.set(teacher.name, await enter(world.ctx, teacher));
  await rebuildSearch(world.ctx);
}, 60_000);
afterAll(() => world.close());

async function enter(ctx: Ctx, { name, place: slug, market = 'gb', bio = 'Calm lessons.', services, stars = [], closed }: Teacher) {
  const place = await getPlace(ctx, { slug });
  const zone = market === 'gb' ? 'Europe/London' : 'Asia/Tokyo';
  const [created] = await createInstructors(ctx, [
    {
      personId: name.startsWith('Yuki') ? yuki.personId : newId(ctx.clock), marketCode: market, displayName: name, headline: 'Lessons for all', bio, lessonText: '',
      languages: ['en'], portrait: 'n-a', placeId: place.id, placeName: place.name, point: place.point, timeZone: zone, isDemo: true,
      services: services.map(([subjectSlug, priceMinor, durationMinutes, where]) => ({
        subjectSlug, title: 'Lesson', durationMinutes, priceMinor, currency: market === 'gb' ? 'GBP' : 'JPY', place: where,
      })),
    },
  ]);
  const rules = closed ? [] : [1, 2, 3, 4, 5].map((weekday) => ({ weekday, startMinute: 600, endMinute: 1080 }));
  await setAvailability(ctx, { instructorId: created!.id, timeZone: zone, rules });
  await recordDemoReviews(
    ctx,
    stars.map((rating) => ({ instructorId: created!.id, authorName: 'Ola', rating, text: 'Good.', response: null, publishedAt: ctx.clock.now() })),
  );
  return created!.id;
}

const search = (input: Partial<SearchInput>) => searchInstructors(world.ctx, { market: 'gb', limit: 20, ...input });
const names = async (input: Partial<SearchInput>) => (await search(input)).items.map(({ displayName }) => displayName);

describe('searching (SR-01, SR-03)', () => {
  it('finds by subject, place, price and mode, and only in the market', async () => {
    expect((await names({})).toSorted()).toEqual(['Ana Costa', 'Idris Okafor', 'Mara Ellison', 'Tomás Rivera', 'Yuki Tanabe']);
    expect((await names({ subject: 'piano' })).toSorted()).toEqual(['Ana Costa', 'Tomás Rivera']);
    expect((await names({ subject: 'guitar', place: 'camden-london', priceMax: 4000 })).toSorted()).toEqual(['Idris Okafor', 'Mara Ellison']);
    expect((await names({ subject: 'guitar', mode: 'online' })).toSorted()).toEqual(['Mara Ellison', 'Yuki Tanabe']);
    expect(await names({ market: 'jp' })).toEqual(['Hana Sato']);
  });

  it('judges the price of the wished subject and mode, per hour, and books the service of that price (MK-03)', async () => {
    expect(await names({ subject: 'guitar', priceMax: 2600 })).toEqual([]);
    expect(await names({ subject: 'guitar', mode: 'in_person', priceMax: 3400 })).toEqual(['Idris Okafor']);
    const { services } = (await instructorForSearch(world.ctx, ids.get('Mara Ellison')!))!;
    const [card] = (await search({ subject: 'guitar', mode: 'in_person', q: 'Mara' })).items;
    expect(card).toMatchObject({ pricePerHour: { minor: 3800, currency: 'GBP' }, serviceId: services.find(({ place }) => place === 'instructor')!.id });
    const [online] = (await search({ subject: 'guitar', mode: 'online', sort: 'price' })).items;
    expect(online).toMatchObject({ displayName: 'Yuki Tanabe', pricePerHour: { minor: 2667 } });
    expect((await search({ market: 'jp' })).items[0]!.pricePerHour).toEqual({ minor: 4000, currency: 'JPY' });
  });

  it('sorts by price, rating and distance', async () => {
    expect(await names({ subject: 'guitar', sort: 'price' })).toEqual(['Yuki Tanabe', 'Idris Okafor', 'Mara Ellison', 'Tomás Rivera']);
    expect((await names({ sort: 'rating' }))[0]).toBe('Mara Ellison');
    expect(await names({ place: 'camden-london', sort: 'distance' })).toEqual(['Mara Ellison', 'Idris Okafor', 'Tomás Rivera']);
    expect((await search({ sort: 'distance' })).sort).toBe('best');
  });

  it('measures distance on the ground, within one per cent of PostGIS geography (SR-03)', async () => {
    const { items } = await search({ place: 'camden-london', withinM: 100_000, sort: 'distance' });
    for (const { distanceMeters, point } of items) {
      const { rows } = await sql<{ m: number }>`select st_distance(
        st_makepoint(${point!.lng}::float8, ${point!.lat}::float8)::geography, st_makepoint(-0.1426, 51.539)::geography) as m`.execute(world.ctx.db);
      expect(Math.abs(distanceMeters! - rows[0]!.m)).toBeLessThanOrEqual(Math.max(2, rows[0]!.m * 0.01));
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
    const counts = (found: Awaited<ReturnType<typeof search>>) => found.facets.subjects.map(({ slug, count }) => [slug, count]);
    expect(counts(await search({ priceMax: 4000 }))).toEqual([['piano', 2], ['guitar', 3]]);
    const guitars = await search({ subject: 'guitar', priceMax: 4000 });
    expect(guitars.total).toBe(3);
    expect(counts(guitars)).toEqual([['guitar', 3]]);
    expect(guitars.facets.modes).toEqual([{ mode: 'online', count: 2 }, { mode: 'in_person', count: 2 }]);
  });

  it('says which wish to let go of when nothing is found, and what that gives (SR-03)', async () => {
    const { items, total, relax } = await search({ subject: 'piano', place: 'brixton-london', mode: 'online', priceMax: 2600, withinM: 1000 });
    expect([items, total]).toEqual([[], 0]);
    expect(relax).toEqual([{ drop: 'place', total: 1 }]);
    expect((await search({ subject: 'guitar', priceMax: 1000 })).relax).toEqual([{ drop: 'price', total: 4 }]);
    expect((await search({ q: 'xylophone' })).relax).toEqual([{ drop: 'q', total: 5 }]);
    expect((await search({ subject: 'guitar' })).relax).toEqual([]);
  });

  it.each(['best', 'price', 'rating', 'distance'] as const)('pages by %s without repeating or missing anyone', async (sort) => {
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await search({ place: 'camden-london', withinM: 100_000, sort, limit: 2, cursor });
      seen.push(...page.items.map(({ displayName }) => displayName));
      expect(page.total).toBe(5);
      cursor = page.nextCursor ?? undefined;
    } while (cursor);
    expect(seen).toEqual(await names({ place: 'camden-london', withinM: 100_000, sort }));
    expect(new Set(seen).size).toBe(5);
  });

  it('refuses what makes no sense and names the field', async () => {
    const get = async (query: string) => (await world.inject({ url: `/api/v1/search?${query}` })).json();
    expect(await get('market=xx')).toMatchObject({ status: 404, code: 'market_not_found' });
    expect(await get('market=gb&subject=astrology')).toMatchObject({ status: 422, code: 'subject_unknown' });
    expect(await get('market=gb&place=park-slope-brooklyn')).toMatchObject({ status: 422, code: 'place_unknown' });
    expect(await get('market=gb&cursor=abc')).toMatchObject({ status: 422, code: 'bad_cursor' });
    const { nextCursor } = await search({ limit: 1 });
    expect(await get(`market=gb&sort=price&cursor=${nextCursor}`)).toMatchObject({ code: 'bad_cursor' });
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
      await searchInstructors({ ...world.ctx, db: counting }, { market: 'gb', limit: 20, ...input });
      return queries;
    };
    await search({ subject: 'guitar', place: 'camden-london' }); // places and markets are in memory from here on
    expect(await count({ subject: 'guitar', place: 'camden-london', priceMax: 3999, q: 'jazz' })).toBe(2);
    expect(await count({ subject: 'guitar', place: 'camden-london', priceMax: 7, mode: 'online', q: 'jazz' })).toBe(3);
  });

  it('understands a wish on the API, with a foreign currency set apart (SR-01, MK-03)', async () => {
    const wish = encodeURIComponent('guitar near Camden under $40');
    const understood = (await world.inject({ url: `/api/v1/search/understand?market=gb&q=${wish}` })).json();
    expect(understood).toMatchObject({ subject: { slug: 'guitar' }, place: { slug: 'camden-london' }, priceInOtherCurrency: { minor: 4000, currency: 'USD' } });
    expect(understood).not.toHaveProperty('priceMax');
  });
});

describe('documents follow their owners', () => {
  it('a new service is found once its event was delivered', async () => {
    expect(await names({ subject: 'cello' })).toEqual([]);
    const added = await world.inject({
      method: 'POST',
      url: '/api/v1/me/instructor/services',
      headers: { cookie: yuki.cookie },
      payload: { subjectSlug: 'cello', title: 'Cello', durationMinutes: 60, price: { minor: 5000, currency: 'GBP' }, place: 'online' },
    });
    expect(added.statusCode).toBe(201);
    await world.runJobs();
    const { items, total } = await search({ subject: 'cello' });
    expect([items[0]?.displayName, total]).toEqual(['Yuki Tanabe', 1]);
  });

  it('shows only slots that can still be booked, and reads them again when the first has passed', async () => {
    const slots = async () => (await search({ q: 'Idris' })).items[0]!.nextSlots;
    const before = await slots();
    expect(before).toHaveLength(3);
    // In person needs twelve hours' notice: what is nearer than that is no longer shown.
    world.clock.set(Temporal.Instant.from(before[1]!).subtract({ hours: 12 }));
    expect((await slots())[0]).toBe(before[1]);
    world.clock.set(Temporal.Instant.from(before[0]!).add({ hours: 24 * 10 }));
    expect(await slots()).toEqual([]);
    await world.ctx.jobs.enqueue(world.ctx, 'search.refresh-stale', {});
    await world.runJobs();
    const after = await slots();
    expect(after).toHaveLength(3);
    expect(Temporal.Instant.compare(after[0]!, world.clock.now().add({ hours: 12 }))).toBeGreaterThanOrEqual(0);
  });

  it('a rebuild writes the same documents and drops those of nobody', async () => {
    await sql`insert into search.documents select * from jsonb_populate_recordset(null::search.documents,
      (select jsonb_agg(to_jsonb(d) || ${JSON.stringify({ instructor_id: newId(world.clock), slug: 'gone', point: null })}::jsonb) from search.documents d where d.slug = 'ana-costa'))`.execute(world.ctx.db);
    expect(await rebuildSearch(world.ctx)).toEqual({ documents: 6 });
    const { rows } = await sql<{ slug: string }>`select slug from search.documents order by slug`.execute(world.ctx.db);
    expect(rows.map(({ slug }) => slug)).toEqual(['ana-costa', 'hana-sato', 'idris-okafor', 'mara-ellison', 'tomas-rivera', 'yuki-tanabe']);
  });
});
