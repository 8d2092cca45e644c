import { findInstructor } from '../catalog/index.ts';
import { bookingIdsOfLearner } from '../scheduling/index.ts';
import type { Ctx } from '../../platform/context.ts';
import { sql } from '../../platform/db/index.ts';
import { readAll } from '../../platform/person-data/index.ts';
import { tables } from './tables.ts';

const nobodysName = 'Deleted person';

const anyOf = (ids: readonly string[]) => sql<string>`any(${[...ids]}::uuid[])`;

const reviews = (ctx: Ctx) =>
  tables(ctx)
    .selectFrom('reviews.reviews')
    .select([
      'id',
      'booking_id as bookingId',
      'author_name as authorName',
      'rating',
      'text',
      'response',
      'published_at as publishedAt',
    ]);

/** What one wrote, and what stands publicly on one's own profile. */
export async function exportPerson(ctx: Ctx, personId: string): Promise<Record<string, unknown>> {
  const written = await reviews(ctx)
    .where('booking_id', '=', anyOf(await bookingIdsOfLearner(ctx, personId)))
    .execute();
  const instructor = await findInstructor(ctx, { personId });
  const received = instructor ? await readReceived(ctx, instructor.id) : [];
  return { written, received };
}

const readReceived = (ctx: Ctx, instructorId: string) =>
  readAll<Awaited<ReturnType<ReturnType<typeof reviews>['execute']>>[number]>(({ after, limit }) =>
    reviews(ctx)
      .where('instructor_id', '=', instructorId)
      .$if(after !== undefined, (query) =>
        query.where(
          sql<boolean>`(published_at, id) < (${after!.publishedAt.toString()}::timestamptz, ${after!.id}::uuid)`,
        ),
      )
      .orderBy('published_at', 'desc')
      .orderBy('id', 'desc')
      .limit(limit)
      .execute(),
  );

/** The stars stay with who earned them; the words and the name go. */
export async function erasePerson(ctx: Ctx, personId: string): Promise<void> {
  await tables(ctx)
    .updateTable('reviews.reviews')
    .set({ author_name: nobodysName, text: '', erased_at: ctx.clock.now() })
    .where('booking_id', '=', anyOf(await bookingIdsOfLearner(ctx, personId)))
    .execute();
  const instructor = await findInstructor(ctx, { personId });
  if (!instructor) return;
  await tables(ctx)
    .updateTable('reviews.reviews')
    .set({ response: null })
    .where('instructor_id', '=', instructor.id)
    .where('response', 'is not', null)
    .execute();
}
