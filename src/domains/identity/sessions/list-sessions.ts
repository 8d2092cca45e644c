import type { Ctx, Person } from '../../../platform/context.ts';
import { decodeIdCursor, pageById } from '../../../platform/http/index.ts';
import { browserName } from '../devices/browser-name.ts';
import { findSessionsOf, type ListedSession } from './sessions.queries.ts';

export interface SessionView extends Omit<ListedSession, 'userAgent'> {
  /** The one that asks. */
  current: boolean;
  /** As in "Firefox on Linux". */
  browser: string;
}

/** Where this person is signed in, newest first. Throws invalid bad_cursor. */
export async function listSessions(
  ctx: Ctx,
  { person, cursor, limit }: { person: Person; cursor?: string | undefined; limit: number },
): Promise<{ items: SessionView[]; nextCursor: string | null }> {
  const beforeId = cursor === undefined ? undefined : decodeIdCursor(cursor);
  const rows = await findSessionsOf(ctx, { personId: person.id, beforeId, limit: limit + 1 });
  const { items, nextCursor } = pageById(rows, limit);
  return {
    items: items.map(({ userAgent, ...session }) => ({
      ...session,
      current: session.id === person.sessionId,
      browser: browserName(userAgent ?? undefined),
    })),
    nextCursor,
  };
}
