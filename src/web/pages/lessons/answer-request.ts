import { redirect } from 'react-router';
import type { WebRequest } from '../../server/request-context.ts';
import { refused } from '../form-answer.ts';
import { textFields } from '../form-fields.ts';

/** Accepts or declines what the teacher was asked for; what they typed survives a refusal. */
export async function answerRequest(web: WebRequest, id: string, form: FormData) {
  const typed = textFields(form, ['note']);
  const params = { path: { id } };
  const note = typed.note.trim();
  const answer =
    form.get('intent') === 'accept'
      ? await web.client.POST('/api/v1/bookings/{id}/accept', { params })
      : await web.client.POST('/api/v1/bookings/{id}/decline', {
          params,
          body: note === '' ? {} : { note },
        });
  if (!answer.data) return refused(answer, typed);
  throw redirect(`/lessons/${id}`, 303);
}
