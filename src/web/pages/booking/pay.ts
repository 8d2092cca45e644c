import { redirect } from 'react-router';
import { formProblem, type Problem } from '../../api/problem.ts';
import type { WebRequest } from '../../server/request-context.ts';
import { rememberPending } from '../entrance/pending.ts';
import { toSignIn } from '../require-visitor.ts';
import { withReturnTo } from '../return-to.ts';

/** Leads to the provider's payment page, or to whatever must be settled before; else says what is wrong. */
export async function payFor(web: WebRequest, request: Request, id: string) {
  const here = `/book/${id}`;
  if (!web.visitor) throw toSignIn(request);
  const answer = await web.client.POST('/api/v1/bookings/{id}/checkout', {
    params: { path: { id } },
  });
  if (answer.data) throw redirect(answer.data.url, 303);
  const problem = answer.error as Problem & { details?: { market?: string } };
  switch (problem.code) {
    case 'market_required':
    case 'market_differs':
      throw redirect(withReturnTo(`/market?need=${await marketOfBooking(web, id)}`, here), 303);
    case 'email_unverified':
      await rememberOwnAddress(web, here);
      throw redirect('/check-mail?unverified=1', 303);
    case 'already_paid':
      throw redirect(`/lessons/${id}?paid=1`, 303);
    case 'hold_expired':
    case 'booking_not_found':
      throw redirect(here, 303);
    default:
      return { problem: formProblem(problem) };
  }
}

async function marketOfBooking(web: WebRequest, id: string): Promise<string> {
  const { data } = await web.client.GET('/api/v1/bookings/{id}', { params: { path: { id } } });
  return data?.marketCode ?? '';
}

async function rememberOwnAddress(web: WebRequest, returnTo: string): Promise<void> {
  const { data } = await web.client.GET('/api/v1/me');
  if (data) rememberPending(web, { email: data.email, returnTo });
}
