import type { Ctx, Person } from '../../../platform/context.ts';
import { recordAudit } from '../audit/audit.ts';
import { sessionNotFound } from '../errors.ts';
import { getPerson } from '../people/people.ts';
import { endSessions } from './end-sessions.ts';

/** Ends one session of one's own. Throws not_found session_not_found. */
export async function endSession(
  ctx: Ctx,
  { person: { id: personId }, sessionId }: { person: Person; sessionId: string },
): Promise<void> {
  const ended = await endSessions(ctx, { personId, sessionId, reason: 'ended_by_person' });
  if (ended === 0) throw sessionNotFound();
  await recordAudit(ctx, { action: 'session_ended', personId });
}

/** Ends every session of one's own but this one; returns how many. */
export async function endOtherSessions(
  ctx: Ctx,
  { person: { id: personId, sessionId } }: { person: Person },
): Promise<number> {
  const ended = await endSessions(ctx, {
    personId,
    exceptSessionId: sessionId,
    reason: 'ended_by_person',
  });
  if (ended > 0) await recordAudit(ctx, { action: 'sessions_ended', personId, details: { ended } });
  return ended;
}

/** Ends every session of somebody else, for an operator; returns how many. Throws not_found person_not_found. */
export async function endSessionsOf(ctx: Ctx, { personId }: { personId: string }): Promise<number> {
  await getPerson(ctx, personId);
  const ended = await endSessions(ctx, { personId, reason: 'ended_by_operator' });
  if (ended > 0) await recordAudit(ctx, { action: 'sessions_ended', personId, details: { ended } });
  return ended;
}
