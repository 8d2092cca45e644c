import { redirect } from 'react-router';
import { dataOrThrow } from '../../../api/problem.ts';
import type { Favourite } from '../../../api/types.ts';
import { requestOf } from '../../../context.ts';
import { localPath, withReturnTo } from '../../return-to.ts';
import type { Route } from './+types/keep';

/** Only a form leads here. */
export const loader = () => redirect('/practice/favourites', 303);

/** Keeps or lets go, and leads back; a script that asks for no page gets none. */
export async function action({ request, context }: Route.ActionArgs) {
  const web = requestOf(context);
  const form = await request.formData();
  const text = (name: string): string => String(form.get(name) ?? '');
  const returnTo = localPath(form.get('returnTo')) ?? '/practice/favourites';
  const isScript = request.headers.get('accept') === 'application/json';
  if (!web.visitor)
    return isScript
      ? new Response(null, { status: 401 })
      : redirect(withReturnTo('/sign-in', returnTo), 303);
  const params = {
    path: { kind: text('kind') as Favourite['kind'], slug: text('slug') },
    query: { library: text('library') || undefined },
  };
  const answer =
    text('keep') === '1'
      ? await web.client.PUT('/api/v1/me/favourites/{kind}/{slug}', { params })
      : await web.client.DELETE('/api/v1/me/favourites/{kind}/{slug}', { params });
  if (!answer.response.ok) dataOrThrow(answer);
  return isScript ? new Response(null, { status: 204 }) : redirect(returnTo, 303);
}
