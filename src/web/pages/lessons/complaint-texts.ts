import { m } from '../../../messages/messages.js';
import type { Booking } from '../../api/bookings.ts';

type Problem = NonNullable<Booking['problem']>;

export const nameOf = ({ counterpart }: Booking): string =>
  counterpart?.name ?? m.lessons_other_side();

const kinds: Record<Problem['kind'], () => string> = {
  instructor_absent: m.lessons_problem_kind_instructor_absent,
  cut_short: m.lessons_problem_kind_cut_short,
  technical: m.lessons_problem_kind_technical,
  quality: m.lessons_problem_kind_quality,
  other: m.lessons_problem_kind_other,
};

export const problemKinds = Object.keys(kinds) as Problem['kind'][];

export const problemKindText = (kind: Problem['kind']): string => kinds[kind]();

/** How a problem stands, to the one who reported it or to the other side. */
export function problemText(
  { viewer, price }: Booking,
  { settledAt, refund }: Problem,
  told: { name: string; when: string; amount: string },
): { title: string; text: string } {
  const isTeacher = viewer === 'instructor';
  if (!settledAt)
    return isTeacher
      ? {
          title: m.lessons_problem_open_teacher_title(told),
          text: m.lessons_problem_open_teacher_text(told),
        }
      : { title: m.lessons_problem_open_title(), text: m.lessons_problem_open_text(told) };
  if (!refund?.minor)
    return isTeacher
      ? {
          title: m.lessons_problem_none_teacher_title(),
          text: m.lessons_problem_none_teacher_text(told),
        }
      : { title: m.lessons_problem_none_title(), text: m.lessons_problem_none_text() };
  if (!isTeacher)
    return { title: m.lessons_problem_refund_title(told), text: m.lessons_problem_refund_text() };
  return {
    title: m.lessons_problem_refund_teacher_title(told),
    text:
      refund.minor === price.minor
        ? m.lessons_problem_refund_teacher_all()
        : m.lessons_problem_refund_teacher_text(),
  };
}
