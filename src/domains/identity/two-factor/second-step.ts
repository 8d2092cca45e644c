import type { Client, Ctx } from '../../../platform/context.ts';
import { randomToken, sha256 } from '../../../platform/crypto/index.ts';
import { newId } from '../../../platform/db/index.ts';
import { passkeyCount } from '../passkeys/assertion.ts';
import type { Browser } from '../sign-in/browser.ts';
import type { PendingSignIn, SecondStepMethod, SignInMethod } from '../sign-in/sign-in.ts';
import { useTrust } from '../trusted-browsers/trusted-browsers.queries.ts';
import { countBackupCodesLeft } from './backup-codes.queries.ts';
import { pendingExpired } from './errors.ts';
import { findOpenPending, insertPending, type Pending } from './pending-sign-ins.queries.ts';
import { findTotp } from './totp.queries.ts';

const minutesValid = 5;
const triesMax = 5;

/**
 * What this account asks for after the first step: nothing without an authenticator app, or when it
 * trusts this browser. A passkey alone asks for no second step, since another device may not have it.
 */
export async function secondStepFor(
  ctx: Ctx,
  { personId, trustToken }: { personId: string; trustToken: string | undefined },
): Promise<SecondStepMethod[]> {
  const methods = await secondStepMethods(ctx, personId);
  if (methods.length === 0 || trustToken === undefined) return methods;
  const trusted = await useTrust(ctx, { personId, tokenHash: sha256(trustToken) });
  return trusted === undefined ? methods : [];
}

export async function secondStepMethods(ctx: Ctx, personId: string): Promise<SecondStepMethod[]> {
  const totp = await findTotp(ctx, personId);
  if (!totp?.enabledAt) return [];
  const backupCodes = await countBackupCodesLeft(ctx, personId);
  const passkeys = await passkeyCount(ctx, personId);
  return [
    'totp',
    ...(backupCodes > 0 ? ['backup_code' as const] : []),
    ...(passkeys > 0 ? ['passkey' as const] : []),
  ];
}

export interface StartPendingSignIn {
  personId: string;
  remember: boolean;
  client: Client;
  firstMethod: SignInMethod;
  browser: Browser;
  methods: SecondStepMethod[];
}

/** Holds the door for five minutes and five tries, for this browser alone; a browser without a device id is given one. */
export async function startPendingSignIn(
  ctx: Ctx,
  { methods, browser, client, personId, remember, firstMethod }: StartPendingSignIn,
): Promise<PendingSignIn> {
  const token = randomToken();
  const device = browser.device ?? { id: newId(ctx.clock), marks: [] };
  const expiresAt = ctx.clock.now().add({ minutes: minutesValid });
  await insertPending(ctx, {
    id: newId(ctx.clock),
    personId,
    tokenHash: sha256(token),
    client,
    deviceId: client === 'browser' ? device.id : null,
    firstMethod,
    remember,
    triesLeft: triesMax,
    expiresAt,
  });
  return { token, methods, expiresAt, client, device };
}

export interface PendingClaim {
  browser: Browser;
  /** A program's, from the request's body; a browser's comes from its cookie alone. */
  pendingToken?: string | undefined;
}

/** The open sign-in that this browser or program began. Throws unauthenticated pending_expired. */
export async function requirePending(
  ctx: Ctx,
  { browser, pendingToken }: PendingClaim,
): Promise<Pending> {
  const token = pendingToken ?? browser.pendingToken;
  const pending = token === undefined ? undefined : await findOpenPending(ctx, sha256(token));
  const claimed =
    pendingToken === undefined
      ? pending?.client === 'browser' && pending.deviceId === browser.device?.id
      : pending?.client === 'api';
  if (!pending || !claimed) throw pendingExpired();
  return pending;
}
