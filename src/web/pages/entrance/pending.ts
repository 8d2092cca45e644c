import type { WebRequest } from '../../server/request-context.ts';
import { localPath } from '../return-to.ts';

/** Somebody who has registered and was sent a link. Kept in a cookie, so that no address shows in a URL. */
export interface Pending {
  email: string;
  returnTo: string | undefined;
}

const cookie = 'etude_joining';
const day = 24 * 60 * 60;

export function rememberPending(web: WebRequest, pending: Pending): void {
  setPending(web, encodeURIComponent(JSON.stringify(pending)), day);
}

export function forgetPending(web: WebRequest): void {
  if (web.cookies[cookie] !== undefined) setPending(web, '', 0);
}

function setPending(web: WebRequest, value: string, seconds: number): void {
  const secure = web.publicUrl.startsWith('https:') ? '; Secure' : '';
  web.setCookie(`${cookie}=${value}; Path=/; Max-Age=${seconds}; HttpOnly; SameSite=Lax${secure}`);
}

export function readPending(web: WebRequest): Pending | undefined {
  try {
    const { email, returnTo } = JSON.parse(web.cookies[cookie] ?? '') as Partial<Pending>;
    return typeof email === 'string' ? { email, returnTo: localPath(returnTo) } : undefined;
  } catch {
    return undefined;
  }
}
