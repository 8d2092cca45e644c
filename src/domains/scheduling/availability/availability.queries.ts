import type { Ctx } from '../../../platform/context.ts';
import { newId, sql } from '../../../platform/db/index.ts';
import type { WeeklyRule } from '../slots/openings.ts';
import { tables } from '../tables.ts';
import type { Availability } from './availability.ts';

/** The hours of all these instructors in one query; who has set none is not among them. */
export function selectAvailability(
  ctx: Ctx,
  instructorIds: readonly string[],
): Promise<(Availability & { instructorId: string })[]> {
  return tables(ctx)
    .selectFrom('scheduling.availability_settings as settings')
    .select([
      'settings.instructor_id as instructorId',
      'settings.time_zone as timeZone',
      'settings.increment_minutes as incrementMinutes',
      'settings.buffer_before_minutes as bufferBeforeMinutes',
      'settings.buffer_after_minutes as bufferAfterMinutes',
      'settings.notice_online_minutes as noticeOnlineMinutes',
      'settings.notice_in_person_minutes as noticeInPersonMinutes',
      'settings.horizon_days as horizonDays',
      'settings.confirms_by_hand as confirmsByHand',
      sql<WeeklyRule[]>`(
        select coalesce(json_agg(json_build_object(
          'weekday', rule.weekday, 'startMinute', rule.start_minute, 'endMinute', rule.end_minute
        ) order by rule.weekday, rule.start_minute), '[]')
        from scheduling.availability_rules as rule
        where rule.instructor_id = settings.instructor_id
      )`.as('rules'),
    ])
    .where('settings.instructor_id', '=', sql<string>`any(${[...instructorIds]}::uuid[])`)
    .execute();
}

/** Puts settings and week in place of what was there. Runs in the caller's transaction. */
export async function replaceAvailability(
  ctx: Ctx,
  instructorId: string,
  availability: Availability,
): Promise<void> {
  const settings = {
    time_zone: availability.timeZone,
    increment_minutes: availability.incrementMinutes,
    buffer_before_minutes: availability.bufferBeforeMinutes,
    buffer_after_minutes: availability.bufferAfterMinutes,
    notice_online_minutes: availability.noticeOnlineMinutes,
    notice_in_person_minutes: availability.noticeInPersonMinutes,
    horizon_days: availability.horizonDays,
    confirms_by_hand: availability.confirmsByHand,
    updated_at: ctx.clock.now(),
  };
  // The settings row is written first: its lock makes two writers of one week take turns.
  await tables(ctx)
    .insertInto('scheduling.availability_settings')
    .values({ instructor_id: instructorId, ...settings })
    .onConflict((conflict) =>
      conflict.constraint('availability_settings_pkey').doUpdateSet(settings),
    )
    .execute();
  await tables(ctx)
    .deleteFrom('scheduling.availability_rules')
    .where('instructor_id', '=', instructorId)
    .execute();
  if (availability.rules.length > 0)
    await tables(ctx)
      .insertInto('scheduling.availability_rules')
      .values(availability.rules.map((rule) => ruleRow(ctx, instructorId, rule)))
      .execute();
}

function ruleRow(ctx: Ctx, instructorId: string, { weekday, startMinute, endMinute }: WeeklyRule) {
  return {
    id: newId(ctx.clock),
    instructor_id: instructorId,
    weekday,
    start_minute: startMinute,
    end_minute: endMinute,
  };
}
