import type { Actor, Ctx } from '../../../platform/context.ts';
import { newId } from '../../../platform/db/index.ts';
import type { AuditAction, AuditDetails } from './actions.ts';
import { insertAuditEntry } from './audit.queries.ts';

const userAgentCharactersMax = 300;

export interface AuditFact {
  action: AuditAction;
  /** Whose account it concerns; null for what concerns none. */
  personId: string | null;
  details?: AuditDetails;
}

/**
 * Writes one line of the append-only log, in the caller's transaction when there is one. Who did it and
 * from where come from ctx.
 */
export async function recordAudit(
  ctx: Ctx,
  { action, personId, details = {} }: AuditFact,
): Promise<void> {
  await insertAuditEntry(ctx, {
    id: newId(ctx.clock),
    at: ctx.clock.now(),
    action,
    personId,
    ...actorColumns(ctx.actor),
    requestId: ctx.requestId,
    address: ctx.sender?.ip ?? null,
    userAgent: ctx.sender?.headers['user-agent']?.slice(0, userAgentCharactersMax) ?? null,
    details,
  });
}

function actorColumns(actor: Actor): { actorKind: Actor['kind']; actorId: string | null } {
  return { actorKind: actor.kind, actorId: actor.kind === 'person' ? actor.id : null };
}
