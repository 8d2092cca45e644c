import type { Ctx } from '../../../platform/context.ts';
import { decodeIdCursor, pageById } from '../../../platform/http/index.ts';
import { browserName } from '../devices/browser-name.ts';
import type { AuditAction, AuditDetails } from './actions.ts';
import { type AuditEntry, findAuditEntries } from './audit.queries.ts';

interface AuditQuery {
  personId?: string | undefined;
  cursor?: string | undefined;
  limit: number;
}

interface AuditPage<T> {
  items: T[];
  nextCursor: string | null;
}

/** What a person may know of an entry about their own account: not where an operator sat. */
export interface SecurityLogEntry {
  id: string;
  at: Temporal.Instant;
  action: AuditAction;
  /** `unknown` had not signed in (yet), as whoever signs in. */
  by: 'you' | 'unknown' | 'operator' | 'system';
  browser: string | null;
  address: string | null;
  details: AuditDetails;
}

/** Every entry, newest first: of one account, or of all. Throws invalid bad_cursor. */
export async function listAuditLog(
  ctx: Ctx,
  { personId, cursor, limit }: AuditQuery,
): Promise<AuditPage<AuditEntry>> {
  const beforeId = cursor === undefined ? undefined : decodeIdCursor(cursor);
  return pageById(await findAuditEntries(ctx, { personId, beforeId, limit: limit + 1 }), limit);
}

/** What happened to one's own account, newest first. Throws invalid bad_cursor. */
export async function listSecurityLog(
  ctx: Ctx,
  query: AuditQuery & { personId: string },
): Promise<AuditPage<SecurityLogEntry>> {
  const { items, nextCursor } = await listAuditLog(ctx, query);
  return { items: items.map(forOwner), nextCursor };
}

function forOwner(entry: AuditEntry): SecurityLogEntry {
  const { id, at, action, details, address, userAgent } = entry;
  const by = actorOf(entry);
  if (by === 'operator' || by === 'system')
    return { id, at, action, by, browser: null, address: null, details };
  return { id, at, action, by, browser: browserName(userAgent ?? undefined), address, details };
}

function actorOf({ actorKind, actorId, personId }: AuditEntry): SecurityLogEntry['by'] {
  if (actorKind !== 'person') return actorKind === 'system' ? 'system' : 'unknown';
  return actorId === personId ? 'you' : 'operator';
}
