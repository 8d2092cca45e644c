import type { Ctx, Person } from '../../../platform/context.ts';
import { randomToken, sha256 } from '../../../platform/crypto/index.ts';
import { newId } from '../../../platform/db/index.ts';
import * as queries from './sessions.queries.ts';

const hoursPlain = 12;
const daysRemembered = 30;
const lastSeenMs = 5 * 60_000;
const userAgentCharactersMax = 300;

/** What the browser says about itself, kept for the list of devices. */
export interface Device {
  userAgent: string | undefined;
  address: string;
}

export interface StartedSession {
  /** Goes into the cookie and is kept nowhere else. */
  token: string;
  remember: boolean;
  secondsValid: number;
}

/** Opens a session and ends the one that the same browser had, so that a planted one is never adopted. */
export async function startSession(
  ctx: Ctx,
  input: { personId: string; remember: boolean; device: Device },
): Promise<StartedSession> {
  const { personId, remember, device } = input;
  if (ctx.actor.kind === 'person') await queries.revokeSession(ctx, ctx.actor.sessionId);
  const token = randomToken();
  const hours = remember ? daysRemembered * 24 : hoursPlain;
  await queries.insertSession(ctx, {
    id: newId(ctx.clock),
    tokenHash: sha256(token),
    personId,
    expiresAt: ctx.clock.now().add({ hours }),
    remember,
    userAgent: device.userAgent?.slice(0, userAgentCharactersMax) ?? null,
    address: device.address,
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
    timeZone: session.timeZone,
  };
}

/** Every node asks the table, so the session is dead everywhere at once. */
export async function logOut(ctx: Ctx): Promise<void> {
  if (ctx.actor.kind === 'person') await queries.revokeSession(ctx, ctx.actor.sessionId);
}
