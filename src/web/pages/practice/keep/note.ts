import { redirect } from 'react-router';
import { requestOf } from '../../../context.ts';
import type { WebRequest } from '../../../server/request-context.ts';
import { refused } from '../../form-answer.ts';
import { exercisesPath, libraryOf } from '../pose-params.ts';
import type { Route } from '../+types/pose';

/** The visitor's own note on a pose; empty where there is none. */
export async function readNote(
  web: WebRequest,
  path: { library: string; slug: string },
): Promise<string> {
  if (!web.visitor) return '';
  const { data: note } = await web.client.GET('/api/v1/me/exercise-notes/{library}/{slug}', {
    params: { path: { library: path.library, slug: path.slug } },
  });
  return note?.text ?? '';
}

/** Writes the note; one left empty is deleted. Whose session has ended keeps what was typed. */
export async function saveNote({ request, params, context }: Route.ActionArgs) {
  const web = requestOf(context);
  const typed = String((await request.formData()).get('note') ?? '');
  const path = { library: libraryOf(params), slug: params.slug };
  const at = { params: { path } };
  const answer =
    typed.trim() === ''
      ? await web.client.DELETE('/api/v1/me/exercise-notes/{library}/{slug}', at)
      : await web.client.PUT('/api/v1/me/exercise-notes/{library}/{slug}', {
          ...at,
          body: { text: typed.replaceAll('\r\n', '\n') },
        });
  if (!answer.response.ok) return refused(answer, typed);
  throw redirect(`${exercisesPath(path.library, path.slug)}?noted=1#my-note`, 303);
}
