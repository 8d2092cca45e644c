import type { Ctx } from '../../../platform/context.ts';
import { endPendingOf } from '../two-factor/pending-sign-ins.queries.ts';
import { revokeTrust } from './trusted-browsers.queries.ts';

/**
 * Trusts no browser of this person any more and drops sign-ins that are half done: for whatever makes
 * earlier proofs worth nothing, such as a password reset. Returns how many browsers were trusted.
 */
export async function endTrust(ctx: Ctx, personId: string): Promise<number> {
  await endPendingOf(ctx, personId);
  return revokeTrust(ctx, { personId });
}
