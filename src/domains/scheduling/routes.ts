import { Type } from 'typebox';
import type { Ctx } from '../../platform/context.ts';
import { randomToken } from '../../platform/crypto/index.ts';
import {
  type App,
  cookieNames,
  Problem,
  type RateLimitRule,
  setHttpOnlyCookie,
} from '../../platform/http/index.ts';
import { availabilityRoutes } from './availability/availability.routes.ts';
import { acceptBooking } from './bookings/accept-booking.ts';
import { getBookingCalendar } from './bookings/booking-calendar.ts';
import { cancelBooking, quoteCancellation, viewQuote } from './bookings/cancel-booking.ts';
import { checkBookingPayment } from './bookings/check-payment.ts';
import { claimBooking } from './bookings/claim-booking.ts';
import { declineBooking } from './bookings/decline-booking.ts';
import { listLessons } from './bookings/list-lessons.ts';
import { releaseBooking } from './bookings/release-booking.ts';
import { requestBooking } from './bookings/request-booking.ts';
import { startBookingCheckout } from './bookings/start-checkout.ts';
import { viewBooking } from './bookings/view-booking.ts';
import { personOf } from './policy.ts';
import { problemRoutes } from './problems/problems.routes.ts';
import * as schemas from './schemas.ts';

const tags = ['bookings'];
const tenMinutes = 600;
const limit = (name: string, points: number): RateLimitRule => ({
  name,
  points,
  windowSeconds: tenMinutes,
});

const guestCookieSeconds = 24 * 3600;

export function routes(app: App): void {
  availabilityRoutes(app);
  requestRoute(app);
  holdRoutes(app);
  paymentRoutes(app);
  answerRoutes(app);
  cancellationRoutes(app);
  lessonRoutes(app);
  problemRoutes(app);
}

/** A guest without a key gets one: without the cookie nobody could find the hold again. */
function withGuestKey(ctx: Ctx): { ctx: Ctx; newKey: string | undefined } {
  if (ctx.actor.kind !== 'anonymous' || ctx.actor.guestKey) return { ctx, newKey: undefined };
  const newKey = randomToken();
  return { ctx: { ...ctx, actor: { kind: 'anonymous', guestKey: newKey } }, newKey };
}

function requestRoute(app: App): void {
  app.post(
    '/api/v1/bookings',
    {
      config: { access: 'public', rateLimit: limit('request-booking', 60) },
      schema: {
        tags,
        operationId: 'requestBooking',
        summary: 'Hold a slot for ten minutes',
        description:
          'Works without an account: a cookie names the guest. The same request again answers 200 with the same hold.',
        body: schemas.RequestBookingBody,
        response: { 200: schemas.BookingView, 201: schemas.BookingView, default: Problem },
      },
    },
    async (request, reply) => {
      const { ctx, newKey } = withGuestKey(request.ctx);
      const startsAt = Temporal.Instant.from(request.body.startsAt);
      const { bookingId, created } = await requestBooking(ctx, { ...request.body, startsAt });
      if (newKey)
        setHttpOnlyCookie(
          reply,
          ctx.config,
          cookieNames(ctx.config).guest,
          newKey,
          guestCookieSeconds,
        );
      return reply.code(created ? 201 : 200).send(await viewBooking(ctx, bookingId));
    },
  );
}

function holdRoutes(app: App): void {
  app.get(
    '/api/v1/bookings/:id',
    {
      config: { access: 'public' },
      schema: {
        tags,
        operationId: 'getBooking',
        summary: 'A booking, as one of its sides',
        params: schemas.IdParams,
        response: { 200: schemas.BookingView, default: Problem },
      },
    },
    async ({ ctx, params }) => viewBooking(ctx, params.id),
  );
  app.post(
    '/api/v1/bookings/:id/claim',
    {
      config: { access: 'signed_in' },
      schema: {
        tags,
        operationId: 'claimBooking',
        summary: 'Make a hold mine that I took as a guest',
        params: schemas.IdParams,
        response: { 200: schemas.BookingView, default: Problem },
      },
    },
    async ({ ctx, params }) => {
      await claimBooking(ctx, params.id);
      return viewBooking(ctx, params.id);
    },
  );
  app.post(
    '/api/v1/bookings/:id/release',
    {
      config: { access: 'public' },
      schema: {
        tags,
        operationId: 'releaseBooking',
        summary: 'Let a hold go',
        params: schemas.IdParams,
        response: { 200: schemas.BookingView, default: Problem },
      },
    },
    async ({ ctx, params }) => {
      await releaseBooking(ctx, params.id);
      return viewBooking(ctx, params.id);
    },
  );
}

function paymentRoutes(app: App): void {
  app.post(
    '/api/v1/bookings/:id/checkout',
    {
      config: { access: 'signed_in', rateLimit: limit('booking-checkout', 60) },
      schema: {
        tags,
        operationId: 'startBookingCheckout',
        summary: 'Go and pay for a held slot',
        description:
          'Claims a hold taken as a guest, and keeps the slot for 15 minutes from when it was taken.',
        params: schemas.IdParams,
        response: { 200: schemas.CheckoutView, default: Problem },
      },
    },
    async ({ ctx, params }) => startBookingCheckout(ctx, params.id),
  );
  app.post(
    '/api/v1/bookings/:id/payment-check',
    {
      config: { access: 'signed_in', rateLimit: limit('booking-payment-check', 120) },
      schema: {
        tags,
        operationId: 'checkBookingPayment',
        summary: 'Ask the payment provider where the payment is',
        params: schemas.IdParams,
        response: { 200: schemas.PaymentCheckView, default: Problem },
      },
    },
    async ({ ctx, params }) => {
      const { declineCode } = await checkBookingPayment(ctx, params.id);
      return { booking: await viewBooking(ctx, params.id), declineCode };
    },
  );
}

function answerRoutes(app: App): void {
  const rateLimit = limit('answer-request', 60);
  app.post(
    '/api/v1/bookings/:id/accept',
    {
      config: { access: 'signed_in', rateLimit },
      schema: {
        tags,
        operationId: 'acceptBooking',
        summary: 'Take the lesson that I was asked for as the instructor',
        description:
          'Who comes too late is answered 409: request_answered, request_withdrawn or request_expired.',
        params: schemas.IdParams,
        response: { 200: schemas.BookingView, default: Problem },
      },
    },
    async ({ ctx, params }) => {
      await acceptBooking(ctx, params.id);
      return viewBooking(ctx, params.id);
    },
  );
  app.post(
    '/api/v1/bookings/:id/decline',
    {
      config: { access: 'signed_in', rateLimit },
      schema: {
        tags,
        operationId: 'declineBooking',
        summary: 'Decline the lesson that I was asked for as the instructor',
        description: 'Nothing is kept of the payment. Refused like an acceptance.',
        params: schemas.IdParams,
        body: schemas.DeclineBody,
        response: { 200: schemas.BookingView, default: Problem },
      },
    },
    async ({ ctx, params, body }) => {
      await declineBooking(ctx, { bookingId: params.id, ...body });
      return viewBooking(ctx, params.id);
    },
  );
}

function cancellationRoutes(app: App): void {
  app.get(
    '/api/v1/bookings/:id/cancellation',
    {
      config: { access: 'signed_in' },
      schema: {
        tags,
        operationId: 'quoteCancellation',
        summary: 'What cancelling now would give back',
        params: schemas.IdParams,
        response: { 200: schemas.QuoteView, default: Problem },
      },
    },
    async ({ ctx, params }) => viewQuote(await quoteCancellation(ctx, params.id)),
  );
  app.post(
    '/api/v1/bookings/:id/cancel',
    {
      config: { access: 'signed_in' },
      schema: {
        tags,
        operationId: 'cancelBooking',
        summary: 'Cancel for the refund that was shown',
        description:
          'Another refund than the expected one answers 409 quote_changed with the new quote in `details`.',
        params: schemas.IdParams,
        body: schemas.CancelBody,
        response: { 200: schemas.BookingView, default: Problem },
      },
    },
    async ({ ctx, params, body }) => {
      await cancelBooking(ctx, { bookingId: params.id, ...body });
      return viewBooking(ctx, params.id);
    },
  );
}

function lessonRoutes(app: App): void {
  app.get(
    '/api/v1/bookings/:id/calendar.ics',
    {
      config: { access: 'signed_in' },
      schema: {
        tags,
        operationId: 'getBookingCalendar',
        summary: 'The lesson as a calendar file',
        params: schemas.IdParams,
        response: {
          200: {
            description: 'iCalendar',
            content: { 'text/calendar': { schema: Type.String() } },
          },
          default: Problem,
        },
      },
    },
    async ({ ctx, params }, reply) => {
      const file = await getBookingCalendar(ctx, params.id);
      return reply
        .type('text/calendar; charset=utf-8')
        .header('content-disposition', 'attachment; filename="lesson.ics"')
        .send(file);
    },
  );
  app.get(
    '/api/v1/me/lessons',
    {
      config: { access: 'signed_in' },
      schema: {
        tags,
        operationId: 'listMyLessons',
        summary: 'My lessons as a learner, ten a page',
        querystring: schemas.LessonsQuery,
        response: { 200: schemas.LessonsPage, default: Problem },
      },
    },
    async ({ ctx, query }) => listLessons(ctx, personOf(ctx.actor), query),
  );
}
