import { invalid } from '../../../platform/errors/index.ts';
import type { WeeklyRule } from '../slots/openings.ts';

/** How an instructor offers time: weekly hours on the wall clock of a zone, and their limits. */
export interface Availability {
  /** IANA zone. */
  timeZone: string;
  incrementMinutes: number;
  bufferBeforeMinutes: number;
  bufferAfterMinutes: number;
  noticeOnlineMinutes: number;
  noticeInPersonMinutes: number;
  horizonDays: number;
  /** A paid hold waits for the instructor's yes before it is a lesson. */
  confirmsByHand: boolean;
  rules: WeeklyRule[];
}

/** No slot is offered further ahead, whatever an instructor sets. */
export const horizonDaysMax = 365;

export const availabilityDefaults = {
  incrementMinutes: 15,
  bufferBeforeMinutes: 0,
  bufferAfterMinutes: 0,
  noticeOnlineMinutes: 2 * 60,
  noticeInPersonMinutes: 12 * 60,
  horizonDays: 60,
  confirmsByHand: false,
} as const satisfies Partial<Availability>;

/**
 * The week in order, hours that touch made one. Throws invalid `hours_reversed` or `hours_overlap`,
 * naming the rule as it was sent.
 */
export function tidyWeek(rules: readonly WeeklyRule[]): WeeklyRule[] {
  const sorted = rules
    .map((rule, index) => ({ ...rule, index }))
    .sort((a, b) => a.weekday - b.weekday || a.startMinute - b.startMinute);
  const tidy: WeeklyRule[] = [];
  for (const { index, ...rule } of sorted) {
    const field = `rules.${index}`;
    if (rule.startMinute >= rule.endMinute)
      throw invalid('hours_reversed', 'These hours end before they begin.', { field });
    const previous = tidy.at(-1);
    const sameDay = previous?.weekday === rule.weekday;
    if (previous && sameDay && rule.startMinute < previous.endMinute)
      throw invalid('hours_overlap', 'These hours overlap with others of the same day.', { field });
    if (previous && sameDay && rule.startMinute === previous.endMinute)
      previous.endMinute = rule.endMinute;
    else tidy.push({ ...rule });
  }
  return tidy;
}
