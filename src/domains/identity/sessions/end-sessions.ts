import type { Ctx } from '../../../platform/context.ts';
import { afterCommit } from '../../../platform/db/index.ts';
import { revokeSessions } from './sessions.queries.ts';

/** Why a session ended before its time. */
export type EndReason =
  | 'signed_out'
  | 'replaced'
  | 'ended_by_person'
  | 'ended_by_operator'
  | 'password_changed'
  | 'password_reset'
  | 'refresh_reused'
  | 'two_factor_enabled'
  | 'two_factor_reset'
  | 'email_changed'
  | 'account_deleted';

export interface EndSessions {
  personId: string;
  /** This one alone. */
  sessionId?: string | undefined;
  /** All but this one. */
  exceptSessionId?: string | undefined;
  reason: EndReason;
}

/** Tells every node whose open tabs to sign out; a message is an `EndedSessions` as JSON. */
export const sessionsEndedTopic = 'identity.sessions_ended';

export interface EndedSessions {
  sessionIds: string[];
  reason: EndReason;
}

/**
 * Ends the person's sessions: every node asks the table, so they are dead at once; what is open in a
 * browser is told once the transaction commits. Returns how many ended.
 */
export async function endSessions(ctx: Ctx, input: EndSessions): Promise<number> {
  const sessionIds = await revokeSessions(ctx, input);
  const ended: EndedSessions = { sessionIds, reason: input.reason };
  if (sessionIds.length > 0)
    afterCommit(ctx, () => ctx.bus.publish(sessionsEndedTopic, JSON.stringify(ended)));
  return sessionIds.length;
}
