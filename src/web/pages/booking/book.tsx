import { data, redirect } from 'react-router';
import { m } from '../../../messages/messages.js';
import type { Booking } from '../../api/bookings.ts';
import { formProblem, type Problem } from '../../api/problem.ts';
import { requestOf } from '../../context.ts';
import type { WebRequest } from '../../server/request-context.ts';
import { toSignIn } from '../require-visitor.ts';
import { findBooking } from './find-booking.ts';
import { ElsewherePage, ExpiredPage } from './EndedPages.tsx';
import { payFor } from './pay.ts';
import { HeldPage } from './HeldPage.tsx';
import type { Route } from './+types/book';

export const handle = { hydrate: false };

/** A hold that ran out is nowhere; whatever else became of it, the lesson page says. */
const hasEnded = ({ status, answerBy }: Booking) => status === 'expired' && answerBy === null;

export async function loader({ request, context, params }: Route.LoaderArgs) {
  const web = requestOf(context);
  const found = await findBooking(web, params.bookingId);
  if (!found && !web.visitor) throw toSignIn(request);
  if (!found)
    return data({ booking: undefined, problem: undefined, payment: undefined }, { status: 404 });
  const { booking, problem } = await claimed(web, found);
  if (hasEnded(booking)) return { booking, problem, payment: undefined };
  const back = new URL(request.url).searchParams.get('payment');
  const payment = back === null ? undefined : await paymentOf(web, booking);
  if (booking.status !== 'held' || booking.viewer === 'instructor' || payment?.arrived)
    throw redirect(`/lessons/${booking.id}`, 303);
  return { booking, problem, payment };
}

/** Who has signed in since picking the hour keeps it. */
async function claimed(web: WebRequest, booking: Booking) {
  if (!web.visitor || !booking.actions.claim) return { booking, problem: undefined };
  const answer = await web.client.POST('/api/v1/bookings/{id}/claim', {
    params: { path: { id: booking.id } },
  });
  if (answer.data) return { booking: answer.data, problem: undefined };
  return { booking, problem: formProblem(answer.error as Problem) };
}

/** Somebody comes back from the payment page without having gone through: why, if we can tell. */
async function paymentOf(web: WebRequest, { id, viewer, status }: Booking) {
  if (viewer !== 'learner' || status !== 'held') return { arrived: false, declined: false };
  const { data: checked } = await web.client.POST('/api/v1/bookings/{id}/payment-check', {
    params: { path: { id } },
  });
  return {
    arrived: checked !== undefined && checked.booking.status !== 'held',
    declined: (checked?.declineCode ?? null) !== null,
  };
}

export async function action({ request, context, params }: Route.ActionArgs) {
  const web = requestOf(context);
  const form = await request.formData();
  if (form.get('intent') !== 'release') return payFor(web, request, params.bookingId);
  const answer = await web.client.POST('/api/v1/bookings/{id}/release', {
    params: { path: { id: params.bookingId } },
  });
  if (!answer.data) return { problem: formProblem(answer.error as Problem) };
  const { status, id, counterpart } = answer.data;
  if (status !== 'expired') throw redirect(`/lessons/${id}`, 303);
  throw redirect(counterpart?.slug ? `/teachers/${counterpart.slug}` : '/search', 303);
}

export const meta: Route.MetaFunction = () => [
  { title: `${m.checkout_title()} · ${m.brand()}` },
  { name: 'robots', content: 'noindex' },
];

export default function Book({ loaderData, actionData }: Route.ComponentProps) {
  const { booking, payment } = loaderData;
  const problem = actionData?.problem ?? loaderData.problem;
  if (!booking) return <ElsewherePage />;
  if (booking.status !== 'held') return <ExpiredPage booking={booking} />;
  return <HeldPage booking={booking} problem={problem} payment={payment} />;
}
