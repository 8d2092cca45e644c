import type { Ctx } from '../../../platform/context.ts';
import { inTransaction, newId } from '../../../platform/db/index.ts';
import { recordAudit } from '../audit/audit.ts';
import { backupCodesRegenerated } from '../events.ts';
import { issueBackupCodes } from './backup-codes.ts';
import { twoFactorOff } from './errors.ts';
import { lockTotp } from './totp.queries.ts';

/** The old ones, used or not, are gone. Throws conflict two_factor_off. */
export async function regenerateBackupCodes(ctx: Ctx, personId: string): Promise<string[]> {
  return inTransaction(ctx, async (ctx) => {
    if (!(await lockTotp(ctx, personId))) throw twoFactorOff();
    const codes = await issueBackupCodes(ctx, personId);
    await recordAudit(ctx, { action: 'backup_codes_regenerated', personId });
    const changeId = newId(ctx.clock);
    await ctx.events.publish(ctx, backupCodesRegenerated, { personId, changeId });
    return codes;
  });
}
