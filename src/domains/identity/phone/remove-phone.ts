import type { Ctx } from '../../../platform/context.ts';
import { inTransaction, newId } from '../../../platform/db/index.ts';
import { recordAudit } from '../audit/audit.ts';
import { phoneChanged } from '../events.ts';
import { lockPerson } from '../people/people.queries.ts';
import * as queries from './phone-codes.queries.ts';

/** Forgets the number, and a code that is on its way. Idempotent. */
export async function removePhone(ctx: Ctx, { personId }: { personId: string }): Promise<void> {
  await inTransaction(ctx, async (ctx) => {
    await lockPerson(ctx, personId);
    await queries.endOpenCodes(ctx, personId, 'replaced');
    if ((await queries.findPhone(ctx, personId)) === null) return;
    await queries.setPhone(ctx, personId, null);
    await recordAudit(ctx, { action: 'phone_removed', personId });
    await ctx.events.publish(ctx, phoneChanged, { personId, changeId: newId(ctx.clock) });
  });
}
