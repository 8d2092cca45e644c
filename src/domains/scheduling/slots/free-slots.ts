import type { Ctx } from '../../../platform/context.ts';
import { horizonDaysMax } from '../availability/availability.ts';
import type { LessonPlace } from '../tables.ts';
import { lessonFor, loadDiaries } from './diaries.ts';
import { firstOffersOfDays } from './slot-engine.ts';

export interface FreeSlotsQuestion {
  instructorId: string;
  durationMinutes?: number;
  place?: LessonPlace;
}

export interface FreeSlots {
  starts: Temporal.Instant[];
  /** A start is bookable until this long before it; a later reader leaves out what has passed that. */
  noticeMinutes: number;
}

/**
 * The first free start of each of the next days of many instructors, at most `count` each, by
 * instructor id: two queries however many they are. Asks for an hour online where nothing else is said.
 */
export async function freeSlotsOfMany(
  ctx: Ctx,
  questions: readonly FreeSlotsQuestion[],
  { count }: { count: number },
): Promise<Map<string, FreeSlots>> {
  const from = ctx.clock.now();
  const ids = questions.map(({ instructorId }) => instructorId);
  const diaries = await loadDiaries(ctx, ids, {
    from,
    until: from.add({ hours: 24 * horizonDaysMax }),
  });
  return new Map(
    questions.map(({ instructorId, durationMinutes = 60, place = 'online' }) => {
      const diary = diaries.get(instructorId);
      if (!diary) return [instructorId, { starts: [], noticeMinutes: 0 }];
      const lesson = lessonFor(ctx, diary, { durationMinutes, place });
      return [
        instructorId,
        { starts: firstOffersOfDays(diary, lesson, count), noticeMinutes: lesson.noticeMinutes },
      ];
    }),
  );
}
