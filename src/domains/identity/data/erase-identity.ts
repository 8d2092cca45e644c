import type { Ctx } from '../../../platform/context.ts';
import { forgetJobsWith } from '../../../platform/jobs/index.ts';
import { clearAllAttempts } from '../lockout/attempts.ts';
import { endSessions } from '../sessions/end-sessions.ts';
import * as queries from './identity-data.queries.ts';

/** What others read where a name stood. */
const nobodysName = 'Deleted person';

/**
 * Identity's part of an erasure: everything that hangs on the person's row goes with it, and a row
 * that tells nobody takes its place, so that others' lessons still have two sides.
 */
export async function eraseIdentity(ctx: Ctx, personId: string): Promise<void> {
  const person = await queries.findForErasure(ctx, personId);
  if (!person) return;
  await endSessions(ctx, { personId, reason: 'account_deleted' });
  const addresses = await queries.findAddresses(ctx, personId);
  for (const { emailKey } of addresses) await clearAllAttempts(ctx, emailKey);
  // Jobs that are done stay in the queue's table for days, and some name an address.
  await forgetJobsWith(ctx, [...new Set(addresses.flatMap((one) => [one.email, one.emailKey]))]);
  await queries.forgetSenders(ctx, personId);
  await queries.replaceByNobody(ctx, person, nobodysName);
}
