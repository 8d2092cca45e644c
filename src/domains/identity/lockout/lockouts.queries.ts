import { sql } from 'kysely';
import type { Ctx } from '../../../platform/context.ts';
import { tables } from '../tables.ts';

export interface Counted {
  attempts: number;
  lockedUntil: Temporal.Instant | null;
}

export interface CountAttempt {
  keyHash: Buffer;
  accountHash: Buffer;
  attemptsMax: number;
  /** How long tries are remembered, and how long a lock lasts. */
  minutes: number;
}

/**
 * Counts one try in one statement, so that of many at once each has its own number. The last that is
 * let through locks; once the lock or the memory of the tries has run out, counting begins anew.
 */
export function countAttempt(
  ctx: Ctx,
  { keyHash, accountHash, attemptsMax, minutes }: CountAttempt,
): Promise<Counted> {
  const now = ctx.clock.now();
  const until = now.add({ minutes });
  const over = sql`coalesce(lockouts.locked_until, lockouts.last_attempt_at + make_interval(mins => ${minutes})) <= ${now.toString()}::timestamptz`;
  return tables(ctx)
    .insertInto('identity.lockouts')
    .values({
      key_hash: keyHash,
      account_hash: accountHash,
      attempts: 1,
      last_attempt_at: now,
      locked_until: null,
    })
    .onConflict((conflict) =>
      conflict.constraint('lockouts_pkey').doUpdateSet({
        attempts: sql<number>`case when ${over} then 1 else least(lockouts.attempts + 1, 1000000) end`,
        last_attempt_at: now,
        locked_until: sql<Temporal.Instant | null>`case when ${over} then null when lockouts.attempts + 1 = ${attemptsMax} then ${until.toString()}::timestamptz else lockouts.locked_until end`,
      }),
    )
    .returning(['attempts', 'locked_until as lockedUntil'])
    .executeTakeFirstOrThrow();
}

export async function uncountAttempt(
  ctx: Ctx,
  keyHash: Buffer,
  attemptsMax: number,
): Promise<void> {
  await tables(ctx)
    .updateTable('identity.lockouts')
    .set({
      attempts: sql<number>`attempts - 1`,
      locked_until: sql<Temporal.Instant | null>`case when attempts <= ${attemptsMax} then null else locked_until end`,
    })
    .where('key_hash', '=', keyHash)
    .where('attempts', '>', 0)
    .execute();
}

export async function isLocked(ctx: Ctx, keyHash: Buffer): Promise<boolean> {
  const row = await tables(ctx)
    .selectFrom('identity.lockouts')
    .select('key_hash')
    .where('key_hash', '=', keyHash)
    .where('locked_until', '>', ctx.clock.now())
    .executeTakeFirst();
  return row !== undefined;
}

export async function deleteCounts(ctx: Ctx, keyHashes: Buffer[]): Promise<void> {
  await tables(ctx).deleteFrom('identity.lockouts').where('key_hash', 'in', keyHashes).execute();
}

export async function deleteCountsOfAccount(ctx: Ctx, accountHash: Buffer): Promise<void> {
  await tables(ctx)
    .deleteFrom('identity.lockouts')
    .where('account_hash', '=', accountHash)
    .execute();
}

export async function deleteCountsBefore(ctx: Ctx, instant: Temporal.Instant): Promise<void> {
  await tables(ctx)
    .deleteFrom('identity.lockouts')
    .where('last_attempt_at', '<', instant)
    .execute();
}
