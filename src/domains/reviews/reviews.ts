import type { Ctx } from '../../platform/context.ts';
import { inTransaction } from '../../platform/db/index.ts';
import { invalid } from '../../platform/errors/index.ts';
import { decodeCursor, encodeCursor } from '../../platform/http/cursor.ts';
import { bayesianRating, type Rating } from './rating.ts';
import {
  type DemoReview,
  insertDemoReviews,
  type Review,
  type ReviewKey,
  selectReviews,
  sumRatings,
} from './reviews.queries.ts';

export interface ReviewPage {
  items: Review[];
  nextCursor: string | null;
}

/** A page of an instructor's reviews, newest first. Throws `invalid` bad_cursor. */
export async function listReviews(
  ctx: Ctx,
  {
    instructorId,
    cursor,
    limit,
  }: { instructorId: string; cursor?: string | undefined; limit: number },
): Promise<ReviewPage> {
  const rows = await selectReviews(ctx, {
    instructorId,
    after: cursor ? keyOf(cursor) : undefined,
    limit: limit + 1,
  });
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  return {
    items,
    nextCursor:
      rows.length > limit && last ? encodeCursor([last.publishedAt.toString(), last.id]) : null,
  };
}

function keyOf(cursor: string): ReviewKey {
  const [publishedAt, id] = decodeCursor(cursor, 2);
  if (
    typeof publishedAt === 'string' &&
    /^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(publishedAt) &&
    typeof id === 'string' &&
    /^[0-9a-f-]{36}$/.test(id)
  )
    return { publishedAt, id };
  throw invalid('bad_cursor', 'This page link is not complete. Start again from the first page.', {
    field: 'cursor',
  });
}

export async function ratingOf(ctx: Ctx, instructorId: string): Promise<Rating> {
  return (await ratingsOf(ctx, [instructorId])).get(instructorId)!;
}

/** The rating of each instructor asked for, in one query. */
export async function ratingsOf(
  ctx: Ctx,
  instructorIds: readonly string[],
): Promise<Map<string, Rating>> {
  const sums = new Map(
    (await sumRatings(ctx, instructorIds)).map((row) => [row.instructorId, row]),
  );
  return new Map(
    instructorIds.map((id) => {
      const { sum = 0, count = 0 } = sums.get(id) ?? {};
      return [id, bayesianRating(sum, count)];
    }),
  );
}

/** Stores invented reviews, marked as such. No event: the demo loader rebuilds what reads them. */
export function recordDemoReviews(ctx: Ctx, reviews: readonly DemoReview[]): Promise<void> {
  return inTransaction(ctx, (tx) => insertDemoReviews(tx, reviews));
}
