import type { Ctx } from '../../../platform/context.ts';
import { inTransaction } from '../../../platform/db/index.ts';
import { performCall } from './perform-call.ts';
import { findOpenCall, planCall, type ProviderCall } from './provider-calls.queries.ts';
import { refresh } from './refresh.ts';
import type { SubjectKind } from './subject.ts';
import { subjectOf } from './subjects.ts';

interface About {
  kind: SubjectKind;
  id: string;
}

/**
 * Makes the next call that a subject wants. The provider is looked at before any new key is used.
 * What still remains afterwards is enqueued by the subject's next move.
 */
export async function carryOut(ctx: Ctx, about: About): Promise<void> {
  await refresh(ctx, about, 'carry-out');
  const call = await inTransaction(ctx, (ctx) => planNext(ctx, about));
  if (call) await performCall(ctx, call);
}

async function planNext(ctx: Ctx, { kind, id }: About): Promise<ProviderCall | undefined> {
  const subject = subjectOf(kind);
  const row = await subject.lock(ctx, id);
  // An open call is looked after already; its end brings the subject back here.
  if (await findOpenCall(ctx, { kind, id })) return undefined;
  const request = await subject.next(ctx, row);
  return request && planCall(ctx, kind, row, request);
}
