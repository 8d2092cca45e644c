import type { Ctx } from '../../../platform/context.ts';
import { inTransaction } from '../../../platform/db/index.ts';
import type { EventObject, SubjectKind } from './subject.ts';
import { subjectOf } from './subjects.ts';

/**
 * Looks at the provider and moves a subject to where it is. `object` is what an event showed, for
 * when our own answer with its id was lost. Outside any transaction. Throws the SDK's errors, and
 * ProviderDiffers.
 */
export async function refresh(
  ctx: Ctx,
  { kind, id }: { kind: SubjectKind; id: string },
  cause: string,
  object?: EventObject,
): Promise<void> {
  const subject = subjectOf(kind);
  const snapshot = await subject.look(ctx, id, object ? { object } : {});
  if (snapshot === undefined) return;
  await inTransaction(ctx, async (ctx) =>
    subject.advance(ctx, await subject.lock(ctx, id), snapshot, cause),
  );
}
