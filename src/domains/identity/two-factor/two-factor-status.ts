import type { Ctx } from '../../../platform/context.ts';
import { backupCodesFew } from './backup-code.ts';
import { countBackupCodesLeft } from './backup-codes.queries.ts';
import { findOpenResetOf } from './resets.queries.ts';
import { findTotp } from './totp.queries.ts';

export interface TwoFactorStatus {
  enabledAt: Temporal.Instant | null;
  backupCodesLeft: number;
  /** Time to make new ones. */
  backupCodesFew: boolean;
  trustedBrowserDays: number;
  /** When an operator's reset takes the second step off, unless the person stops it. */
  resetTakesEffectAt: Temporal.Instant | null;
}

export async function twoFactorStatus(ctx: Ctx, personId: string): Promise<TwoFactorStatus> {
  const totp = await findTotp(ctx, personId);
  const reset = await findOpenResetOf(ctx, personId);
  const backupCodesLeft = await countBackupCodesLeft(ctx, personId);
  return {
    enabledAt: totp?.enabledAt ?? null,
    backupCodesLeft,
    backupCodesFew: Boolean(totp?.enabledAt) && backupCodesLeft <= backupCodesFew,
    trustedBrowserDays: ctx.config.trustedBrowserDays,
    resetTakesEffectAt: reset?.takesEffectAt ?? null,
  };
}
