import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestWorld, type World } from '../../../../test/support/world.ts';
import { findPlaces, listPlaces } from './find-places.ts';
import { loadPlaces } from './load-places.ts';
import { namesOf, shippedPlaces } from './shipped-places.ts';

describe('the places that ship with Etude', () => {
  const places = shippedPlaces();

  it('cover each market with its large cities, and the demo cities with at least 30 neighbourhoods (PL-01)', () => {
    const inCity = (...names: string[]) =>
      places.filter(
        ({ kind, parentName }) => kind === 'neighbourhood' && names.includes(parentName!),
      ).length;
    expect(inCity('London')).toBeGreaterThanOrEqual(30);
    expect(inCity('Manhattan', 'Brooklyn', 'Queens')).toBeGreaterThanOrEqual(30);
    expect(inCity('Bengaluru')).toBeGreaterThanOrEqual(30);
    expect(inCity('Mumbai')).toBeGreaterThanOrEqual(30);
    expect(inCity('Tokyo')).toBeGreaterThanOrEqual(30);
    for (const market of ['gb', 'us', 'in', 'jp'])
      expect(
        places.filter(({ marketCode, kind }) => marketCode === market && kind === 'city').length,
      ).toBeGreaterThanOrEqual(25);
  });

  it('have one slug and one id each, and lie within their city', () => {
    expect(new Set(places.map(({ slug }) => slug)).size).toBe(places.length);
    expect(new Set(places.map(({ id }) => id)).size).toBe(places.length);
    for (const { name, marketCode, parentName, point } of places) {
      const parent = places.find(
        (one) => one.name === parentName && one.marketCode === marketCode && one.kind === 'city',
      );
      if (parentName) expect(parent, `${name} is in ${parentName}`).toBeDefined();
      if (parent)
        expect(kilometres(point, parent.point), `${name} to ${parentName}`).toBeLessThan(30);
    }
  });

  it('no two cities of a market share a name, nor two neighbourhoods of a city', () => {
    const names = places.flatMap((place) =>
      namesOf(place).map((name) => `${place.marketCode} ${place.parentName} ${name}`),
    );
    expect(names.filter((name, at) => names.indexOf(name) !== at)).toEqual([]);
  });
});

function kilometres(a: { lat: number; lng: number }, b: { lat: number; lng: number }): number {
  return Math.hypot(
    (a.lat - b.lat) * 111.2,
    (a.lng - b.lng) * 111.2 * Math.cos((a.lat * Math.PI) / 180),
  );
}

describe('looking a place up', () => {
  let world: World;
  beforeAll(async () => {
    world = await startTestWorld();
  });
  afterAll(() => world.close());

  const slugs = async (q: string, market: string) =>
    (await findPlaces(world.ctx, { q, market, limit: 5 })).map(({ slug }) => slug);

  it.each([
    ['cam', 'gb', 'cambridge'],
    ['Camden', 'gb', 'camden-london'],
    ['camden town', 'gb', 'camden-london'],
    ['Camden, London', 'gb', 'camden-london'],
    ['hill', 'gb', 'herne-hill-london'],
    ['KINGS CROSS', 'gb', 'kings-cross-london'],
    ['NYC', 'us', 'new-york'],
    ['park slpoe', 'us', 'park-slope-brooklyn'],
    ['San Jose', 'us', 'san-jose'],
    ['Bangalore', 'in', 'bengaluru'],
    ['मुंबई', 'in', 'mumbai'],
    ['Nakameguro', 'jp', 'naka-meguro-tokyo'],
    ['tōkyō', 'jp', 'tokyo'],
    ['下北', 'jp', 'shimokitazawa-tokyo'],
  ])('"%s" in %s offers %s first, without a network (PL-01)', async (q, market, slug) => {
    expect((await slugs(q, market))[0]).toBe(slug);
  });

  it('stays within the market', async () => {
    expect(await slugs('Park Slope', 'gb')).not.toContain('park-slope-brooklyn');
    await expect(slugs('Park Slope', 'xx')).rejects.toMatchObject({ kind: 'not_found' });
  });

  it('offers the largest cities when nothing is typed, and nothing for what is no name', async () => {
    expect((await slugs('', 'jp'))[0]).toBe('kyoto');
    expect(await slugs('%_%', 'gb')).toEqual(await slugs('', 'gb'));
    expect(await slugs('qqqqzz', 'gb')).toEqual([]);
  });

  it('answers on the API and names the field that is wrong', async () => {
    const found = await world.inject({ url: '/api/v1/places?q=camd&market=gb' });
    expect(found.json().items[0]).toMatchObject({
      slug: 'camden-london',
      parentName: 'London',
      radiusM: 1500,
    });
    const refused = await world.inject({ url: `/api/v1/places?market=gb&q=${'x'.repeat(10_000)}` });
    expect(refused.statusCode).toBe(400);
    expect(refused.body).toContain('"field":"q"');
  });

  it('loads again without writing, and mends a place that was changed', async () => {
    expect(await loadPlaces(world.ctx)).toEqual({ written: 0 });
    const db = world.ctx.db.withTables<{ 'places.places': { slug: string; radius_m: number } }>();
    await db
      .updateTable('places.places')
      .set({ radius_m: 7 * 111 })
      .where('slug', '=', 'camden-london')
      .execute();
    expect(await loadPlaces(world.ctx)).toEqual({ written: 1 });
    const camden = (await listPlaces(world.ctx, 'gb')).find(({ slug }) => slug === 'camden-london');
    expect(camden?.radiusM).toBe(1500);
  });
});
