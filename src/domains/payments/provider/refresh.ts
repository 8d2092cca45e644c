import type { Ctx } from '../../../platform/context.ts';
import { lookAndMove } from './look-and-move.ts';
import type { EventObject, SubjectKind } from './subject.ts';
import { subjectOf } from './subjects.ts';

/** `lookAndMove` for a noun by its name. */
export async function refresh(
  ctx: Ctx,
  { kind, id }: { kind: SubjectKind; id: string },
  cause: string,
  object?: EventObject,
): Promise<void> {
  await lookAndMove(ctx, subjectOf(kind), { id, cause, object });
}
