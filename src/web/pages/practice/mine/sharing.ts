import { redirect } from 'react-router';
import { dataOrThrow } from '../../../api/problem.ts';
import { requestOf } from '../../../context.ts';
import { requireVisitor } from '../../require-visitor.ts';
import type { Route } from './+types/sharing';

/** Only a form leads here. */
export const loader = ({ params }: Route.LoaderArgs) =>
  redirect(`/practice/sequences/${encodeURIComponent(params.slug)}`, 303);

export async function action({ request, params, context }: Route.ActionArgs) {
  const web = requestOf(context);
  requireVisitor(web, request);
  const { slug } = params;
  const shared = (await request.formData()).get('shared') === '1';
  dataOrThrow(
    await web.client.PUT('/api/v1/me/sequences/{slug}/sharing', {
      params: { path: { slug } },
      body: { shared },
    }),
  );
  return redirect(`/practice/sequences/${slug}#sharing`, 303);
}
