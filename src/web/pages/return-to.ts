const local = 'http://local.invalid';

/** The page to go on with after a detour, as `?returnTo=` says; only ever a path on this site. */
export function returnToOf(request: Request): string | undefined {
  return localPath(new URL(request.url).searchParams.get('returnTo'));
}

/** A path on this site, or undefined for everything else that a link may claim to be one. */
export function localPath(path: FormDataEntryValue | null | undefined): string | undefined {
  if (typeof path !== 'string' || path.length > 500 || !/^\/(?![/\\])[^\\\p{C}\p{Z}]*$/u.test(path))
    return undefined;
  const url = URL.parse(path, local);
  if (!url || url.origin !== local || url.pathname.startsWith('//')) return undefined;
  return url.pathname + url.search + url.hash;
}

/** A page's address that carries where to go on. */
export function withReturnTo(path: string, returnTo: string | undefined): string {
  if (returnTo === undefined) return path;
  return `${path}${path.includes('?') ? '&' : '?'}returnTo=${encodeURIComponent(returnTo)}`;
}
