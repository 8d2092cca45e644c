import { m } from '../../../messages/messages.js';
import type { Homework } from '../../api/types.ts';
import { formatTime } from '../../format/times.ts';

/** "Tue 24 Nov": a calendar day, which has no zone. */
export const dueText = (dueOn: string, locale: string): string =>
  formatTime(`${dueOn}T12:00:00Z`, 'day', 'UTC', locale);

type Done = Pick<Homework, 'done' | 'late' | 'times' | 'state'>;

/** "2 of 3 times", and what came after the day. */
export const doneText = ({ done, late, times }: Done): string =>
  late > 0
    ? m.homework_done_late({ done: done + late, times, late })
    : m.homework_done({ done, times });

export const stateNames: Record<Homework['state'], () => string> = {
  open: m.homework_state_open,
  done: m.homework_state_done,
  overdue: m.homework_state_overdue,
  ended: m.homework_state_ended,
};

export const stateTones = {
  open: 'accent',
  done: 'success',
  overdue: 'warning',
  ended: 'plain',
} as const;
