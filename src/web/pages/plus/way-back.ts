import type { WebRequest } from '../../server/request-context.ts';
import { localPath, returnToOf } from '../return-to.ts';
import { plusPath } from './plus-texts.ts';

const cookie = 'etude_plus_for';
const hour = 3_600;

/** Keeps the page for whose sake somebody subscribes, while they are on the provider's. */
export function rememberWayBack(web: WebRequest, request: Request): void {
  const path = returnToOf(request);
  if (path === undefined) return;
  const secure = web.publicUrl.startsWith('https:') ? '; Secure' : '';
  web.setCookie(
    `${cookie}=${encodeURIComponent(path)}; Path=${plusPath}; Max-Age=${hour}; HttpOnly; SameSite=Lax${secure}`,
  );
}

export const wayBackOf = (web: WebRequest): string | undefined => localPath(web.cookies[cookie]);
