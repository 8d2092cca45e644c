import { CompiledQuery } from 'kysely';
import type { Ctx, Role } from '../../../platform/context.ts';
import { tables } from '../tables.ts';

export interface NewSession {
  id: string;
  tokenHash: Buffer;
  personId: string;
  expiresAt: Temporal.Instant;
  remember: boolean;
  userAgent: string | null;
  address: string | null;
}

export async function insertSession(ctx: Ctx, session: NewSession): Promise<void> {
  const now = ctx.clock.now();
  await tables(ctx)
    .insertInto('identity.sessions')
    .values({
      id: session.id,
      token_hash: session.tokenHash,
      person_id: session.personId,
      created_at: now,
      last_seen_at: now,
      expires_at: session.expiresAt,
      remember: session.remember,
      user_agent: session.userAgent,
      address: session.address,
      revoked_at: null,
    })
    .execute();
}

export interface LiveSession {
  sessionId: string;
  lastSeenAt: Temporal.Instant;
  personId: string;
  email: string;
  displayName: string;
  roles: Role[];
  timeZone: string;
}

const liveSession = (ctx: Ctx, tokenHash: Buffer) =>
  tables(ctx)
    .selectFrom('identity.sessions as s')
    .innerJoin('identity.people as p', 'p.id', 's.person_id')
    .select([
      's.id as sessionId',
      's.last_seen_at as lastSeenAt',
      'p.id as personId',
      'p.email',
      'p.display_name as displayName',
      'p.roles',
      'p.time_zone as timeZone',
    ])
    .where('s.token_hash', '=', tokenHash)
    .where('s.expires_at', '>', ctx.clock.now())
    .where('s.revoked_at', 'is', null);

let liveSessionSql: string | undefined;

/**
 * One query for every signed-in request, answered by the unique index on the hash. Its text is made
 * once: making it anew costs a third of the whole lookup.
 */
export async function findLiveSession(
  ctx: Ctx,
  tokenHash: Buffer,
): Promise<LiveSession | undefined> {
  liveSessionSql ??= liveSession(ctx, tokenHash).compile().sql;
  const query = CompiledQuery.raw(liveSessionSql, [tokenHash, ctx.clock.now().toString()]);
  const { rows } = await ctx.db.executeQuery<LiveSession>(query);
  return rows[0];
}

/** Of many requests at once one writes. */
export async function touchSession(
  ctx: Ctx,
  sessionId: string,
  seenBefore: Temporal.Instant,
): Promise<void> {
  await tables(ctx)
    .updateTable('identity.sessions')
    .set({ last_seen_at: ctx.clock.now() })
    .where('id', '=', sessionId)
    .where('last_seen_at', '<=', seenBefore)
    .execute();
}

export async function revokeSession(ctx: Ctx, sessionId: string): Promise<void> {
  await tables(ctx)
    .updateTable('identity.sessions')
    .set({ revoked_at: ctx.clock.now() })
    .where('id', '=', sessionId)
    .where('revoked_at', 'is', null)
    .execute();
}

export async function revokeSessionsOf(
  ctx: Ctx,
  personId: string,
  exceptSessionId: string | undefined,
): Promise<void> {
  await tables(ctx)
    .updateTable('identity.sessions')
    .set({ revoked_at: ctx.clock.now() })
    .where('person_id', '=', personId)
    .where('revoked_at', 'is', null)
    .$if(exceptSessionId !== undefined, (query) => query.where('id', '<>', exceptSessionId!))
    .execute();
}

export async function deleteSessionsExpiredBefore(
  ctx: Ctx,
  instant: Temporal.Instant,
): Promise<void> {
  await tables(ctx).deleteFrom('identity.sessions').where('expires_at', '<', instant).execute();
}
