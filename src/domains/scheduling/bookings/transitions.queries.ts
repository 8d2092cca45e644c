import type { Insertable, Updateable } from 'kysely';
import type { Ctx } from '../../../platform/context.ts';
import { sql } from '../../../platform/db/index.ts';
import { type BookingsTable, tables } from '../tables.ts';
import { type BookingTrigger, type MoveTrigger, transitions } from './booking-states.ts';

/** Selects the log's entry for every booking that the statement's part named `moved` returned. */
function entry(ctx: Ctx, trigger: BookingTrigger) {
  const { from, to } = transitions[trigger];
  const { actor } = ctx;
  const actorId = actor.kind === 'person' ? actor.id : actor.kind === 'system' ? actor.name : null;
  return sql<never>`select id, ${from}::text, ${to}::text, ${actor.kind}::text, ${actorId}::text,
    ${trigger}::text, ${ctx.clock.now()}::timestamptz from moved`;
}

const logColumns = [
  'booking_id',
  'from_status',
  'to_status',
  'actor_kind',
  'actor_id',
  'reason',
  'at',
] as const;

/**
 * Inserts a held booking and its first log entry in one statement. False when an exclusion
 * constraint already gave the time to another: `do nothing` waits for a rival's transaction
 * without the deadlocks of a plain insert.
 */
export async function insertHold(ctx: Ctx, row: Insertable<BookingsTable>): Promise<boolean> {
  const moved = await tables(ctx)
    .with('moved', (db) =>
      db
        .insertInto('scheduling.bookings')
        .values(row)
        .onConflict((conflict) => conflict.doNothing())
        .returning('id'),
    )
    .with('logged', (db) =>
      db
        .insertInto('scheduling.booking_transitions')
        .columns(logColumns)
        .expression(entry(ctx, 'slot_picked'))
        .returning('id'),
    )
    .selectFrom('moved')
    .select('id')
    .executeTakeFirst();
  return moved !== undefined;
}

interface Move {
  id: string;
  trigger: MoveTrigger;
  set?: Updateable<BookingsTable>;
  /** Moves only a booking whose moment of this column has come. */
  due?: 'hold_expires_at' | 'answer_by' | 'starts_at' | 'ends_at';
}

/**
 * Moves a booking by compare-and-set and logs the move in the same statement. False when it is no
 * longer in the state the trigger starts from: someone else was first.
 */
export async function moveBooking(
  ctx: Ctx,
  { id, trigger, set = {}, due }: Move,
): Promise<boolean> {
  const { from, to } = transitions[trigger];
  const moved = await tables(ctx)
    .with('moved', (db) => {
      const move = db
        .updateTable('scheduling.bookings')
        .set({ ...set, status: to })
        .where('id', '=', id)
        .where('status', '=', from)
        // Once its money has gone back, a booking stays where it is.
        .where('paid_too_late_at', 'is', null)
        // Nor does a request that nobody answered come back, however late its payment is told again.
        .$if(from === 'expired', (query) => query.where('answer_by', 'is', null));
      return (due ? move.where(due, '<=', ctx.clock.now()) : move).returning('id');
    })
    .with('logged', (db) =>
      db
        .insertInto('scheduling.booking_transitions')
        .columns(logColumns)
        .expression(entry(ctx, trigger))
        .returning('id'),
    )
    .selectFrom('moved')
    .select('id')
    .executeTakeFirst();
  return moved !== undefined;
}
