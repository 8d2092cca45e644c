import { getBookableService } from '../../catalog/index.ts';
import type { Ctx } from '../../../platform/context.ts';
import { notFound } from '../../../platform/errors/index.ts';
import { money } from '../../../platform/money/index.ts';
import { getMarket } from '../../markets/index.ts';
import { splitPrice } from '../bookings/booking.ts';
import { defaultPolicy } from '../bookings/cancellation-policy.ts';
import { type InstructorDiary, lessonFor, loadDiary } from './diaries.ts';
import { firstOffersOfDays, type Lesson, offers, whyNotLocal } from './slot-engine.ts';

export interface ListSlots {
  instructorId: string;
  serviceId: string;
  /** First day, in the viewer's zone; today when absent. */
  from?: string | undefined;
  days: number;
  /** The viewer's IANA zone; the instructor's when absent. */
  timeZone?: string | undefined;
}

/** The free starts of some days, day by day on the viewer's calendar. Throws not_found. */
export async function listSlots(ctx: Ctx, input: ListSlots) {
  const { service, instructor } = await getServiceOf(ctx, input);
  const timeZone = input.timeZone ?? instructor.timeZone;
  const now = ctx.clock.now();
  const first = input.from
    ? Temporal.PlainDate.from(input.from)
    : now.toZonedDateTimeISO(timeZone).toPlainDate();
  const range = {
    from: first.toZonedDateTime(timeZone).toInstant(),
    until: first.add({ days: input.days }).toZonedDateTime(timeZone).toInstant(),
  };
  const diary = await loadDiary(ctx, instructor.id, range);
  const lesson = lessonFor(ctx, diary, service);
  const starts = offers(diary, lesson, range);
  const price = money(service.priceMinor, service.currency);
  const { commissionBp } = await getMarket(ctx, instructor.marketCode);
  const { kind, steps } = defaultPolicy;
  return {
    timeZone,
    instructorTimeZone: diary.rules.length > 0 ? diary.timeZone : instructor.timeZone,
    durationMinutes: service.durationMinutes,
    price,
    // What a booking made now would keep: shown before the slot is held.
    split: splitPrice(price, commissionBp),
    policy: { kind, steps },
    confirmsByHand: diary.confirmsByHand,
    days: byDay(starts, lesson, { timeZone, first, days: input.days }),
    // Where these days are full, the way to the next that are not.
    nextStartsAt:
      starts.length > 0 ? null : await nextAfter(ctx, instructor.id, diary, lesson, range.until),
  };
}

function byDay(
  starts: Temporal.Instant[],
  lesson: Lesson,
  shown: { timeZone: string; first: Temporal.PlainDate; days: number },
) {
  const grouped = Map.groupBy(starts, (start) =>
    start.toZonedDateTimeISO(shown.timeZone).toPlainDate().toString(),
  );
  return Array.from({ length: shown.days }, (_, index) => {
    const date = shown.first.add({ days: index }).toString();
    const slots = (grouped.get(date) ?? []).map((start) => ({
      startsAt: start.toString(),
      endsAt: start.add({ minutes: lesson.durationMinutes }).toString(),
    }));
    return { date, slots };
  });
}

async function nextAfter(
  ctx: Ctx,
  instructorId: string,
  shown: InstructorDiary,
  lesson: Lesson,
  after: Temporal.Instant,
) {
  const horizon = lesson.now.add({ hours: 24 * shown.horizonDays });
  if (shown.rules.length === 0 || Temporal.Instant.compare(after, horizon) >= 0) return null;
  const diary = await loadDiary(ctx, instructorId, { from: lesson.now, until: horizon });
  return firstOffersOfDays(diary, lesson, 1, after)[0]?.toString() ?? null;
}

export interface ExplainSlot {
  instructorId: string;
  serviceId: string;
  /** Date and time on the instructor's wall clock. */
  local: Temporal.PlainDateTime;
}

/** Why a lesson can't begin at that time of the instructor's day ("Tuesday 5 pm"). Throws not_found. */
export async function explainSlot(ctx: Ctx, { local, ...input }: ExplainSlot) {
  const { service, instructor } = await getServiceOf(ctx, input);
  const start = local.toZonedDateTime(instructor.timeZone).toInstant();
  const diary = await loadDiary(ctx, instructor.id, { from: start, until: start });
  const reason = whyNotLocal(diary, lessonFor(ctx, diary, service), local);
  return { timeZone: diary.timeZone, offered: reason === undefined, reason: reason ?? null };
}

async function getServiceOf(
  ctx: Ctx,
  { instructorId, serviceId }: { instructorId: string; serviceId: string },
) {
  const found = await getBookableService(ctx, serviceId);
  if (found.instructor.id !== instructorId)
    throw notFound('service_not_bookable', 'This teacher does not offer this lesson.');
  return found;
}
