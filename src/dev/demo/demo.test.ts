import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestWorld, type World } from '../../../test/support/world.ts';
import {
  findInstructor,
  instructorsForSearch,
  listInstructors,
} from '../../domains/catalog/index.ts';
import { findPersonByEmail } from '../../domains/identity/index.ts';
import { listMarkets } from '../../domains/markets/index.ts';
import { listPlaces, loadPlaces } from '../../domains/places/index.ts';
import { listReviews, ratingsOf } from '../../domains/reviews/index.ts';
import { freeSlotsOfMany } from '../../domains/scheduling/index.ts';
import type { Ctx } from '../../platform/context.ts';
import { DEMO_SIGN_IN, loadDemo } from './index.ts';

type Found = Awaited<ReturnType<typeof instructorsForSearch>>[number];

async function everyone(ctx: Ctx): Promise<Found[]> {
  const { items } = await listInstructors(ctx, { limit: 500 });
  return instructorsForSearch(
    ctx,
    items.map((item) => item.id),
  );
}

const metresBetween = (a: { lat: number; lng: number }, b: { lat: number; lng: number }): number =>
  111_320 * Math.hypot(a.lat - b.lat, (a.lng - b.lng) * Math.cos((a.lat * Math.PI) / 180));

describe('the demo', () => {
  let world: World;
  let teachers: Found[];
  let seconds: number;

  beforeAll(async () => {
    world = await startTestWorld();
    await loadPlaces(world.ctx);
    const start = performance.now();
    await loadDemo(world.ctx);
    seconds = (performance.now() - start) / 1000;
    teachers = await everyone(world.ctx);
  });
  afterAll(() => world.close());

  it('has at least 300 teachers over four markets, every one marked as demo (CT-02)', async () => {
    expect(teachers.length).toBeGreaterThanOrEqual(300);
    expect(teachers.every(({ instructor }) => instructor.isDemo)).toBe(true);
    const byMarket = Map.groupBy(teachers, ({ instructor }) => instructor.marketCode);
    expect(Object.fromEntries([...byMarket].map(([code, some]) => [code, some.length]))).toEqual({
      gb: 111,
      us: 90,
      in: 60,
      jp: 50,
    });
    expect(seconds).toBeLessThan(30);
  });

  it('prices every lesson in its market’s currency and within its limits (MK-03)', async () => {
    const markets = new Map(
      (await listMarkets(world.ctx)).map((market) => [market.code as string, market]),
    );
    for (const { instructor, services } of teachers) {
      const market = markets.get(instructor.marketCode)!;
      expect(services.length).toBeGreaterThan(0);
      for (const service of services) {
        expect(service.currency).toBe(market.currency);
        expect(service.priceMinor).toBeGreaterThanOrEqual(market.priceMinMinor);
        expect(service.priceMinor).toBeLessThanOrEqual(market.priceMaxMinor);
      }
    }
    const yen = teachers
      .flatMap(({ services }) => services)
      .filter((service) => service.currency === 'JPY');
    expect(Math.max(...yen.map((service) => service.priceMinor))).toBeLessThan(20_000);
  });

  it('reads as written by people: no two biographies, names or pins alike, nothing left to fill in (CT-02)', () => {
    const distinct = (pick: (found: Found) => string) => new Set(teachers.map(pick)).size;
    expect(distinct(({ instructor }) => instructor.bio)).toBe(teachers.length);
    expect(distinct(({ instructor }) => instructor.displayName)).toBe(teachers.length);
    expect(distinct(({ instructor }) => JSON.stringify(instructor.point))).toBe(teachers.length);
    for (const { instructor, services } of teachers) {
      const texts = [
        instructor.headline,
        instructor.bio,
        instructor.lessonText,
        ...services.map((service) => service.title),
      ].join(' ');
      expect(texts).not.toMatch(/\{|undefined|lorem|null/i);
      if (instructor.marketCode === 'us')
        expect(texts).not.toMatch(/maths|colour|practise|favourite/i);
    }
  });

  it('places every teacher within 600 m of a place we ship (PL-01)', async () => {
    for (const code of ['gb', 'us', 'in', 'jp']) {
      const places = new Map((await listPlaces(world.ctx, code)).map((place) => [place.id, place]));
      for (const { instructor } of teachers.filter((one) => one.instructor.marketCode === code))
        expect(
          metresBetween(instructor.point!, places.get(instructor.placeId!)!.point),
        ).toBeLessThan(610);
    }
  });

  it('offers guitar and piano near Camden for less than £40 (SR-01)', async () => {
    const camden = (await listPlaces(world.ctx, 'gb')).find(
      (place) => place.slug === 'camden-london',
    )!;
    const near = (subject: string) =>
      teachers.filter(
        ({ instructor, services }) =>
          metresBetween(instructor.point!, camden.point) < 3000 &&
          services.some(
            (one) =>
              one.subjectSlug === subject &&
              one.place === 'instructor' &&
              one.durationMinutes === 60 &&
              one.priceMinor < 4000,
          ),
      );
    expect(near('guitar').length).toBeGreaterThanOrEqual(5);
    expect(near('piano').length).toBeGreaterThanOrEqual(4);
  });

  it('gives nearly everybody reviews by first names, some of them answered (CT-02)', async () => {
    const ratings = [
      ...(
        await ratingsOf(
          world.ctx,
          teachers.map(({ instructor }) => instructor.id),
        )
      ).values(),
    ];
    expect(ratings.filter((rating) => rating.count > 0).length).toBeGreaterThan(
      teachers.length * 0.85,
    );
    expect(
      ratings.every(({ average }) => average === null || (average > 3.5 && average <= 5)),
    ).toBe(true);
    const mara = await findInstructor(world.ctx, { slug: 'mara-ellison' });
    const { items } = await listReviews(world.ctx, { instructorId: mara!.id, limit: 50 });
    expect(items.every((review) => review.isDemo && !review.authorName.includes(' '))).toBe(true);
    expect(items.some((review) => review.response !== null)).toBe(true);
  });

  it('gives everybody free slots in the coming week (SC-01)', async () => {
    const questions = teachers.map(({ instructor, services: [first] }) => ({
      instructorId: instructor.id,
      place: first!.place,
    }));
    const free = await freeSlotsOfMany(world.ctx, questions, { count: 1 });
    const within = world.clock.now().add({ hours: 7 * 24 });
    const soon = [...free.values()].filter(
      ({ starts: [first] }) => first && Temporal.Instant.compare(first, within) < 0,
    );
    expect(soon.length).toBe(teachers.length);
  });

  it('lets you sign in as a learner, an instructor and an operator (ID-02)', async () => {
    for (const who of ['learner', 'instructor', 'operator'] as const) {
      const { email } = DEMO_SIGN_IN[who];
      const answer = await world.inject({
        method: 'POST',
        url: '/api/v1/auth/login',
        payload: { email, password: DEMO_SIGN_IN.password },
      });
      expect(answer.statusCode).toBeLessThan(300);
      expect((await findPersonByEmail(world.ctx, email))?.roles).toContain(who);
    }
  });

  it('is loaded once, and never in production (CT-02)', async () => {
    expect(await loadDemo(world.ctx)).toEqual({ teachers: 0 });
    expect((await everyone(world.ctx)).length).toBe(teachers.length);
    const production = { ...world.ctx, config: { ...world.ctx.config, production: true } };
    await expect(loadDemo(production)).rejects.toThrow('never loaded in production');
  });
});
