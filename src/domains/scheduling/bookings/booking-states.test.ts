import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type SchedulingWorld, startSchedulingWorld } from '../../../../test/support/scheduling.ts';
import { sql } from '../../../platform/db/index.ts';
import {
  type BookingStatus,
  bookingStatuses,
  type MoveTrigger,
  occupyingStatuses,
  pastStatuses,
  transitions,
} from './booking-states.ts';
import { moveBooking } from './transitions.queries.ts';

let world: SchedulingWorld;
let id: string;
beforeAll(async () => {
  world = await startSchedulingWorld();
  id = await world.hold(await world.newLearner(), await world.newTeacher(), world.inDays(2));
});
afterAll(() => world?.close());

/** Puts the booking into a state as its columns must be there, past the table of moves. */
async function putInto(status: BookingStatus): Promise<void> {
  const cancelled = status === 'cancelled';
  const asked = status === 'requested' || status === 'declined';
  await sql`update scheduling.bookings set status = ${status}, hold_expires_at = now(),
    by_hand = true, answer_by = ${asked ? '2026-11-23T09:00:00Z' : null},
    cancelled_at = ${cancelled ? '2026-11-23T09:00:00Z' : null}, cancelled_by = ${cancelled ? 'learner' : null},
    refund_minor = ${cancelled ? 0 : null},
    no_show_by = ${status === 'no_show' ? 'learner' : null} where id = ${id}`.execute(world.ctx.db);
}

function columnsOf(to: BookingStatus) {
  if (to === 'no_show') return { no_show_by: 'learner' as const };
  if (to === 'requested') return { answer_by: world.clock.now() };
  if (to !== 'cancelled') return {};
  return { cancelled_at: world.clock.now(), cancelled_by: 'learner' as const, refund_minor: 0 };
}

async function countMoves(): Promise<number> {
  const { rows } = await sql<{
    n: number;
  }>`select count(*)::int as n from scheduling.booking_transitions where booking_id = ${id}`.execute(
    world.ctx.db,
  );
  return rows[0]!.n;
}

describe('the table of moves (SC-05)', () => {
  const moves = Object.entries(transitions).filter(([trigger]) => trigger !== 'slot_picked') as [
    MoveTrigger,
    { from: BookingStatus; to: BookingStatus },
  ][];

  it.each(moves)(
    'lets %s happen from its own state alone, and logs it',
    async (trigger, { from, to }) => {
      for (const status of bookingStatuses) {
        await putInto(status);
        const logged = await countMoves();
        const moved = await moveBooking(world.ctx, { id, trigger, set: columnsOf(to) });
        expect({ status, moved }).toEqual({ status, moved: status === from });
        expect(await world.statusOf(id)).toBe(moved ? to : status);
        expect((await countMoves()) - logged).toBe(moved ? 1 : 0);
        if (!moved) continue;
        expect((await world.movesOf(id)).at(-1)).toBe(`${from} → ${to}: ${trigger} by anonymous`);
      }
    },
  );

  it('knows the same states as the database', async () => {
    const { rows } = await sql<{ name: string; definition: string }>`
      select conname as name, pg_get_constraintdef(oid) as definition from pg_constraint
      where conname in ('bookings_status', 'bookings_instructor_no_overlap', 'bookings_learner_no_overlap')`.execute(
      world.ctx.db,
    );
    const named = (name: string) =>
      [...rows.find((row) => row.name === name)!.definition.matchAll(/'([a-z_]+)'::text/g)]
        .map(([, status]) => String(status))
        .toSorted();
    expect(named('bookings_status')).toEqual([...bookingStatuses].toSorted());
    for (const constraint of ['bookings_instructor_no_overlap', 'bookings_learner_no_overlap'])
      expect(named(constraint)).toEqual([...occupyingStatuses].toSorted());
  });

  it('puts every state but expired into one of the two lists of lessons', () => {
    expect([...occupyingStatuses, ...pastStatuses, 'expired'].toSorted()).toEqual(
      [...bookingStatuses].toSorted(),
    );
  });

  it('brings no request back that nobody has answered, whoever pays how late (row 6)', async () => {
    await putInto('expired');
    await sql`update scheduling.bookings set answer_by = now() where id = ${id}`.execute(
      world.ctx.db,
    );
    for (const trigger of ['paid_after_expiry', 'asked_after_expiry'] as const)
      expect(await moveBooking(world.ctx, { id, trigger, set: {} })).toBe(false);
    expect(await world.statusOf(id)).toBe('expired');
  });

  it('keeps its log as written', async () => {
    await expect(
      sql`update scheduling.booking_transitions set reason = 'other'`.execute(world.ctx.db),
    ).rejects.toThrow('append-only');
    await expect(
      sql`delete from scheduling.booking_transitions`.execute(world.ctx.db),
    ).rejects.toThrow('append-only');
  });
});
