import type { operations } from './schema.d.ts';

type Answer<Operation extends keyof operations> = operations[Operation] extends {
  responses: { 200: { content: { 'application/json': infer Body } } };
}
  ? Body
  : never;

/** A booking as one of its sides sees it. */
export type Booking = Answer<'getBooking'>;

/** A booking in a list or in the week. */
export type Lesson = Answer<'listMyLessons'>['items'][number];

export type CancellationQuote = Answer<'quoteCancellation'>;

export type Week = Answer<'getMyWeek'>;

export type Availability = Answer<'getMyAvailability'>;

export type OwnProfile = Answer<'getMyProfile'>;
