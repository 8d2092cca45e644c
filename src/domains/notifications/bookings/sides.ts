import type { BookingForMail } from '../../scheduling/index.ts';

/** The receiver of a mail about a booking; the other one sits opposite. */
export type Side = 'learner' | 'instructor';

type Party = BookingForMail['learner'];

export function sidesOf(
  { learner, instructor }: BookingForMail,
  side: Side,
): { me: Party; other: Party } {
  return side === 'learner'
    ? { me: learner, other: instructor }
    : { me: instructor, other: learner };
}
