import type { Ctx } from '../../../platform/context.ts';
import { inTransaction } from '../../../platform/db/index.ts';
import { recordAudit } from '../audit/audit.ts';
import { personErased } from '../events.ts';
import { lockPerson } from '../people/people.queries.ts';
import * as queries from './deletions.queries.ts';

export const eraseJob = 'identity.erase-account';
const dueMax = 100;

/**
 * Erases an account whose grace is over: every domain in one transaction, so a crash leaves all of it
 * to be done again or nothing. Lessons booked or money owed meanwhile put it off to the nightly round.
 */
export async function eraseAccount(
  ctx: Ctx,
  { deletionId, personId }: { deletionId: string; personId: string },
): Promise<void> {
  await inTransaction(ctx, async (ctx) => {
    await lockPerson(ctx, personId);
    const blockers = await ctx.personData.blockers(ctx, personId);
    if (blockers.length > 0)
      return ctx.log.info(
        { personId, reasons: blockers.map(({ code }) => code) },
        'erasure put off',
      );
    if (!(await queries.markErased(ctx, deletionId))) return;
    await ctx.personData.erase(ctx, personId);
    await recordAudit(ctx, { action: 'person_erased', personId });
    await ctx.events.publish(ctx, personErased, { personId });
  });
}

/** Those that were put off, or whose job was lost. */
export async function eraseDueAccounts(ctx: Ctx): Promise<void> {
  for (const { id: deletionId, personId } of await queries.findDueDeletions(ctx, dueMax))
    await eraseAccount(ctx, { deletionId, personId });
}
