import type { WebRequest } from '../../server/request-context.ts';

/** Until when the hour is held that somebody will come back to; undefined when it is none, or not theirs. */
export async function heldUntil(
  web: WebRequest,
  returnTo: string | undefined,
): Promise<string | undefined> {
  const id = /^\/book\/([0-9a-f-]{36})(?:\?|$)/.exec(returnTo ?? '')?.[1];
  if (id === undefined) return undefined;
  const { data } = await web.client.GET('/api/v1/bookings/{id}', { params: { path: { id } } });
  return data?.holdExpiresAt ?? undefined;
}
