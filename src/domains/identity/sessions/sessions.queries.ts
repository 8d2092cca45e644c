import { CompiledQuery } from 'kysely';
import type { Client, Ctx, OperatorScope, Role } from '../../../platform/context.ts';
import type { SignInMethod } from '../sign-in/sign-in.ts';
import { tables } from '../tables.ts';
import type { EndReason } from './end-sessions.ts';

export interface NewSession {
  id: string;
  tokenHash: Buffer;
  personId: string;
  expiresAt: Temporal.Instant;
  remember: boolean;
  userAgent: string | null;
  address: string | null;
  client: Client;
  methods: SignInMethod[];
  deviceId: string;
  accessExpiresAt: Temporal.Instant | null;
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
      client: session.client,
      authenticated_at: now,
      methods: session.methods,
      device_id: session.deviceId,
      access_expires_at: session.accessExpiresAt,
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
  operatorScopes: OperatorScope[];
  authenticatedAt: Temporal.Instant;
  client: Client;
  timeZone: string;
}

const liveSession = (ctx: Ctx, tokenHash: Buffer) =>
  tables(ctx)
    .selectFrom('identity.sessions as s')
    .innerJoin('identity.people as p', 'p.id', 's.person_id')
    .select([
      's.id as sessionId',
      's.last_seen_at as lastSeenAt',
      's.authenticated_at as authenticatedAt',
      's.client',
      'p.id as personId',
      'p.email',
      'p.display_name as displayName',
      'p.roles',
      'p.operator_scopes as operatorScopes',
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

export async function revokeSession(ctx: Ctx, sessionId: string, reason: EndReason): Promise<void> {
  await tables(ctx)
    .updateTable('identity.sessions')
    .set({ revoked_at: ctx.clock.now(), end_reason: reason })
    .where('id', '=', sessionId)
    .where('revoked_at', 'is', null)
    .execute();
}

export async function revokeSessionsOf(
  ctx: Ctx,
  {
    personId,
    exceptSessionId,
    reason,
  }: { personId: string; exceptSessionId: string | undefined; reason: EndReason },
): Promise<string[]> {
  const rows = await tables(ctx)
    .updateTable('identity.sessions')
    .set({ revoked_at: ctx.clock.now(), end_reason: reason })
    .where('person_id', '=', personId)
    .where('revoked_at', 'is', null)
    .$if(exceptSessionId !== undefined, (query) => query.where('id', '<>', exceptSessionId!))
    .returning('id')
    .execute();
  return rows.map(({ id }) => id);
}

export async function deleteSessionsExpiredBefore(
  ctx: Ctx,
  instant: Temporal.Instant,
): Promise<void> {
  await tables(ctx).deleteFrom('identity.sessions').where('expires_at', '<', instant).execute();
}
