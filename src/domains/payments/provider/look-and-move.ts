import type { Ctx } from '../../../platform/context.ts';
import { inTransaction } from '../../../platform/db/index.ts';
import type { EventObject, Subject } from './subject.ts';

/**
 * Looks at the provider and moves a row to where it is. `object` is what an event showed, for when
 * our own answer with its id was lost. Outside any transaction. Throws the SDK's errors, and
 * ProviderDiffers.
 */
export async function lookAndMove(
  ctx: Ctx,
  subject: Pick<Subject, 'look' | 'lock' | 'advance'>,
  { id, cause, object }: { id: string; cause: string; object?: EventObject | undefined },
): Promise<void> {
  const snapshot = await subject.look(ctx, id, object ? { object } : {});
  if (snapshot === undefined) return;
  await inTransaction(ctx, async (ctx) =>
    subject.advance(ctx, await subject.lock(ctx, id), snapshot, cause),
  );
}
