import { data, redirect } from 'react-router';
import { m } from '../../../messages/messages.js';
import type { Booking } from '../../api/bookings.ts';
import { requestOf } from '../../context.ts';
import type { WebRequest } from '../../server/request-context.ts';
import { findBooking } from '../booking/find-booking.ts';
import { ElsewherePage, ExpiredPage } from '../booking/EndedPages.tsx';
import { findGiven } from '../homework/fetch-homework.ts';
import { requireVisitor } from '../require-visitor.ts';
import { answerRequest } from './answer-request.ts';
import { cancelLesson } from './cancel-lesson.ts';
import { CancelPage } from './CancelPage.tsx';
import { LessonPage } from './LessonPage.tsx';
import { payLesson } from './pay-lesson.ts';
import { WaitingPage } from './WaitingPage.tsx';
import type { Route } from './+types/lesson';

export const handle = { hydrate: false };

const triesMax = 10;

export async function loader({ request, context, params }: Route.LoaderArgs) {
  const web = requestOf(context);
  const { timeZone } = requireVisitor(web, request);
  const search = new URL(request.url).searchParams;
  const paid = search.has('paid');
  const booking = await lessonOf(web, params.bookingId, paid);
  if (!booking)
    return data(
      {
        booking: undefined,
        paid,
        tries: 0,
        quote: undefined,
        calendarUrl: '',
        homework: undefined,
      },
      { status: 404 },
    );
  const tries = Math.min(Math.max(Math.trunc(Number(search.get('try'))) || 0, 0), triesMax);
  const asksToCancel = search.has('cancel') && booking.actions.cancel;
  const quote = asksToCancel ? await quoteOf(web, booking.id) : undefined;
  const [given] = booking.viewer === 'instructor' ? await findGiven(web, [booking.id]) : [];
  return {
    booking,
    paid,
    tries,
    quote,
    calendarUrl: `${web.publicUrl}/lessons/${booking.id}`,
    homework: given && { given, now: web.now, timeZone },
  };
}

const isEndedHold = ({ status, answerBy }: Booking) => status === 'expired' && answerBy === null;

/** The booking; after a payment the provider is asked first, since its own message may come later. */
async function lessonOf(web: WebRequest, id: string, paid: boolean): Promise<Booking | undefined> {
  const booking = await findBooking(web, id);
  if (!booking) return undefined;
  // What was asked for has a page of its own, also when nobody answered.
  const isOpen = booking.status === 'held' || isEndedHold(booking);
  if (!isOpen || booking.viewer === 'instructor') return booking;
  if (booking.status === 'held' && !(paid && booking.viewer === 'learner'))
    throw redirect(`/book/${id}`, 303);
  if (!paid) return booking;
  const { data: checked } = await web.client.POST('/api/v1/bookings/{id}/payment-check', {
    params: { path: { id } },
  });
  if (checked?.booking.status === 'held' && checked.declineCode !== null)
    throw redirect(`/book/${id}?payment=declined`, 303);
  return checked?.booking ?? booking;
}

/** What cancelling now gives back; undefined when it has just become impossible. */
async function quoteOf(web: WebRequest, id: string) {
  return (await web.client.GET('/api/v1/bookings/{id}/cancellation', { params: { path: { id } } }))
    .data;
}

export async function action({ request, context, params }: Route.ActionArgs) {
  const web = requestOf(context);
  requireVisitor(web, request);
  const form = await request.formData();
  const intent = form.get('intent');
  if (intent === 'pay') return payLesson(web, params.bookingId);
  if (intent === 'accept' || intent === 'decline')
    return answerRequest(web, params.bookingId, form);
  return cancelLesson(web, params.bookingId, form);
}

export function meta({ loaderData }: Route.MetaArgs) {
  const title = loaderData?.booking?.title ?? m.lessons_lesson();
  return [{ title: `${title} · ${m.brand()}` }, { name: 'robots', content: 'noindex' }];
}

export default function Lesson({ loaderData, actionData }: Route.ComponentProps) {
  const { booking, paid, tries, calendarUrl } = loaderData;
  const quote =
    (actionData && 'quote' in actionData ? actionData.quote : undefined) ?? loaderData.quote;
  const typed = actionData && 'typed' in actionData ? actionData.typed : undefined;
  if (!booking) return <ElsewherePage />;
  if (isEndedHold(booking)) return <ExpiredPage booking={booking} paid={paid} />;
  if (booking.status === 'held' && booking.viewer === 'learner')
    return <WaitingPage booking={booking} tries={tries} triesMax={triesMax} />;
  if (quote) return <CancelPage booking={booking} quote={quote} problem={actionData?.problem} />;
  return (
    <LessonPage
      booking={booking}
      fresh={paid}
      calendarUrl={calendarUrl}
      homework={loaderData.homework}
      problem={actionData?.problem}
      note={typed?.note}
    />
  );
}
