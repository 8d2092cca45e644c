import { findInstructor } from '../catalog/index.ts';
import type { Ctx } from '../../platform/context.ts';
import { afterCommit } from '../../platform/db/index.ts';
import { deleteDocuments, lockDocuments } from './documents/documents.queries.ts';

/** Nobody is found any more from this moment on. */
export async function erasePerson(ctx: Ctx, personId: string): Promise<void> {
  const instructor = await findInstructor(ctx, { personId });
  if (!instructor) return;
  await lockDocuments(ctx, [instructor.id]);
  await deleteDocuments(ctx, [instructor.id]);
  afterCommit(ctx, () => ctx.bus.publish('search'));
}
