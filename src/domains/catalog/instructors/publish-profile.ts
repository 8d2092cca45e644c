import type { Ctx } from '../../../platform/context.ts';
import { inTransaction } from '../../../platform/db/index.ts';
import { profileIncomplete, profileNotStarted } from '../errors.ts';
import { instructorChanged } from '../events.ts';
import { actingPerson } from '../policy.ts';
import { selectServicesOf } from '../services/services.queries.ts';
import { missingToPublish } from './instructor.ts';
import { lockInstructorOf, markPublished } from './instructors.queries.ts';

/** Makes a complete profile public; once public it stays so. Throws `invalid` profile_incomplete with what is missing. */
export function publishProfile(ctx: Ctx): Promise<void> {
  const person = actingPerson(ctx);
  return inTransaction(ctx, async (tx) => {
    const instructor = await lockInstructorOf(tx, person.id);
    if (!instructor) throw profileNotStarted();
    if (instructor.status === 'published') return;
    const missing = missingToPublish(instructor, await selectServicesOf(tx, [instructor.id]));
    if (missing.length > 0) throw profileIncomplete(missing);
    await markPublished(tx, instructor.id);
    await tx.events.publish(tx, instructorChanged, { instructorId: instructor.id });
  });
}
