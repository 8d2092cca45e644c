import type { Ctx } from '../../../platform/context.ts';
import { inTransaction } from '../../../platform/db/index.ts';
import { recordAudit } from '../audit/audit.ts';
import { backupCodeUsed as backupCodeUsedEvent } from '../events.ts';
import { backupCodeHash, readBackupCode } from './backup-code.ts';
import { countBackupCodesLeft, isBackupCode, useBackupCode } from './backup-codes.queries.ts';
import { backupCodeUsed, backupCodeWrong, codeUsed, codeWrong } from './errors.ts';
import { stepOfCode } from './totp.ts';
import { findTotp, useStep } from './totp.queries.ts';
import { unsealTotpSecret } from './totp-secret.ts';

type SecondFactorProof = { code: string } | { backupCode: string };

/**
 * Spends a code of the authenticator app, or a backup code: of many at once one is accepted. Tries are
 * for the caller to count. Throws `invalid`: code_wrong, code_used, backup_code_wrong, backup_code_used.
 */
export async function verifySecondFactor(
  ctx: Ctx,
  personId: string,
  proof: SecondFactorProof,
): Promise<void> {
  if ('code' in proof) await spendCode(ctx, personId, proof.code);
  else await spendBackupCode(ctx, personId, proof.backupCode);
}

async function spendCode(ctx: Ctx, personId: string, code: string): Promise<void> {
  const totp = await findTotp(ctx, personId);
  if (!totp?.enabledAt) throw codeWrong();
  const secret = unsealTotpSecret(ctx, personId, totp.secretSealed);
  const step = stepOfCode(secret, code, ctx.clock.now());
  if (step === undefined) throw codeWrong();
  if (!(await useStep(ctx, { id: totp.id, step }))) throw codeUsed();
}

async function spendBackupCode(ctx: Ctx, personId: string, typed: string): Promise<void> {
  const code = readBackupCode(typed);
  if (code === undefined) throw backupCodeWrong();
  const hash = backupCodeHash(personId, code);
  await inTransaction(ctx, async (ctx) => {
    const codeId = await useBackupCode(ctx, { personId, hash });
    if (codeId === undefined)
      throw (await isBackupCode(ctx, { personId, hash })) ? backupCodeUsed() : backupCodeWrong();
    const left = await countBackupCodesLeft(ctx, personId);
    await recordAudit(ctx, { action: 'backup_code_used', personId, details: { left } });
    await ctx.events.publish(ctx, backupCodeUsedEvent, { personId, codeId, left });
  });
}
