import type { Ctx } from '../../../platform/context.ts';
import { tables, type ProblemKind } from '../tables.ts';

const columns = [
  'id',
  'booking_id as bookingId',
  'kind',
  'description',
  'reported_by as reportedBy',
  'reported_at as reportedAt',
  'settled_at as settledAt',
  'refund_minor as refundMinor',
  'settlement',
] as const;

export type Problem = NonNullable<Awaited<ReturnType<typeof lockProblem>>>;

export const lockProblem = (ctx: Ctx, id: string) =>
  tables(ctx)
    .selectFrom('scheduling.problems')
    .select(columns)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();

export async function insertProblem(
  ctx: Ctx,
  problem: { id: string; bookingId: string; kind: ProblemKind; text: string; personId: string },
): Promise<void> {
  await tables(ctx)
    .insertInto('scheduling.problems')
    .values({
      id: problem.id,
      booking_id: problem.bookingId,
      kind: problem.kind,
      description: problem.text,
      reported_by: problem.personId,
      reported_at: ctx.clock.now(),
    })
    .execute();
}

export async function saveSettlement(
  ctx: Ctx,
  id: string,
  settlement: { personId: string; refundMinor: number; note: string },
): Promise<void> {
  await tables(ctx)
    .updateTable('scheduling.problems')
    .set({
      settled_at: ctx.clock.now(),
      settled_by: settlement.personId,
      refund_minor: settlement.refundMinor,
      settlement: settlement.note,
    })
    .where('id', '=', id)
    .execute();
}

/** Problems with the lesson that each is about. */
const withLesson = (ctx: Ctx) =>
  tables(ctx)
    .selectFrom('scheduling.problems as problem')
    .innerJoin('scheduling.bookings as booking', 'booking.id', 'problem.booking_id')
    .select([
      'problem.id',
      'problem.kind',
      'problem.description',
      'problem.reported_at as reportedAt',
      'problem.settled_at as settledAt',
      'problem.refund_minor as refundMinor',
      'problem.settlement',
      'booking.id as bookingId',
      'booking.charge_id as chargeId',
      'booking.reference',
      'booking.title',
      'booking.starts_at as startsAt',
      'booking.price_minor as priceMinor',
      'booking.currency',
    ]);

/** What waits to be settled, the oldest first. */
export const selectOpenProblems = (
  ctx: Ctx,
  { after, limit }: { after: string | undefined; limit: number },
) =>
  withLesson(ctx)
    .where('problem.settled_at', 'is', null)
    .$if(after !== undefined, (query) => query.where('problem.id', '>', after!))
    .orderBy('problem.id')
    .limit(limit)
    .execute();

export const findProblem = (ctx: Ctx, id: string) =>
  withLesson(ctx).where('problem.id', '=', id).executeTakeFirst();

/** The latest problem of a booking, open or settled. */
export const findLatestProblem = (ctx: Ctx, bookingId: string) =>
  tables(ctx)
    .selectFrom('scheduling.problems')
    .select(columns)
    .where('booking_id', '=', bookingId)
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
