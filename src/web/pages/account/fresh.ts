import { redirect } from 'react-router';
import type { Problem } from '../../api/problem.ts';
import type { Visitor, WebRequest } from '../../server/request-context.ts';
import { requireVisitor } from '../require-visitor.ts';
import { withReturnTo } from '../return-to.ts';

/** The API asks for a proof of at most 10 minutes; a minute is left for filling in the form. */
const freshMs = 9 * 60_000;

/**
 * The visitor of a page that changes what protects the account. Who has proven long ago who they are
 * is asked to do so before they type, since the API would refuse them after it.
 */
export function requireFresh(web: WebRequest, request: Request): Visitor {
  const visitor = requireVisitor(web, request);
  if (Date.parse(web.now) - Date.parse(visitor.provenAt) > freshMs) throw toConfirm(request);
  return visitor;
}

/** Throws the way to the confirmation when the API asks for one; what was typed waits meanwhile. */
export function confirmWhenAsked(
  web: WebRequest,
  request: Request,
  answer: { error?: unknown },
  typed?: Record<string, string>,
): void {
  if ((answer.error as Problem | undefined)?.code !== 'fresh_sign_in_required') return;
  if (typed) {
    const value = Buffer.from(JSON.stringify(typed)).toString('base64url');
    setTyped(web, request, { value, seconds: keptSeconds });
  }
  throw toConfirm(request);
}

function toConfirm(request: Request): Response {
  const { pathname, search } = new URL(request.url);
  return redirect(withReturnTo('/account/confirm', `${pathname}${search}`), 303);
}

const cookie = 'etude_typed';
const keptSeconds = 10 * 60;

/** What was typed before the confirmation; given once. Never passwords or codes. */
export function takeTyped(web: WebRequest, request: Request): Record<string, string> {
  const kept = web.cookies[cookie];
  if (!kept) return {};
  setTyped(web, request, { value: '', seconds: 0 });
  try {
    const typed = JSON.parse(Buffer.from(kept, 'base64url').toString()) as object;
    return Object.fromEntries(
      Object.entries(typed).filter(([, value]) => typeof value === 'string'),
    ) as Record<string, string>;
  } catch {
    return {};
  }
}

/** Kept for the page it was typed on, and no other. */
function setTyped(
  web: WebRequest,
  request: Request,
  { value, seconds }: { value: string; seconds: number },
): void {
  const { pathname } = new URL(request.url);
  const secure = web.publicUrl.startsWith('https:') ? '; Secure' : '';
  web.setCookie(
    `${cookie}=${value}; Path=${pathname}; Max-Age=${seconds}; HttpOnly; SameSite=Lax${secure}`,
  );
}
