import type { Ctx } from '../../../platform/context.ts';
import { randomBytes, sha256 } from '../../../platform/crypto/index.ts';
import { challengeOver } from './errors.ts';
import * as queries from './challenges.queries.ts';
import type { ChallengePurpose } from './passkey.ts';

const minutesValid = 5;
export const challengeMs = minutesValid * 60_000;

export interface ChallengeFor {
  purpose: ChallengePurpose;
  /** Whose answer is expected; nobody is known yet when signing in. */
  personId?: string | undefined;
  /** What the answer must come with: a browser's cookie, a session's id, a pending sign-in's id. */
  boundTo?: string | undefined;
}

/** A fresh challenge; only its hash is kept. */
export async function issueChallenge(
  ctx: Ctx,
  { purpose, personId, boundTo }: ChallengeFor,
): Promise<Buffer> {
  const challenge = randomBytes(32);
  await queries.insertChallenge(ctx, {
    challengeHash: sha256(challenge.toString('base64url')),
    purpose,
    personId: personId ?? null,
    boundHash: boundHash(boundTo),
    expiresAt: ctx.clock.now().add({ minutes: minutesValid }),
  });
  return challenge;
}

/** Uses the challenge up, whatever comes of the answer. Throws `invalid` passkey_challenge_over. */
export async function spendChallenge(
  ctx: Ctx,
  challenge: string,
  { purpose, personId, boundTo }: ChallengeFor,
): Promise<void> {
  const found = await queries.takeChallenge(ctx, sha256(challenge));
  const fits =
    found &&
    found.purpose === purpose &&
    found.personId === (personId ?? null) &&
    found.boundHash.equals(boundHash(boundTo)) &&
    Temporal.Instant.compare(found.expiresAt, ctx.clock.now()) > 0;
  if (!fits) throw challengeOver();
}

const boundHash = (boundTo = '') => sha256(boundTo);
