import { formatTime } from '../../format/times.ts';

/** "Tue 14 Oct" of a calendar date. */
export const dayName = (date: string, locale: string) =>
  formatTime(`${date}T12:00:00Z`, 'day', 'UTC', locale);
