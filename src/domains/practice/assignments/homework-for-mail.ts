import type { Ctx } from '../../../platform/context.ts';
import { findInstructor } from '../../catalog/index.ts';
import { homeworkNotFound } from '../errors.ts';
import { findAssignment } from './assignments.queries.ts';

/** What a mail says of a homework. Throws not_found homework_not_found, also when it was taken back. */
export async function getHomeworkForMail(ctx: Ctx, id: string) {
  const found = await findAssignment(ctx, id);
  if (!found || found.endedAt) throw homeworkNotFound();
  const { instructorPersonId, sequence, sequenceSeconds, times, dueOn, note } = found;
  const instructor = await findInstructor(ctx, { personId: instructorPersonId });
  return { from: instructor?.displayName ?? null, sequence, sequenceSeconds, times, dueOn, note };
}
