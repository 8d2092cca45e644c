const year = 365 * 24 * 60 * 60;

/** Tells the server the browser's zone, so that the next page shows times in it. */
export function rememberTimeZone(): void {
  const { timeZone } = new Intl.DateTimeFormat().resolvedOptions();
  if (
    !timeZone ||
    document.cookie.split('; ').includes(`etude_zone=${encodeURIComponent(timeZone)}`)
  )
    return;
  const secure = location.protocol === 'https:' ? '; Secure' : '';
  document.cookie = `etude_zone=${encodeURIComponent(timeZone)}; Path=/; Max-Age=${year}; SameSite=Lax${secure}`;
}
