import type { Ctx } from '../../../platform/context.ts';
import { inTransaction } from '../../../platform/db/index.ts';
import { ProviderDiffers } from '../errors.ts';
import { jobNames } from '../job-names.ts';
import { closeCall, lookIfAnswered, performCall } from './perform-call.ts';
import { asksBeforePerson, attemptsBeforePerson, keyStillHolds } from './provider-call.ts';
import {
  askLater,
  countAsk,
  findCall,
  type ProviderCall,
  saveOutcome,
} from './provider-calls.queries.ts';
import type { Subject } from './subject.ts';
import { subjectOf } from './subjects.ts';

/** Asks about one call that is still open; again later, and a person in the end, while it stays so. */
export async function resolveUnknown(ctx: Ctx, { callId }: { callId: string }): Promise<void> {
  const call = await findCall(ctx, callId);
  if (!call || isClosed(call)) return;
  try {
    await askProvider(ctx, call);
  } catch (error) {
    if (!(error instanceof ProviderDiffers)) throw error;
    ctx.log.error({ callId, err: error }, 'the provider shows something else than was asked for');
  }
  const after = await findCall(ctx, callId);
  if (after && !isClosed(after)) await askAgain(ctx, after);
}

/**
 * Finds out what became of a call whose answer was lost, or whose sender died: looks at the
 * provider first; only where the effect is missing is the call repeated, with its own key, or
 * given up. Where the provider can't be asked, nothing changes.
 */
export async function askProvider(ctx: Ctx, call: ProviderCall): Promise<void> {
  const subject = subjectOf(call.subject_kind);
  const seen = await lookIfAnswered(ctx, subject, call.subject_id, { call });
  if (!seen) return;
  const { snapshot } = seen;
  if (snapshot !== undefined && subject.hasEffect(call, snapshot))
    await closeCall(ctx, call, snapshot);
  else if (isOver(ctx, subject, call)) await giveUp(ctx, subject, call, snapshot);
  else await performCall(ctx, call);
}

const isClosed = (call: ProviderCall) => call.status === 'succeeded' || call.status === 'failed';

/**
 * Whether a call without effect is not worth repeating as it is: its subject says so; the provider
 * replays a stored 5xx for ever; or it has forgotten the key.
 */
function isOver(ctx: Ctx, subject: Subject, call: ProviderCall): boolean {
  return (
    subject.repeats?.(call) === false ||
    call.error_code === 'api_error' ||
    !keyStillHolds(call.created_at, ctx.clock.now())
  );
}

/** The call is known to have had no effect: what is still wanted is planned anew, with the next key. */
async function giveUp(
  outer: Ctx,
  subject: Subject,
  call: ProviderCall,
  snapshot: unknown,
): Promise<void> {
  const { subject_kind: kind, subject_id: id } = call;
  await inTransaction(outer, async (ctx) => {
    const row = await subject.lock(ctx, id);
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
    if (snapshot !== undefined) await subject.advance(ctx, row, snapshot, 'resolve-unknown');
    await subject.gaveUp?.(ctx, id, call);
    await ctx.jobs.enqueue(ctx, jobNames.carryOut, { kind, id });
  });
}

async function askAgain(
  outer: Ctx,
  { id: callId, operation, subject_kind: kind, subject_id: id }: ProviderCall,
): Promise<void> {
  await inTransaction(outer, async (ctx) => {
    const asked = await countAsk(ctx, callId);
    await askLater(ctx, callId, asked);
    if (asked !== asksBeforePerson) return;
    await saveOutcome(ctx, callId, { status: 'unknown', needsPerson: true });
    ctx.log.error(
      { kind, id, callId, operation },
      'the provider leaves a payment unknown; a person must look',
    );
  });
}
