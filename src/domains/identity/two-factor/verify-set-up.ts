import type { Ctx, Person } from '../../../platform/context.ts';
import { inTransaction } from '../../../platform/db/index.ts';
import { recordAudit } from '../audit/audit.ts';
import { twoFactorEnabled } from '../events.ts';
import { endSessions } from '../sessions/end-sessions.ts';
import { issueBackupCodes } from './backup-codes.ts';
import { codeWrong, setUpNotBegun, twoFactorOn } from './errors.ts';
import { stepOfCode } from './totp.ts';
import { enableTotp, findTotp, type Totp } from './totp.queries.ts';
import { unsealTotpSecret } from './totp-secret.ts';

const minutesForSetUp = 30;

/**
 * Turns the second step on with a first code, which counts as used, and returns ten backup codes. Other
 * sessions end: they were opened with less. Throws `invalid` code_wrong, `conflict` set_up_not_begun or
 * two_factor_on.
 */
export async function verifySetUp(
  ctx: Ctx,
  { person, code }: { person: Person; code: string },
): Promise<string[]> {
  const totp = await findTotp(ctx, person.id);
  if (totp?.enabledAt) throw twoFactorOn();
  if (!totp || isOver(ctx, totp)) throw setUpNotBegun();
  const secret = unsealTotpSecret(ctx, person.id, totp.secretSealed);
  const step = stepOfCode(secret, code, ctx.clock.now());
  if (step === undefined) throw codeWrong();
  return inTransaction(ctx, (ctx) => enable(ctx, person, { id: totp.id, step }));
}

function isOver({ clock }: Ctx, { createdAt }: Totp): boolean {
  const endsAt = createdAt.add({ minutes: minutesForSetUp });
  return Temporal.Instant.compare(endsAt, clock.now()) <= 0;
}

async function enable(
  ctx: Ctx,
  { id: personId, sessionId }: Person,
  totp: { id: string; step: number },
): Promise<string[]> {
  if (!(await enableTotp(ctx, totp))) throw setUpNotBegun();
  const codes = await issueBackupCodes(ctx, personId);
  await endSessions(ctx, {
    personId,
    exceptSessionId: sessionId,
    reason: 'two_factor_enabled',
  });
  await recordAudit(ctx, { action: 'two_factor_enabled', personId });
  await ctx.events.publish(ctx, twoFactorEnabled, { personId, changeId: totp.id });
  return codes;
}
