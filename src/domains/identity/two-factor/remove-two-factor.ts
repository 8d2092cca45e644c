import type { Ctx } from '../../../platform/context.ts';
import { newId } from '../../../platform/db/index.ts';
import { twoFactorDisabled } from '../events.ts';
import { endTrust } from '../trusted-browsers/end-trust.ts';
import { stopResetOf } from './resets.queries.ts';
import { deleteTotp } from './totp.queries.ts';

/**
 * Takes the authenticator app, the backup codes and all trust away, in the caller's transaction, and
 * tells the person. Returns whether the second step was on.
 */
export async function removeTwoFactor(ctx: Ctx, personId: string): Promise<boolean> {
  const wasEnabled = await deleteTotp(ctx, personId);
  await endTrust(ctx, personId);
  await stopResetOf(ctx, personId);
  if (wasEnabled)
    await ctx.events.publish(ctx, twoFactorDisabled, { personId, changeId: newId(ctx.clock) });
  return wasEnabled;
}
