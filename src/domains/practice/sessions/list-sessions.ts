import { type Ctx, personOf } from '../../../platform/context.ts';
import { invalid } from '../../../platform/errors/index.ts';
import { decodeCursor, encodeCursor } from '../../../platform/http/index.ts';
import { sessionNotFound } from '../errors.ts';
import { viewSession, viewWholeSession } from './session-view.ts';
import { listExercisesOf, listSessionsAfter, listSessionsBy } from './sessions.queries.ts';

/** One's own, newest first. Throws `invalid` bad_cursor. */
export async function listSessions(
  ctx: Ctx,
  { cursor, limit }: { cursor?: string | undefined; limit: number },
) {
  const after = cursor === undefined ? undefined : readCursor(cursor);
  const rows = await listSessionsAfter(ctx, personOf(ctx).id, { after, limit: limit + 1 });
  const items = rows.slice(0, limit).map(viewSession);
  const last = rows.length > limit ? items.at(-1) : undefined;
  return { items, nextCursor: last ? encodeCursor([last.finishedAt, last.id]) : null };
}

/** Throws not_found practice_session_not_found, also for another person's. */
export async function getSession(ctx: Ctx, { id }: { id: string }) {
  const [session] = await listSessionsBy(ctx, personOf(ctx).id, [id]);
  if (!session) throw sessionNotFound();
  return viewWholeSession(session, await listExercisesOf(ctx, [session.id]));
}

function readCursor(cursor: string) {
  const [finishedAt, id] = decodeCursor(cursor, 2);
  try {
    if (typeof id === 'string' && /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id)) {
      const instant = Temporal.Instant.from(String(finishedAt));
      if (instant.epochMilliseconds >= 0) return { finishedAt: instant, id };
    }
  } catch {
    // No instant: falls through.
  }
  throw invalid('bad_cursor', 'This page link is not complete. Start again from the first page.', {
    field: 'cursor',
  });
}
