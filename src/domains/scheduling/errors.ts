import { isConstraint } from '../../platform/db/index.ts';
import {
  conflict,
  forbidden,
  invalid,
  notFound,
  tooMany,
  unauthenticated,
} from '../../platform/errors/index.ts';
import type { BookingStatus } from './bookings/booking-states.ts';
import type { SlotReason } from './slots/slot-engine.ts';

export const bookingNotFound = () => notFound('booking_not_found', 'There is no such booking.');

export const noTeachingProfile = () =>
  notFound('no_teaching_profile', 'Set up your teaching profile first.');

export const slotTaken = () =>
  conflict('slot_taken', 'Someone has just taken this time. Please pick another one.', {
    field: 'startsAt',
  });

export const learnerBusy = () =>
  conflict('learner_busy', 'You already have a lesson at this time.', { field: 'startsAt' });

export const holdExpired = () =>
  conflict('hold_expired', 'The time we kept for you has run out. Please pick a time again.');

export const notHeld = () => conflict('not_held', 'This booking is not on hold any more.');

export const notYours = () =>
  forbidden('not_yours', 'Only the learner of this lesson can do this.');

export const signInRequired = () => unauthenticated('sign_in_required', 'Sign in to go on.');

export const alreadyPaid = () => conflict('already_paid', 'This lesson is paid already.');

export const emailUnverified = () =>
  forbidden(
    'email_unverified',
    'Please confirm your e-mail address first: we have sent you a link.',
  );

export const marketRequired = () =>
  forbidden('market_required', 'Choose your market before you pay.');

export const marketDiffers = (market: string) =>
  conflict('market_differs', 'This lesson is sold in another market than the one you chose.', {
    details: { market },
  });

export const notCancellable = () =>
  conflict('not_cancellable', 'This lesson cannot be cancelled any more.');

export const mayNotCancel = () =>
  forbidden('may_not_cancel', 'Only the learner or the instructor can cancel.');

export const quoteChanged = (quote: Record<string, unknown>) =>
  conflict('quote_changed', 'The amount you get back has changed. Please look at it again.', {
    field: 'expectedRefundMinor',
    details: { quote },
  });

export const notConfirmed = () =>
  conflict('not_confirmed', 'There is no calendar entry until the lesson is confirmed.');

export const tooManyHolds = (most: number) =>
  tooMany(
    'too_many_holds',
    `You are holding ${most} times already. Pay for one or let one go first.`,
  );

export const ownLesson = () => forbidden('own_lesson', 'You cannot book a lesson with yourself.');

export const priceChanged = (price: { minor: number; currency: string }) =>
  conflict('price_changed', 'The price has changed since you looked. Please check it again.', {
    field: 'expectedPrice',
    details: { price },
  });

export const wrongCurrency = (currency: string) =>
  invalid('wrong_currency', `This lesson is paid in ${currency}.`, { field: 'expectedPrice' });

export const noShowTooEarly = () =>
  conflict('no_show_too_early', 'Wait 15 minutes after the start before you say that nobody came.');

export const reportTooLate = () =>
  conflict('report_too_late', 'This can be reported until 48 hours after the lesson.');

export const reportTooEarly = () =>
  conflict('report_too_early', 'You can report a problem once the lesson has begun.');

export const notReportable = () =>
  conflict('not_reportable', 'There is nothing to report about this lesson.');

export const onlyTheInstructor = () =>
  forbidden('only_the_instructor', 'Only the instructor of this lesson can do this.');

export const notRequested = () =>
  conflict('not_requested', 'Nobody has asked for this lesson: there is nothing to answer.');

/** Somebody was first: by what became of the request. */
export function requestOver(status: BookingStatus) {
  if (status === 'cancelled')
    return conflict('request_withdrawn', 'The learner has withdrawn this request.');
  if (status === 'expired')
    return conflict('request_expired', 'The time to answer this request is over.');
  return conflict('request_answered', 'This request was answered already.');
}

export const paymentLost = () =>
  conflict('payment_lost', 'The payment for this lesson did not hold, so it cannot be confirmed.');

const problemOpen = () =>
  conflict('problem_open', 'You have told us already. We are looking into it.');

export const problemNotFound = () => notFound('problem_not_found', 'There is no such problem.');

export const problemAlreadySettled = () => conflict('problem_settled', 'This was settled already.');

export const refundTooHigh = (price: { minor: number; currency: string }) =>
  invalid('refund_too_high', 'More than the lesson cost cannot be given back.', {
    field: 'refundMinor',
    details: { price },
  });

const sentences: Record<SlotReason, string> = {
  past: 'This time has passed.',
  too_soon: 'This time is too soon: the instructor needs more notice.',
  beyond_horizon: 'This time is further ahead than the instructor plans.',
  dst_gap: 'This time does not exist: the clocks go forward over it.',
  outside_hours: 'The instructor does not teach at this time.',
  not_on_grid: 'Lessons do not begin at this minute. Please pick one of the times shown.',
  busy: 'Someone has just taken this time. Please pick another one.',
};

/** Why a slot can't be had, as the slot engine judged it. */
export function slotRefused(reason: SlotReason) {
  if (reason === 'busy') return slotTaken();
  return invalid('slot_not_offered', sentences[reason], { field: 'startsAt', details: { reason } });
}

const byConstraint = {
  bookings_instructor_no_overlap: slotTaken,
  bookings_learner_no_overlap: learnerBusy,
  problems_one_open: problemOpen,
  availability_rules_no_overlap: () =>
    invalid('hours_overlap', 'Two of these hours overlap.', { field: 'rules' }),
};

/** What a broken constraint means to a person; any other error stays what it is. */
export function translateConstraint(error: unknown): unknown {
  for (const [name, meaning] of Object.entries(byConstraint))
    if (isConstraint(error, name)) return meaning();
  return error;
}
