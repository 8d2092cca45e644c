import type { Ctx } from '../../../platform/context.ts';
import { revokeSessionsOf } from './sessions.queries.ts';

export interface EndSessions {
  personId: string;
  exceptSessionId?: string | undefined;
  reason: EndReason;
}

/** Why a session ended before its time. */
export type EndReason =
  | 'signed_out'
  | 'replaced'
  | 'ended_by_person'
  | 'password_changed'
  | 'password_reset'
  | 'refresh_reused'
  | 'two_factor_enabled'
  | 'two_factor_reset'
  | 'email_changed'
  | 'account_deleted';

/** Ends every session of the person but one, on every node and in every open tab. Returns how many. */
export async function endSessions(
  ctx: Ctx,
  { personId, exceptSessionId, reason }: EndSessions,
): Promise<number> {
  return (await revokeSessionsOf(ctx, { personId, exceptSessionId, reason })).length;
}
