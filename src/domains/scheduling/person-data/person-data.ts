import { findInstructor, listSubjects } from '../../catalog/index.ts';
import {
  countUnsettled,
  exportCharges,
  forgetPayers,
  keepsEarnings,
} from '../../payments/index.ts';
import type { Ctx } from '../../../platform/context.ts';
import { money } from '../../../platform/money/index.ts';
import type { DeletionBlocker } from '../../../platform/person-data/index.ts';
import { selectAvailability } from '../availability/availability.queries.ts';
import * as queries from './person-bookings.queries.ts';

/** Lessons on both sides, without the other's name, and what was paid for those one booked. */
export async function exportPerson(ctx: Ctx, personId: string): Promise<Record<string, unknown>> {
  const booked = await queries.selectBookingsOf(ctx, personId, 'learner');
  const given = await queries.selectBookingsOf(ctx, personId, 'instructor');
  const instructor = await findInstructor(ctx, { personId });
  return {
    lessonsBooked: booked.map(exported),
    payments: await exportCharges(ctx, chargesOf(booked)),
    problemsReported: await queries.selectProblemsOf(ctx, personId),
    lessonsGiven: given.map(exported),
    hours: instructor ? await selectAvailability(ctx, [instructor.id]) : [],
  };
}

function exported({
  priceMinor,
  commissionMinor,
  refundMinor,
  currency,
  holdExpiresAt: _holdExpiresAt,
  ...booking
}: queries.BookingOfPerson) {
  return {
    ...booking,
    price: money(priceMinor, currency),
    commission: money(commissionMinor, currency),
    refund: refundMinor === null ? null : money(refundMinor, currency),
  };
}

const chargesOf = (bookings: readonly queries.BookingOfPerson[]) =>
  bookings.flatMap(({ chargeId }) => chargeId ?? []);

export async function deletionBlockers(ctx: Ctx, personId: string): Promise<DeletionBlocker[]> {
  const booked = await queries.selectBookingsOf(ctx, personId, 'learner');
  const given = await queries.selectBookingsOf(ctx, personId, 'instructor');
  const now = ctx.clock.now();
  const ahead = [...booked, ...given].filter((booking) => queries.isAhead(booking, now)).length;
  const unsettled = await countUnsettled(ctx, chargesOf([...booked, ...given]));
  const earned = await keepsEarnings(ctx, chargesOf(given));
  return [
    ...(ahead > 0 ? [lessonsAhead(ahead)] : []),
    ...(unsettled > 0 ? [paymentUnderWay] : []),
    ...(earned ? [earningsUnpaid] : []),
  ];
}

const lessonsAhead = (count: number): DeletionBlocker => ({
  code: 'lessons_ahead',
  detail: `${count === 1 ? 'A lesson is' : `${count} lessons are`} still ahead: take or cancel ${count === 1 ? 'it' : 'them'} first.`,
});

const paymentUnderWay: DeletionBlocker = {
  code: 'payment_under_way',
  detail: 'A payment or refund is still under way: wait until it has arrived.',
};

const earningsUnpaid: DeletionBlocker = {
  code: 'earnings_unpaid',
  detail: 'Money for lessons you gave is still kept for you: have it paid out first.',
};

/** Bookings stay for the other side and the books, pointing at nobody. */
export async function erasePerson(ctx: Ctx, personId: string): Promise<void> {
  const booked = await queries.selectBookingsOf(ctx, personId, 'learner');
  const given = await queries.selectBookingsOf(ctx, personId, 'instructor');
  await forgetPayers(ctx, chargesOf([...booked, ...given]));
  await queries.forgetLearnerSide(ctx, personId);
  const instructor = await findInstructor(ctx, { personId });
  if (!instructor) return;
  const names = (await listSubjects(ctx)).map(({ slug, name }) => [slug, name] as const);
  await queries.forgetInstructorSide(ctx, personId, Object.fromEntries(names));
  await queries.deleteAvailability(ctx, instructor.id);
}

/** The bookings of a learner, for who keeps something beside them. */
export async function bookingIdsOfLearner(ctx: Ctx, personId: string): Promise<string[]> {
  return (await queries.selectBookingsOf(ctx, personId, 'learner')).map(({ id }) => id);
}
