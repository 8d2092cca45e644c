import type { Ctx } from '../../../platform/context.ts';
import { hmac } from '../../../platform/crypto/index.ts';
import { insideTransaction } from '../../../platform/db/index.ts';
import { type BrowserDevice, knowsAccount } from '../devices/device-cookie.ts';
import { accountLockedError } from '../errors.ts';
import * as queries from './lockouts.queries.ts';
import { answerLockoutJob } from './tell-owner.ts';

/** ID-09: after this many wrong tries an account is locked for this long. */
const attemptsMax = 5;
const lockMinutes = 15;
const tellAfterSeconds = 10;

const kinds = ['password', 'second_step'] as const;

export interface Attempt {
  kind: (typeof kinds)[number];
  emailKey: string;
  /** A browser that has signed in to this account before counts for itself. */
  device?: BrowserDevice | undefined;
}

/**
 * Counts a try before its proof is looked at, so that of many at once only five are looked at. Call it
 * outside a transaction: a try that fails must stay counted. The answer is the same for addresses
 * without an account. Throws too_many account_locked.
 */
export async function reserveAttempt(ctx: Ctx, attempt: Attempt): Promise<void> {
  if (insideTransaction()) throw new Error('a try is counted outside any transaction');
  const keyHash = keyHashOf(ctx, attempt);
  const { attempts, lockedUntil } = await queries.countAttempt(ctx, {
    keyHash,
    accountHash: accountHashOf(ctx, attempt.emailKey),
    attemptsMax,
    minutes: lockMinutes,
  });
  if (attempts > attemptsMax && lockedUntil)
    throw accountLockedError(
      Math.ceil((lockedUntil.epochMilliseconds - ctx.clock.now().epochMilliseconds) / 1000),
    );
  if (attempts === attemptsMax) await tellOwnerUnlessRight(ctx, attempt.emailKey, keyHash);
}

/** The fifth try may be the right one, which takes the lock away: the job looks a moment later. */
async function tellOwnerUnlessRight(ctx: Ctx, emailKey: string, keyHash: Buffer): Promise<void> {
  await ctx.jobs.enqueue(
    ctx,
    answerLockoutJob,
    { emailKey, keyHash: keyHash.toString('hex') },
    { startAt: ctx.clock.now().add({ seconds: tellAfterSeconds }) },
  );
}

/** Takes back a try that nobody looked at, such as one that the server was too busy for. */
export async function giveBackAttempt(ctx: Ctx, attempt: Attempt): Promise<void> {
  await queries.uncountAttempt(ctx, keyHashOf(ctx, attempt), attemptsMax);
}

/**
 * Forgets the failures of this account from this browser: its owner has proved who they are. Those of
 * strangers stay, or each sign-in would give them five more guesses.
 */
export async function clearAttempts(
  ctx: Ctx,
  { kind, ...account }: Omit<Attempt, 'kind'> & { kind?: Attempt['kind'] },
): Promise<void> {
  const cleared = kind ? [kind] : kinds;
  await queries.deleteCounts(
    ctx,
    cleared.map((one) => keyHashOf(ctx, { ...account, kind: one })),
  );
}

/** Unlocks the account for everybody: its owner has set a new password by mail. */
export async function clearAllAttempts(ctx: Ctx, emailKey: string): Promise<void> {
  await queries.deleteCountsOfAccount(ctx, accountHashOf(ctx, emailKey));
}

function keyHashOf({ config }: Ctx, { kind, emailKey, device }: Attempt): Buffer {
  const browser = knowsAccount(config, device, emailKey) ? device.id : '';
  return keyed(config.secretKey, `lockout:${kind}:${browser}:${emailKey}`);
}

function accountHashOf({ config }: Ctx, emailKey: string): Buffer {
  return keyed(config.secretKey, `lockout-account:${emailKey}`);
}

const keyed = (secret: string, text: string) => Buffer.from(hmac(secret, text), 'base64url');
