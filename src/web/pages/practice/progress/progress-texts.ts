import { m } from '../../../../messages/messages.js';
import { formatTime } from '../../../format/times.ts';

/** A calendar day (2026-11-21) in words; it has no zone. */
export const plainDayText = (
  day: string,
  style: 'day' | 'longDay' | 'month' | 'weekday',
  locale: string,
): string => formatTime(`${day}T12:00:00Z`, style, 'UTC', locale);

/** "45 min", "1 h 20 min"; what is begun does not count. */
export function spentText(seconds: number): string {
  const minutes = Math.floor(seconds / 60);
  if (minutes < 60) return m.practice_minutes({ minutes });
  return minutes % 60 === 0
    ? m.progress_hours({ hours: Math.floor(minutes / 60) })
    : m.progress_hours_minutes({ hours: Math.floor(minutes / 60), minutes: minutes % 60 });
}
