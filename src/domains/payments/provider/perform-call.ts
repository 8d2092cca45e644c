import type { Ctx } from '../../../platform/context.ts';
import { inTransaction } from '../../../platform/db/index.ts';
import { ProviderDiffers } from '../errors.ts';
import { hashParams } from './provider-call.ts';
import {
  type CallOutcome,
  callPerson,
  type ProviderCall,
  saveOutcome,
} from './provider-calls.queries.ts';
import { sendCall } from './send-call.ts';
import { answerIn } from './stripe.ts';
import type { Answer, LookReason, Refusal, Subject } from './subject.ts';
import { subjectOf } from './subjects.ts';

/**
 * Sends a planned call and closes it together with the effect that can then be seen at the
 * provider. While neither a clear answer nor the effect is there, the call and its subject are
 * `unknown`, and no other call is made for that subject.
 */
export async function performCall(ctx: Ctx, call: ProviderCall): Promise<void> {
  if (hashParams(call.params) !== call.params_hash)
    throw new Error(`parameters of call ${call.id} were changed`);
  const subject = subjectOf(call.subject_kind);
  const answer = await sendCall(ctx, subject, call);
  if (answer.kind === 'lost') return leaveUnknown(ctx, call, answer);
  const seen = await lookIfAnswered(ctx, subject, call.subject_id, { call, answer });
  if (seen === undefined) return leaveUnknown(ctx, call, undefined);
  try {
    await closeCall(ctx, call, seen.snapshot, answer);
  } catch (error) {
    if (!(error instanceof ProviderDiffers)) throw error;
    await leaveUnknown(ctx, call, { code: 'differs', message: error.message, requestId: null });
  }
}

/** What the provider shows; undefined when it can't be asked right now. */
export async function lookIfAnswered(
  ctx: Ctx,
  subject: Subject,
  id: string,
  reason: LookReason<ProviderCall>,
): Promise<{ snapshot: unknown } | undefined> {
  try {
    return { snapshot: await subject.look(ctx, id, reason) };
  } catch (error) {
    if (!answerIn(error)) throw error;
    return undefined;
  }
}

/**
 * Moves the subject to what was seen and, in the same transaction, writes down how the call went.
 * Comes to nothing when another has closed the call.
 */
export async function closeCall(
  outer: Ctx,
  call: ProviderCall,
  snapshot: unknown,
  answer?: Answer,
): Promise<void> {
  const subject = subjectOf(call.subject_kind);
  await inTransaction(outer, async (ctx) => {
    const row = await subject.lock(ctx, call.subject_id);
    const outcome = outcomeOf(subject, call, snapshot, answer);
    if (!(await saveOutcome(ctx, call.id, outcome))) return;
    if (snapshot !== undefined) await subject.advance(ctx, row, snapshot, `call:${call.operation}`);
    if (outcome.status === 'unknown') await subject.markUnknown?.(ctx, call.subject_id, call);
    if (outcome.status === 'failed') await takeRefusal(ctx, subject, call, outcome.error!);
  });
}

function outcomeOf(
  subject: Subject,
  call: ProviderCall,
  snapshot: unknown,
  answer: Answer | undefined,
): CallOutcome {
  const requestId = answer?.requestId ?? null;
  if (answer?.kind === 'refused') return { status: 'failed', requestId, error: answer };
  const objectId = answer?.kind === 'accepted' ? answer.object.id : null;
  const done = snapshot !== undefined && subject.hasEffect(call, snapshot);
  return { status: done ? 'succeeded' : 'unknown', objectId, requestId };
}

/** Repeating what was refused would be refused again: unless a rule says what follows, a person must look. */
async function takeRefusal(
  ctx: Ctx,
  subject: Subject,
  call: ProviderCall,
  error: Refusal,
): Promise<void> {
  if (await subject.refused?.(ctx, call.subject_id, call, error)) return;
  await callPerson(ctx, call.id);
  ctx.log.error(
    { subject: subject.kind, subjectId: call.subject_id, callId: call.id, error },
    'the provider refused; a person must look',
  );
}

async function leaveUnknown(
  outer: Ctx,
  call: ProviderCall,
  error: (Refusal & { requestId: string | null }) | undefined,
): Promise<void> {
  outer.log.warn(
    { callId: call.id, operation: call.operation, error },
    'a provider call has no known outcome',
  );
  const subject = subjectOf(call.subject_kind);
  await inTransaction(outer, async (ctx) => {
    await subject.lock(ctx, call.subject_id);
    const requestId = error?.requestId ?? null;
    const outcome = { status: 'unknown', error: error ?? null, requestId } as const;
    if (await saveOutcome(ctx, call.id, outcome))
      await subject.markUnknown?.(ctx, call.subject_id, call);
  });
}
