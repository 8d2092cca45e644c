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

const columns = [
  'id',
  'at',
  'action',
  'person_id as personId',
  'actor_kind as actorKind',
  'actor_id as actorId',
  'request_id as requestId',
  'address',
  'user_agent as userAgent',
  'details',
] as const;

export interface AuditPage {
  personId?: string | undefined;
  /** The id of the last entry that was read. */
  beforeId?: string | undefined;
  limit: number;
}

/** Newest first. */
export function findAuditEntries(
  ctx: Ctx,
  { personId, beforeId, limit }: AuditPage,
): Promise<AuditEntry[]> {
  return tables(ctx)
    .selectFrom('identity.audit_entries')
    .select(columns)
    .$if(personId !== undefined, (query) => query.where('person_id', '=', personId!))
    .$if(beforeId !== undefined, (query) => query.where('id', '<', beforeId!))
    .orderBy('id', 'desc')
    .limit(limit)
    .execute();
}

export async function hasAuditSince(
  ctx: Ctx,
  personId: string,
  action: AuditAction,
  since: Temporal.Instant,
): Promise<boolean> {
  const row = await tables(ctx)
    .selectFrom('identity.audit_entries')
    .select('id')
    .where('person_id', '=', personId)
    .where('action', '=', action)
    .where('at', '>', since)
    .executeTakeFirst();
  return row !== undefined;
}

/** Forgets where people were; what happened stays. */
export async function forgetSendersBefore(ctx: Ctx, instant: Temporal.Instant): Promise<void> {
  await tables(ctx)
    .updateTable('identity.audit_entries')
    .set({ address: null, user_agent: null })
    .where('at', '<', instant)
    .where((eb) => eb.or([eb('address', 'is not', null), eb('user_agent', 'is not', null)]))
    .execute();
}
