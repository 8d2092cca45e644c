import type { Ctx } from '../../../platform/context.ts';
import { inTransaction } from '../../../platform/db/index.ts';
import { recordAudit } from '../audit/audit.ts';
import { type OwnPassword, requireOwnPassword } from '../passwords/own-password.ts';
import { twoFactorOff } from './errors.ts';
import { removeTwoFactor } from './remove-two-factor.ts';

/** Asks for the password, even of a session just opened. Throws as `requireOwnPassword`, or conflict two_factor_off. */
export async function disableTwoFactor(ctx: Ctx, proof: Omit<OwnPassword, 'field'>): Promise<void> {
  await requireOwnPassword(ctx, { ...proof, field: 'password' });
  const personId = proof.person.id;
  await inTransaction(ctx, async (ctx) => {
    if (!(await removeTwoFactor(ctx, personId))) throw twoFactorOff();
    await recordAudit(ctx, { action: 'two_factor_disabled', personId });
  });
}
