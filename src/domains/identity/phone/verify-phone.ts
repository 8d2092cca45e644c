import type { Ctx } from '../../../platform/context.ts';
import { insideTransaction, inTransaction } from '../../../platform/db/index.ts';
import { recordAudit } from '../audit/audit.ts';
import { phoneChanged } from '../events.ts';
import { codeDead, codeExpired, codeMalformed, codeWrong, noPhonePending } from './errors.ts';
import { codeMatches, readCode, triesMax } from './phone-code.ts';
import * as queries from './phone-codes.queries.ts';

export interface VerifyPhone {
  personId: string;
  code: string;
}

/**
 * Gives the number to the person when the code is right. A try is taken before the code is looked at, so
 * five wrong ones kill it however many come at once. Throws invalid code_malformed, code_wrong,
 * code_dead or code_expired, conflict phone_nothing_pending.
 */
export async function verifyPhone(
  ctx: Ctx,
  { personId, code: input }: VerifyPhone,
): Promise<{ phone: string }> {
  if (insideTransaction()) throw new Error('a try is counted outside any transaction');
  const code = readCode(input);
  if (!code) throw codeMalformed();
  const open = await queries.reserveTry(ctx, personId);
  if (!open) throw await whyNot(ctx, personId);
  if (!codeMatches(ctx.config, open, code)) throw codeWrong(triesMax - open.tries);
  const { id, phone } = open;
  await inTransaction(ctx, async (ctx) => {
    if (!(await queries.endCode(ctx, id, 'verified'))) throw codeExpired();
    await queries.setPhone(ctx, personId, phone);
    await recordAudit(ctx, { action: 'phone_changed', personId });
    await ctx.events.publish(ctx, phoneChanged, { personId, changeId: id });
  });
  return { phone };
}

async function whyNot(ctx: Ctx, personId: string): Promise<Error> {
  const open = await queries.findOpenCode(ctx, personId);
  if (!open) return noPhonePending();
  return open.tries >= triesMax ? codeDead() : codeExpired();
}
