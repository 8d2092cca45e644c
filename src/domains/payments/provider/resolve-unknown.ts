import { advanceCharge } from '../charges/advance-charge.ts';
import { getChargeRow } from '../charges/charges.queries.ts';
import { nextCall } from '../charges/next-call.ts';
import { observeCharge, type ProviderSnapshot } from '../charges/observe-charge.ts';
import type { Ctx } from '../../../platform/context.ts';
import { inTransaction } from '../../../platform/db/index.ts';
import { jobNames } from '../job-names.ts';
import { fetchSnapshot, findSessionOfCall } from './fetch-snapshot.ts';
import { closeCall, hasEffect, idsOf, performCall } from './perform-call.ts';
import { asksBeforePerson, attemptsBeforePerson, keyStillHolds } from './provider-call.ts';
import {
  askLater,
  countAsk,
  findCall,
  type ProviderCall,
  saveOutcome,
} from './provider-calls.queries.ts';
import { answerIn } from './stripe.ts';

/** Asks about one call that is still open; again later, and a person in the end, while it stays so. */
export async function resolveUnknown(ctx: Ctx, { callId }: { callId: string }): Promise<void> {
  const call = await findCall(ctx, callId);
  if (!call || isClosed(call)) return;
  await askProvider(ctx, call);
  const after = await findCall(ctx, callId);
  if (after && !isClosed(after)) await askAgain(ctx, after);
}

/**
 * Finds out what became of a call whose answer was lost, or whose sender died: looks at the
 * provider first; only where the effect is missing is the call repeated, with its own key, or
 * given up. Where the provider can't be asked, nothing changes.
 */
export async function askProvider(ctx: Ctx, call: ProviderCall): Promise<void> {
  const snapshot = await look(ctx, call);
  if (!snapshot) return;
  if (hasEffect(call, snapshot)) await closeCall(ctx, call, snapshot);
  else if (isOver(ctx, call)) await giveUp(ctx, call, snapshot);
  else await performCall(ctx, call);
}

const isClosed = (call: ProviderCall) => call.status === 'succeeded' || call.status === 'failed';

/** What the provider shows; undefined when it can't be asked right now. */
async function look(ctx: Ctx, call: ProviderCall): Promise<ProviderSnapshot | undefined> {
  try {
    const charge = await getChargeRow(ctx, call.charge_id);
    if (call.operation !== 'create_session' || charge.provider_session_id)
      return await fetchSnapshot(ctx, idsOf(charge));
    const session = await findSessionOfCall(ctx, { id: call.id, createdAt: call.created_at });
    return { session: session ?? null, intent: null, refunds: [] };
  } catch (error) {
    if (!answerIn(error)) throw error;
    return undefined;
  }
}

/**
 * Whether a call without effect is not worth repeating as it is: a payment page that nobody has
 * the address of does no harm; the provider replays a stored 5xx for ever; or it has forgotten
 * the key.
 */
function isOver(ctx: Ctx, call: ProviderCall): boolean {
  return (
    call.operation === 'create_session' ||
    call.error_code === 'api_error' ||
    !keyStillHolds(call.created_at, ctx.clock.now())
  );
}

/** The call is known to have had no effect: what is still wanted is planned anew, with the next key. */
async function giveUp(outer: Ctx, call: ProviderCall, snapshot: ProviderSnapshot): Promise<void> {
  await inTransaction(outer, async (ctx) => {
    const error = {
      code: call.error_code ?? 'not_carried_out',
      message: call.error_message ?? 'no effect was found',
    };
    const needsPerson = call.attempt >= attemptsBeforePerson;
    if (!(await saveOutcome(ctx, call.id, { status: 'failed', error, needsPerson }))) return;
    if (needsPerson)
      ctx.log.error(
        { callId: call.id, error },
        'a payment call fails again and again; a person must look',
      );
    const charge = await advanceCharge(
      ctx,
      call.charge_id,
      observeCharge(snapshot),
      'resolve-unknown',
    );
    if (nextCall(charge)) await ctx.jobs.enqueue(ctx, jobNames.carryOut, { chargeId: charge.id });
  });
}

async function askAgain(
  outer: Ctx,
  { id: callId, operation, charge_id }: ProviderCall,
): Promise<void> {
  await inTransaction(outer, async (ctx) => {
    const asked = await countAsk(ctx, callId);
    await askLater(ctx, callId, asked);
    if (asked !== asksBeforePerson) return;
    await saveOutcome(ctx, callId, { status: 'unknown', needsPerson: true });
    ctx.log.error(
      { chargeId: charge_id, callId, operation },
      'the provider leaves a payment unknown; a person must look',
    );
  });
}
