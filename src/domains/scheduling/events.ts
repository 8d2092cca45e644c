import { defineEvent } from '../../platform/events/index.ts';

export interface BookingFact {
  bookingId: string;
}

/** A slot is held while its learner pays. */
export const bookingHeld = defineEvent<BookingFact>('scheduling.booking_held');
/** The payment is secured, and the instructor is asked whether they take the lesson. */
export const bookingRequested = defineEvent<BookingFact>('scheduling.booking_requested');
/** The instructor does not take it: nothing is kept. */
export const bookingDeclined = defineEvent<BookingFact>('scheduling.booking_declined');
/** The instructor did not answer in time: nothing is kept. */
export const requestUnanswered = defineEvent<BookingFact>('scheduling.request_unanswered');
/** The lesson will take place: its payment is secured. */
export const bookingConfirmed = defineEvent<BookingFact>('scheduling.booking_confirmed');
/** The learner's saved card was declined, or its bank wants to ask them. Told for every try. */
export const paymentNeeded = defineEvent<BookingFact & { attempt: number }>(
  'scheduling.payment_needed',
);
/** The learner, or the instructor, did not come. */
export const bookingMissed = defineEvent<BookingFact>('scheduling.booking_missed');
export interface ProblemFact {
  bookingId: string;
  problemId: string;
}
/** A learner says what went wrong; the lesson's money is held. */
export const problemReported = defineEvent<ProblemFact>('scheduling.problem_reported');
export const problemSettled = defineEvent<ProblemFact>('scheduling.problem_settled');
/** By the learner, the instructor, or by us for want of payment; the booking says which, and what goes back. */
export const bookingCancelled = defineEvent<BookingFact>('scheduling.booking_cancelled');
/** A hold ended without payment. */
export const bookingExpired = defineEvent<BookingFact>('scheduling.booking_expired');
/** Paid after its hold had ended and the slot was gone: everything goes back. */
export const bookingPaidTooLate = defineEvent<BookingFact>('scheduling.booking_paid_too_late');
export const bookingCompleted = defineEvent<BookingFact>('scheduling.booking_completed');
/** An instructor's free slots are not what they were. */
export const slotsChanged = defineEvent<{ instructorId: string }>('scheduling.slots_changed');
