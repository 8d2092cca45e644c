import { redirect } from 'react-router';
import { requestOf } from '../../context.ts';
import { requireVisitor } from '../require-visitor.ts';
import { doneAt } from './DoneNotice.tsx';
import type { Route } from './+types/keep';

export const loader = () => redirect('/account/data', 303);

/** Takes back the deletion of the account. */
export async function action({ request, context }: Route.ActionArgs) {
  const web = requestOf(context);
  requireVisitor(web, request);
  const { response } = await web.client.DELETE('/api/v1/me/deletion');
  return redirect(response.ok ? doneAt('/account/data', 'kept') : '/account/data', 303);
}
