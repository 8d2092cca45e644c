import { data, redirect } from 'react-router';
import { formProblem, type Problem } from '../../api/problem.ts';
import type { WebRequest } from '../../server/request-context.ts';

/** To the provider's page, for a lesson whose saved card was declined. */
export async function payLesson(web: WebRequest, id: string) {
  const answer = await web.client.POST('/api/v1/bookings/{id}/checkout', {
    params: { path: { id } },
  });
  if (answer.data) throw redirect(answer.data.url, 303);
  const problem = formProblem(answer.error as Problem);
  return data({ problem, quote: undefined }, { status: answer.response.status });
}
