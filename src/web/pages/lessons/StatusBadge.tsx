import { m } from '../../../messages/messages.js';
import type { Lesson } from '../../api/bookings.ts';
import { Badge } from '../../ui/Badge.tsx';

type Tone = 'plain' | 'accent' | 'success' | 'warning' | 'danger';

const looks: Record<Lesson['status'], [() => string, Tone]> = {
  held: [m.lessons_status_held, 'warning'],
  requested: [m.lessons_status_requested, 'accent'],
  confirmed: [m.lessons_status_confirmed, 'success'],
  in_progress: [m.lessons_status_in_progress, 'accent'],
  completed: [m.lessons_status_completed, 'plain'],
  cancelled: [m.lessons_status_cancelled, 'danger'],
  expired: [m.lessons_status_expired, 'plain'],
  declined: [m.lessons_status_declined, 'danger'],
  no_show: [m.lessons_status_no_show, 'plain'],
  disputed: [m.lessons_status_disputed, 'warning'],
};

/** Where a lesson stands, in a word. */
export function StatusBadge({ status }: { status: Lesson['status'] }) {
  const [text, tone] = looks[status];
  return <Badge tone={tone}>{text()}</Badge>;
}
