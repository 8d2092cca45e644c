import type { Ctx } from '../../../platform/context.ts';
import { tables } from '../tables.ts';
import type { ChallengePurpose } from './passkey.ts';

export interface Challenge {
  purpose: ChallengePurpose;
  personId: string | null;
  boundHash: Buffer;
  expiresAt: Temporal.Instant;
}

export async function insertChallenge(
  ctx: Ctx,
  challenge: Challenge & { challengeHash: Buffer },
): Promise<void> {
  await tables(ctx)
    .insertInto('identity.passkey_challenges')
    .values({
      challenge_hash: challenge.challengeHash,
      purpose: challenge.purpose,
      person_id: challenge.personId,
      bound_hash: challenge.boundHash,
      created_at: ctx.clock.now(),
      expires_at: challenge.expiresAt,
    })
    .execute();
}

/** Of many answers to one challenge, one gets it. */
export function takeChallenge(ctx: Ctx, challengeHash: Buffer): Promise<Challenge | undefined> {
  return tables(ctx)
    .deleteFrom('identity.passkey_challenges')
    .where('challenge_hash', '=', challengeHash)
    .returning([
      'purpose',
      'person_id as personId',
      'bound_hash as boundHash',
      'expires_at as expiresAt',
    ])
    .executeTakeFirst();
}

export async function deleteChallengesExpiredBefore(
  ctx: Ctx,
  instant: Temporal.Instant,
): Promise<void> {
  await tables(ctx)
    .deleteFrom('identity.passkey_challenges')
    .where('expires_at', '<', instant)
    .execute();
}
