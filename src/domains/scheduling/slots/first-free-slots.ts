import type { Ctx } from '../../../platform/context.ts';
import type { LessonPlace } from '../tables.ts';
import { lessonFor, loadDiaries } from './diaries.ts';
import { firstOffers } from './slot-engine.ts';

export interface FreeSlotsQuestion {
  instructorId: string;
  durationMinutes?: number;
  place?: LessonPlace;
}

const horizonDaysMax = 365;

export interface FreeSlots {
  starts: Temporal.Instant[];
  /** A start is bookable until this long before it; a later reader leaves out what has passed that. */
  noticeMinutes: number;
}

/**
 * The next free starts of many instructors, at most `count` each, by instructor id: two queries
 * however many they are. Asks for an hour online where nothing else is said.
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
        { starts: firstOffers(diary, lesson, count), noticeMinutes: lesson.noticeMinutes },
      ];
    }),
  );
}

/** The same, the starts alone. */
export async function firstFreeSlotsOfMany(
  ctx: Ctx,
  questions: readonly FreeSlotsQuestion[],
  options: { count: number },
): Promise<Map<string, Temporal.Instant[]>> {
  const found = await freeSlotsOfMany(ctx, questions, options);
  return new Map([...found].map(([instructorId, { starts }]) => [instructorId, starts]));
}

/** The same for one instructor. */
export async function firstFreeSlots(
  ctx: Ctx,
  instructorId: string,
  { count, ...lesson }: { count: number; durationMinutes?: number; place?: LessonPlace },
): Promise<Temporal.Instant[]> {
  const found = await firstFreeSlotsOfMany(ctx, [{ instructorId, ...lesson }], { count });
  return found.get(instructorId) ?? [];
}
