import type { Client, Ctx } from '../../../platform/context.ts';
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
  /** Of a program's token; a browser's lives as long as its session. */
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

const live = (ctx: Ctx) =>
  tables(ctx)
    .selectFrom('identity.sessions')
    .where('revoked_at', 'is', null)
    .where('expires_at', '>', ctx.clock.now());

export async function isLive(ctx: Ctx, sessionId: string): Promise<boolean> {
  const row = await live(ctx).select('id').where('id', '=', sessionId).executeTakeFirst();
  return row !== undefined;
}

export interface ListedSession {
  id: string;
  client: Client;
  userAgent: string | null;
  address: string | null;
  methods: SignInMethod[];
  remember: boolean;
  createdAt: Temporal.Instant;
  lastSeenAt: Temporal.Instant;
  expiresAt: Temporal.Instant;
}

/** Newest first. */
export function findSessionsOf(
  ctx: Ctx,
  page: { personId: string; beforeId: string | undefined; limit: number },
): Promise<ListedSession[]> {
  return live(ctx)
    .select([
      'id',
      'client',
      'user_agent as userAgent',
      'address',
      'methods',
      'remember',
      'created_at as createdAt',
      'last_seen_at as lastSeenAt',
      'expires_at as expiresAt',
    ])
    .where('person_id', '=', page.personId)
    .$if(page.beforeId !== undefined, (query) => query.where('id', '<', page.beforeId!))
    .orderBy('id', 'desc')
    .limit(page.limit)
    .execute();
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

export async function markAuthenticated(ctx: Ctx, sessionId: string): Promise<void> {
  await tables(ctx)
    .updateTable('identity.sessions')
    .set({ authenticated_at: ctx.clock.now() })
    .where('id', '=', sessionId)
    .execute();
}

export interface Ending {
  personId: string;
  /** This one alone. */
  sessionId?: string | undefined;
  /** All but this one. */
  exceptSessionId?: string | undefined;
  reason: EndReason;
}

/** Returns the ids of the sessions that lived until now. */
export async function revokeSessions(
  ctx: Ctx,
  { personId, sessionId, exceptSessionId, reason }: Ending,
): Promise<string[]> {
  const rows = await tables(ctx)
    .updateTable('identity.sessions')
    .set({ revoked_at: ctx.clock.now(), end_reason: reason })
    .where('person_id', '=', personId)
    .where('revoked_at', 'is', null)
    .$if(sessionId !== undefined, (query) => query.where('id', '=', sessionId!))
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
