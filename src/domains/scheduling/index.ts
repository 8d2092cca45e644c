import type { Domain } from '../../platform/domain.ts';
import { defineJobs } from './jobs.ts';
import { listen } from './listeners.ts';
import { deletionBlockers, erasePerson, exportPerson } from './person-data/person-data.ts';
import { routes } from './routes.ts';

export { setAvailability } from './availability/set-availability.ts';
export { acceptBooking } from './bookings/accept-booking.ts';
export { bookingCalendar } from './bookings/booking-calendar.ts';
export { type BookingForMail, getBookingForMail } from './bookings/booking-for-mail.ts';
export { cancelBooking, quoteCancellation } from './bookings/cancel-booking.ts';
export { declineBooking } from './bookings/decline-booking.ts';
export { findLessonPairs, type LessonPair } from './bookings/lesson-pairs.ts';
export { recordDemoLesson } from './bookings/record-demo-lesson.ts';
export { findBookingIdByReference } from './bookings/bookings.queries.ts';
export { requestBooking } from './bookings/request-booking.ts';
export {
  bookingCancelled,
  bookingCompleted,
  bookingConfirmed,
  bookingDeclined,
  bookingExpired,
  bookingHeld,
  bookingMissed,
  bookingPaidTooLate,
  bookingRequested,
  paymentNeeded,
  problemReported,
  problemSettled,
  requestUnanswered,
  slotsChanged,
} from './events.ts';
export { bookingIdsOfLearner } from './person-data/person-data.ts';
export { getProblem } from './problems/get-problem.ts';
export { reportsUntil } from './problems/report-window.ts';
export { type FreeSlots, freeSlotsOfMany, type FreeSlotsQuestion } from './slots/free-slots.ts';

export const schedulingDomain: Domain = {
  name: 'scheduling',
  routes,
  listeners: listen,
  jobs: defineJobs,
  exportPerson,
  deletionBlockers,
  erasePerson,
};
