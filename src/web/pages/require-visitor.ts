import { redirect } from 'react-router';
import type { Visitor, WebRequest } from '../server/request-context.ts';
import { withReturnTo } from './return-to.ts';

/** The signed-in visitor; anybody else is led to the sign-in page and back. */
export function requireVisitor(web: WebRequest, request: Request): Visitor {
  if (!web.visitor) throw toSignIn(request);
  return web.visitor;
}

/** Leads to the sign-in page, from which one comes back to this page. */
export function toSignIn(request: Request): Response {
  const { pathname, search } = new URL(request.url);
  // A browser that still sends a session's cookie was signed in a moment ago.
  const hadSession = /\betude_session=/.test(request.headers.get('cookie') ?? '');
  return redirect(
    withReturnTo(hadSession ? '/sign-in?ended=1' : '/sign-in', `${pathname}${search}`),
    303,
  );
}
