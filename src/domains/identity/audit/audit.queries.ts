import type { Ctx } from '../../../platform/context.ts';
import { tables } from '../tables.ts';
import type { AuditAction, AuditDetails } from './actions.ts';

export interface AuditEntry {
  id: string;
  at: Temporal.Instant;
  action: AuditAction;
  personId: string | null;
  actorKind: 'person' | 'anonymous' | 'system';
  actorId: string | null;
  requestId: string;
  address: string | null;
  userAgent: string | null;
  details: AuditDetails;
}

export async function insertAuditEntry(ctx: Ctx, entry: AuditEntry): Promise<void> {
  await tables(ctx)
    .insertInto('identity.audit_entries')
    .values({
      id: entry.id,
      at: entry.at,
      action: entry.action,
      person_id: entry.personId,
      actor_kind: entry.actorKind,
      actor_id: entry.actorId,
      request_id: entry.requestId,
      address: entry.address,
      user_agent: entry.userAgent,
      details: entry.details,
    })
    .execute();
}
