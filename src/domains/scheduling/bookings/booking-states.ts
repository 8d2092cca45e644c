/** Every state a booking can be in. */
export const bookingStatuses = [
  'held',
  'requested',
  'confirmed',
  'in_progress',
  'completed',
  'cancelled',
  'expired',
  'declined',
  'no_show',
  'disputed',
] as const;

export type BookingStatus = (typeof bookingStatuses)[number];

/** The states that take the instructor's and the learner's time; the exclusion constraints name the same. */
export const occupyingStatuses = [
  'held',
  'requested',
  'confirmed',
  'in_progress',
] as const satisfies BookingStatus[];

/** The states that a learner's history shows. A hold that ran out never was a lesson. */
export const pastStatuses = [
  'completed',
  'cancelled',
  'declined',
  'no_show',
  'disputed',
] as const satisfies BookingStatus[];

/** The states in which its learner may be asked to pay: before the lesson, or for one that was given. */
export const payableStatuses = [
  'confirmed',
  'in_progress',
  'completed',
  'no_show',
] as const satisfies BookingStatus[];

export const isPayable = (status: BookingStatus): boolean =>
  payableStatuses.some((one) => one === status);

/** What makes a booking move. */
export type BookingTrigger =
  | 'slot_picked'
  | 'paid'
  | 'paid_after_expiry'
  | 'asked'
  | 'asked_after_expiry'
  | 'accepted'
  | 'declined'
  | 'unanswered'
  | 'withdrawn'
  | 'hold_ended'
  | 'released'
  | 'cancelled_by_learner'
  | 'cancelled_by_instructor'
  | 'unpaid'
  | 'learner_absent'
  | 'learner_was_absent'
  | 'instructor_was_absent'
  | 'lesson_began'
  | 'lesson_ended';

interface Transition {
  from: BookingStatus | null;
  to: BookingStatus;
}

/** The whole table: what is not here does not happen. */
export const transitions = {
  slot_picked: { from: null, to: 'held' },
  paid: { from: 'held', to: 'confirmed' },
  paid_after_expiry: { from: 'expired', to: 'confirmed' },
  // Paid too, where the instructor confirms by hand.
  asked: { from: 'held', to: 'requested' },
  asked_after_expiry: { from: 'expired', to: 'requested' },
  accepted: { from: 'requested', to: 'confirmed' },
  declined: { from: 'requested', to: 'declined' },
  unanswered: { from: 'requested', to: 'expired' },
  withdrawn: { from: 'requested', to: 'cancelled' },
  hold_ended: { from: 'held', to: 'expired' },
  released: { from: 'held', to: 'expired' },
  cancelled_by_learner: { from: 'confirmed', to: 'cancelled' },
  cancelled_by_instructor: { from: 'confirmed', to: 'cancelled' },
  unpaid: { from: 'confirmed', to: 'cancelled' },
  learner_absent: { from: 'in_progress', to: 'no_show' },
  learner_was_absent: { from: 'completed', to: 'no_show' },
  instructor_was_absent: { from: 'completed', to: 'no_show' },
  lesson_began: { from: 'confirmed', to: 'in_progress' },
  lesson_ended: { from: 'in_progress', to: 'completed' },
} as const satisfies Record<BookingTrigger, Transition>;

/** The triggers that move a booking which exists already. */
export type MoveTrigger = Exclude<BookingTrigger, 'slot_picked'>;
