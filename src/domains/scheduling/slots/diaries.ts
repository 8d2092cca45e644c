import type { Ctx } from '../../../platform/context.ts';
import {
  type Availability,
  availabilityDefaults,
  horizonDaysMax,
} from '../availability/availability.ts';
import { selectAvailability } from '../availability/availability.queries.ts';
import { selectBusy } from '../bookings/bookings.queries.ts';
import type { LessonPlace } from '../tables.ts';
import { answerMinutesMin } from '../bookings/request-times.ts';
import type { Diary, Lesson } from './slot-engine.ts';

/** A diary with the notice that each kind of place asks for. */
export type InstructorDiary = Diary &
  Pick<Availability, 'noticeOnlineMinutes' | 'noticeInPersonMinutes' | 'confirmsByHand'>;

interface Range {
  from: Temporal.Instant;
  until: Temporal.Instant;
}

const closed: InstructorDiary = { ...availabilityDefaults, timeZone: 'UTC', rules: [], busy: [] };

/** The diaries of these instructors, by id, in two queries; what is busy is read for the range alone. */
export async function loadDiaries(
  ctx: Ctx,
  instructorIds: readonly string[],
  range: Range,
): Promise<Map<string, InstructorDiary>> {
  // A lesson of the range reaches beyond it by its own length and its buffers.
  const from = withinHorizon(ctx, range.from.subtract({ hours: 24 }));
  const until = withinHorizon(ctx, range.until.add({ hours: 24 }));
  const availabilities = await selectAvailability(ctx, instructorIds);
  const diaries = new Map(
    availabilities.map((one) => [
      one.instructorId,
      { ...one, busy: [] as { from: number; until: number }[] },
    ]),
  );
  for (const busy of await selectBusy(ctx, instructorIds, { from, until }))
    diaries.get(busy.instructorId)?.busy.push({
      from: busy.from.epochMilliseconds,
      until: busy.until.epochMilliseconds,
    });
  return diaries;
}

/** Nothing is offered later than the longest horizon, so nothing later needs to be read. */
function withinHorizon(ctx: Ctx, instant: Temporal.Instant): Temporal.Instant {
  const last = ctx.clock.now().add({ hours: 24 * (horizonDaysMax + 2) });
  return Temporal.Instant.compare(instant, last) > 0 ? last : instant;
}

/** One instructor's diary; closed all week when no hours are set. */
export async function loadDiary(
  ctx: Ctx,
  instructorId: string,
  range: Range,
): Promise<InstructorDiary> {
  return (await loadDiaries(ctx, [instructorId], range)).get(instructorId) ?? closed;
}

export const noticeFor = (diary: InstructorDiary, place: LessonPlace): number =>
  place === 'online' ? diary.noticeOnlineMinutes : diary.noticeInPersonMinutes;

/** The lesson as the engine asks about it, seen from now; who confirms by hand has time left to answer. */
export function lessonFor(
  ctx: Ctx,
  diary: InstructorDiary,
  service: { durationMinutes: number; place: LessonPlace },
): Lesson {
  const noticeMinutes =
    noticeFor(diary, service.place) + (diary.confirmsByHand ? answerMinutesMin : 0);
  return { durationMinutes: service.durationMinutes, noticeMinutes, now: ctx.clock.now() };
}
