import type { Client, Ctx, Person } from '../../../platform/context.ts';
import { randomToken, sha256 } from '../../../platform/crypto/index.ts';
import { newId } from '../../../platform/db/index.ts';
import { recordAudit } from '../audit/audit.ts';
import type { Browser } from '../sign-in/browser.ts';
import type { SignInMethod } from '../sign-in/sign-in.ts';
import { endSessions } from './end-sessions.ts';
import { findLiveSession, type LiveSession } from './live-sessions.queries.ts';
import * as queries from './sessions.queries.ts';
import { drawTokens, looksLikeToken, type SessionTokens, storeRefreshToken } from './tokens.ts';

const hoursPlain = 12;
const daysRemembered = 30;
const lastSeenMs = 5 * 60_000;
const userAgentCharactersMax = 300;

export interface StartedSession {
  /** Goes into the cookie (or to the program) and is kept nowhere else. */
  token: string;
  remember: boolean;
  secondsValid: number;
  /** For programs. */
  tokens?: SessionTokens;
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
export async function startSession(ctx: Ctx, input: StartSession): Promise<StartedSession> {
  const { actor } = ctx;
  if (actor.kind === 'person')
    await endSessions(ctx, {
      personId: actor.id,
      sessionId: actor.sessionId,
      reason: 'replaced',
    });
  return input.client === 'api' ? startForProgram(ctx, input) : startForBrowser(ctx, input);
}

async function startForBrowser(ctx: Ctx, input: StartSession): Promise<StartedSession> {
  const { remember } = input;
  const token = randomToken();
  const hours = remember ? daysRemembered * 24 : hoursPlain;
  await queries.insertSession(ctx, {
    ...rowOf(ctx, input),
    tokenHash: sha256(token),
    expiresAt: ctx.clock.now().add({ hours }),
    accessExpiresAt: null,
  });
  return { token, remember, secondsValid: hours * 3600 };
}

async function startForProgram(ctx: Ctx, input: StartSession): Promise<StartedSession> {
  const now = ctx.clock.now();
  const tokens = drawTokens(ctx, now);
  const session = {
    ...rowOf(ctx, input),
    tokenHash: sha256(tokens.accessToken),
    expiresAt: tokens.refreshExpiresAt,
    accessExpiresAt: tokens.accessExpiresAt,
  };
  await queries.insertSession(ctx, session);
  await storeRefreshToken(ctx, session.id, tokens);
  const secondsValid = tokens.accessExpiresAt.since(now).total('seconds');
  return { token: tokens.accessToken, remember: input.remember, secondsValid, tokens };
}

function rowOf(ctx: Ctx, { personId, remember, client, methods, deviceId, browser }: StartSession) {
  return {
    id: newId(ctx.clock),
    personId,
    remember,
    userAgent: browser.userAgent?.slice(0, userAgentCharactersMax) ?? null,
    address: browser.address,
    client,
    methods,
    deviceId,
  };
}

/**
 * The person behind a browser's cookie or a program's bearer token, while the session lives; neither
 * passes for the other. Notes at most every 5 minutes that the session was seen.
 */
export async function findSessionPerson(
  ctx: Ctx,
  token: string,
  client: Client,
): Promise<Person | undefined> {
  if (!looksLikeToken(token)) return undefined;
  const session = await findLiveSession(ctx, sha256(token));
  if (session?.client !== client) return undefined;
  const seenBeforeMs = ctx.clock.now().epochMilliseconds - lastSeenMs;
  if (session.lastSeenMs <= seenBeforeMs)
    await queries.touchSession(
      ctx,
      session.sessionId,
      Temporal.Instant.fromEpochMilliseconds(seenBeforeMs),
    );
  return personOf(session);
}

function personOf(session: LiveSession): Person {
  return {
    kind: 'person',
    id: session.personId,
    sessionId: session.sessionId,
    email: session.email,
    displayName: session.displayName,
    roles: session.roles,
    operatorScopes: session.operatorScopes,
    timeZone: session.timeZone,
    client: session.client,
    get authenticatedAt() {
      return Temporal.Instant.fromEpochMilliseconds(Math.floor(session.authenticatedMs));
    },
  };
}

/** Every node asks the table, so the session is dead everywhere at once. */
export async function logOut(ctx: Ctx): Promise<void> {
  const { actor } = ctx;
  if (actor.kind !== 'person') return;
  const { id: personId, sessionId } = actor;
  await endSessions(ctx, { personId, sessionId, reason: 'signed_out' });
  await recordAudit(ctx, { action: 'signed_out', personId });
}
