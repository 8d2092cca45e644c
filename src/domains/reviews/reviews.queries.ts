import type { Ctx } from '../../platform/context.ts';
import { newId, sql } from '../../platform/db/index.ts';
import { tables } from './tables.ts';

export interface Review {
  id: string;
  /** First name only. */
  authorName: string;
  rating: number;
  text: string;
  response: string | null;
  publishedAt: Temporal.Instant;
  isDemo: boolean;
}

export interface ReviewKey {
  publishedAt: string;
  id: string;
}

/** Newest first; served by the index reviews_newest. */
export async function selectReviews(
  ctx: Ctx,
  {
    instructorId,
    after,
    limit,
  }: { instructorId: string; after?: ReviewKey | undefined; limit: number },
): Promise<Review[]> {
  const query = tables(ctx)
    .selectFrom('reviews.reviews')
    .select([
      'id',
      'author_name as authorName',
      'rating',
      'text',
      'response',
      'published_at as publishedAt',
      'is_demo as isDemo',
    ])
    .where('instructor_id', '=', instructorId)
    .orderBy('published_at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit);
  if (!after) return query.execute();
  return query
    .where(
      sql<boolean>`(published_at, id) < (${after.publishedAt}::timestamptz, ${after.id}::uuid)`,
    )
    .execute();
}

export interface RatingSum {
  instructorId: string;
  sum: number;
  count: number;
}

export function sumRatings(ctx: Ctx, instructorIds: readonly string[]): Promise<RatingSum[]> {
  if (instructorIds.length === 0) return Promise.resolve([]);
  return tables(ctx)
    .selectFrom('reviews.reviews')
    .select([
      'instructor_id as instructorId',
      sql<number>`sum(rating)::int`.as('sum'),
      sql<number>`count(*)::int`.as('count'),
    ])
    .where('instructor_id', 'in', [...instructorIds])
    .groupBy('instructor_id')
    .execute();
}

export interface DemoReview {
  instructorId: string;
  authorName: string;
  rating: number;
  text: string;
  response: string | null;
  publishedAt: Temporal.Instant;
}

const rowsPerStatement = 500;

export async function insertDemoReviews(ctx: Ctx, reviews: readonly DemoReview[]): Promise<void> {
  for (let at = 0; at < reviews.length; at += rowsPerStatement)
    await tables(ctx)
      .insertInto('reviews.reviews')
      .values(
        reviews.slice(at, at + rowsPerStatement).map((review) => ({
          id: newId(ctx.clock),
          instructor_id: review.instructorId,
          booking_id: null,
          author_name: review.authorName,
          rating: review.rating,
          text: review.text,
          response: review.response,
          published_at: review.publishedAt,
          is_demo: true,
        })),
      )
      .execute();
}
