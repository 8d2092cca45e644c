import { redirect } from 'react-router';
import type { Problem } from '../../api/problem.ts';
import { requestOf } from '../../context.ts';
import { dateIn } from '../../format/times.ts';
import { withReturnTo } from '../return-to.ts';
import { requireVisitor } from '../require-visitor.ts';
import type { Route } from './+types/export';

/** Everything that is known of a person as one file; asks for a proof first when the last is old. */
export async function loader({ request, context }: Route.LoaderArgs) {
  const web = requestOf(context);
  requireVisitor(web, request);
  const answer = await web.client.GET('/api/v1/me/export', { parseAs: 'text' });
  if (answer.data === undefined) {
    const { code } = (answer.error ?? {}) as Partial<Problem>;
    throw code === 'fresh_sign_in_required'
      ? redirect(withReturnTo('/account/confirm', '/account/data'), 303)
      : redirect('/account/data?failed=1', 303);
  }
  return new Response(answer.data, {
    headers: {
      'content-type': 'application/json; charset=utf-8',
      'content-disposition': `attachment; filename="etude-${dateIn(web.now, 'UTC')}.json"`,
      'cache-control': 'private, no-store',
    },
  });
}
