import { redirect } from 'react-router';
import { requestOf } from '../../context.ts';
import type { Route } from './+types/sign-out';

export const loader = () => redirect('/', 303);

export async function action({ context }: Route.ActionArgs) {
  await requestOf(context).client.POST('/api/v1/auth/logout');
  return redirect('/', 303);
}
