import type { Ctx } from '../../../platform/context.ts';
import { newId } from '../../../platform/db/index.ts';
import { backupCodeHash, backupCodesMax, newBackupCode, readBackupCode } from './backup-code.ts';
import { replaceBackupCodes } from './backup-codes.queries.ts';

/** Ten new codes in the place of all that were there. They are shown once: only hashes are kept. */
export async function issueBackupCodes(ctx: Ctx, personId: string): Promise<string[]> {
  const codes = Array.from({ length: backupCodesMax }, newBackupCode);
  const rows = codes.map((code) => ({
    id: newId(ctx.clock),
    hash: backupCodeHash(personId, readBackupCode(code)!),
  }));
  await replaceBackupCodes(ctx, personId, rows);
  return codes;
}
