import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestWorld, type World } from '../../../test/support/world.ts';
import { newId, sql } from '../../platform/db/index.ts';
import { createInstructors } from '../catalog/index.ts';
import { type DemoReview, ratingOf, ratingsOf, recordDemoReviews } from './index.ts';
import { bayesianRating } from './rating.ts';

describe('the rating', () => {
  it('of one happy review is less than that of forty nearly happy ones (CT-02)', () => {
    const once = bayesianRating(5, 1);
    const often = bayesianRating(39 * 5 + 4, 40);
    expect(often.average).toBeGreaterThan(once.average!);
    expect(bayesianRating(0, 0)).toEqual({ average: null, count: 0 });
    expect(bayesianRating(5 * 100, 100).average).toBeLessThanOrEqual(5);
  });
});

describe('reviews', () => {
  let world: World;
  let instructorId: string;

  beforeAll(async () => {
    world = await startTestWorld();
    const [created] = await createInstructors(world.ctx, [
      {
        personId: newId(world.clock),
        marketCode: 'gb',
        displayName: 'Nell Maddock',
        headline: 'Cello',
        bio: 'Long bows.',
        lessonText: '',
        languages: ['en'],
        portrait: 'w-1',
        placeId: null,
        placeName: null,
        point: null,
        timeZone: 'Europe/London',
        isDemo: true,
        services: [
          {
            subjectSlug: 'cello',
            title: 'Cello lesson',
            durationMinutes: 60,
            priceMinor: 4000,
            currency: 'GBP',
            place: 'online',
          },
        ],
      },
    ]);
    instructorId = created!.id;
  });
  afterAll(() => world.close());

  const review = (number: number, change: Partial<DemoReview> = {}): DemoReview => ({
    instructorId,
    authorName: 'Priya',
    rating: 5,
    text: `Number ${number}`,
    response: null,
    // Pairs share an instant, so that the order depends on the id too.
    publishedAt: world.clock.now().subtract({ hours: Math.floor(number / 2) }),
    ...change,
  });
  const page = async (query: string) =>
    (await world.inject({ url: `/api/v1/instructors/${instructorId}/reviews${query}` })).json();

  it('come newest first, each once, page by page (CT-02)', async () => {
    expect(await page('')).toMatchObject({
      items: [],
      nextCursor: null,
      rating: { average: null, count: 0 },
    });
    await recordDemoReviews(
      world.ctx,
      Array.from({ length: 13 }, (_, number) => review(number, { rating: number === 0 ? 3 : 5 })),
    );
    const seen: { text: string; publishedAt: string }[] = [];
    let cursor: string | null = null;
    do {
      const answer = await page(`?limit=3${cursor ? `&cursor=${encodeURIComponent(cursor)}` : ''}`);
      expect(answer.items.length).toBeLessThanOrEqual(3);
      seen.push(...answer.items);
      cursor = answer.nextCursor;
    } while (cursor);
    expect(new Set(seen.map((one) => one.text)).size).toBe(13);
    expect(seen.map((one) => one.publishedAt)).toEqual(
      seen
        .map((one) => one.publishedAt)
        .sort()
        .reverse(),
    );
    expect(await page('')).toMatchObject({
      rating: { count: 13, average: bayesianRating(63, 13).average },
      items: expect.any(Array),
    });
  });

  it('are rated for many teachers in one question (CT-02)', async () => {
    const unknown = newId(world.clock);
    const ratings = await ratingsOf(world.ctx, [instructorId, unknown]);
    expect(ratings.get(instructorId)).toEqual(await ratingOf(world.ctx, instructorId));
    expect(ratings.get(unknown)).toEqual({ average: null, count: 0 });
  });

  it('without a lesson behind them are refused by the database unless they are demo data (CT-02)', async () => {
    const insert = sql`insert into reviews.reviews (id, instructor_id, author_name, rating, text, published_at)
      values (${newId(world.clock)}, ${instructorId}, 'Eve', 5, 'Trust me', now())`;
    await expect(insert.execute(world.ctx.db)).rejects.toMatchObject({
      constraint: 'reviews_from_a_booking',
    });
    await expect(recordDemoReviews(world.ctx, [review(1, { rating: 6 })])).rejects.toMatchObject({
      constraint: 'reviews_rating_range',
    });
  });

  it('of nobody, or behind a broken link, are a clear answer (CT-02)', async () => {
    expect(
      (await world.inject({ url: `/api/v1/instructors/${newId(world.clock)}/reviews` })).json()
        .code,
    ).toBe('instructor_not_found');
    for (const values of [
      ['x', 'y'],
      [1],
      ['2026-01-01T00:00:00Z', 'z'],
      ['2026-99-99T00:00:00Z', newId(world.clock)],
    ]) {
      const cursor = Buffer.from(JSON.stringify(values)).toString('base64url');
      expect(
        (
          await world.inject({
            url: `/api/v1/instructors/${instructorId}/reviews?cursor=${cursor}`,
          })
        ).statusCode,
      ).toBeLessThan(500);
    }
  });
});
