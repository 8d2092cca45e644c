import { data, redirect } from 'react-router';
import { m } from '../../../messages/messages.js';
import type { CancellationQuote } from '../../api/bookings.ts';
import { formProblem, type FormProblem, type Problem } from '../../api/problem.ts';
import type { WebRequest } from '../../server/request-context.ts';

interface CancelAnswer {
  problem: FormProblem;
  /** The amount as it is now, to be agreed to once more. */
  quote: CancellationQuote | undefined;
}

/** Cancels for the refund that was shown; for any other, shows the new one first. */
export async function cancelLesson(web: WebRequest, id: string, form: FormData) {
  const shown = Number(form.get('expectedRefundMinor'));
  const expectedRefundMinor = Number.isSafeInteger(shown) && shown >= 0 ? shown : 0;
  const answer = await web.client.POST('/api/v1/bookings/{id}/cancel', {
    params: { path: { id } },
    body: { expectedRefundMinor },
  });
  if (answer.data) throw redirect(`/lessons/${id}?cancelled=1`, 303);
  const problem = answer.error as Problem & { details?: { quote?: CancellationQuote } };
  const quote = problem.details?.quote;
  const said = formProblem(problem);
  const message = quote ? m.lessons_quote_changed() : said.message;
  return data<CancelAnswer>(
    { problem: { ...said, message, fields: {} }, quote },
    { status: answer.response.status },
  );
}
