import type { Generated } from 'kysely';
import type { Ctx } from '../../platform/context.ts';

export interface ReviewsTable {
  id: string;
  instructor_id: string;
  booking_id: string | null;
  author_name: string;
  rating: number;
  text: string;
  response: string | null;
  published_at: Temporal.Instant;
  is_demo: Generated<boolean>;
  /** Its author wanted to be forgotten: stars without words. */
  erased_at: Generated<Temporal.Instant | null>;
}

export type ReviewsTables = { 'reviews.reviews': ReviewsTable };

export const tables = (ctx: Ctx) => ctx.db.withTables<ReviewsTables>();
