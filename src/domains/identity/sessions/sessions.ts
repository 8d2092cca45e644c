import type { Client, Ctx, Person } from '../../../platform/context.ts';
import { randomToken, sha256 } from '../../../platform/crypto/index.ts';
import { newId } from '../../../platform/db/index.ts';
import type { Browser } from '../sign-in/browser.ts';
import type { SignInMethod } from '../sign-in/sign-in.ts';
import * as queries from './sessions.queries.ts';

const hoursPlain = 12;
const daysRemembered = 30;
const lastSeenMs = 5 * 60_000;
const userAgentCharactersMax = 300;

export interface StartedSession {
  /** Goes into the cookie and is kept nowhere else. */
  token: string;
  remember: boolean;
  secondsValid: number;
  /** For programs. */
  tokens?: SessionTokens;
}

export interface SessionTokens {
  accessToken: string;
  accessExpiresAt: Temporal.Instant;
  refreshToken: string;
  refreshExpiresAt: Temporal.Instant;
}

export interface StartSession {
  personId: string;
  remember: boolean;
  client: Client;
  methods: SignInMethod[];
  deviceId: string;
  browser: Browser;
}

/** Opens a session and ends the one that the same browser had, so that a planted one is never adopted. */
export async function startSession(
  ctx: Ctx,
  { personId, remember, client, methods, deviceId, browser }: StartSession,
): Promise<StartedSession> {
  if (ctx.actor.kind === 'person')
    await queries.revokeSession(ctx, ctx.actor.sessionId, 'replaced');
  const token = randomToken();
  const hours = remember ? daysRemembered * 24 : hoursPlain;
  await queries.insertSession(ctx, {
    id: newId(ctx.clock),
    tokenHash: sha256(token),
    personId,
    expiresAt: ctx.clock.now().add({ hours }),
    remember,
    userAgent: browser.userAgent?.slice(0, userAgentCharactersMax) ?? null,
    address: browser.address,
    client,
    methods,
    deviceId,
    accessExpiresAt: null,
  });
  return { token, remember, secondsValid: hours * 3600 };
}

/** The person behind a session cookie, while the session lives. Notes at most every 5 minutes that it was seen. */
export async function findSessionPerson(ctx: Ctx, token: string): Promise<Person | undefined> {
  const session = await queries.findLiveSession(ctx, sha256(token));
  if (!session) return undefined;
  const seenBeforeMs = ctx.clock.now().epochMilliseconds - lastSeenMs;
  if (session.lastSeenAt.epochMilliseconds <= seenBeforeMs)
    await queries.touchSession(
      ctx,
      session.sessionId,
      Temporal.Instant.fromEpochMilliseconds(seenBeforeMs),
    );
  return {
    kind: 'person',
    id: session.personId,
    sessionId: session.sessionId,
    email: session.email,
    displayName: session.displayName,
    roles: session.roles,
    operatorScopes: session.operatorScopes,
    authenticatedAt: session.authenticatedAt,
    client: session.client,
    timeZone: session.timeZone,
  };
}

/** Every node asks the table, so the session is dead everywhere at once. */
export async function logOut(ctx: Ctx): Promise<void> {
  if (ctx.actor.kind === 'person')
    await queries.revokeSession(ctx, ctx.actor.sessionId, 'signed_out');
}
