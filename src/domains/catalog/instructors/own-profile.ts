import type { Ctx } from '../../../platform/context.ts';
import { getPlace } from '../../places/index.ts';
import { actingPerson } from '../policy.ts';
import { selectServicesOf } from '../services/services.queries.ts';
import type { InstructorWithServices } from './get-instructor.ts';
import { findInstructorBy } from './instructors.queries.ts';

/** The acting person's profile in any status with every service; undefined before it was started. */
export async function ownProfile(
  ctx: Ctx,
): Promise<(InstructorWithServices & { placeSlug: string | null }) | undefined> {
  const instructor = await findInstructorBy(ctx, { personId: actingPerson(ctx).id });
  if (!instructor) return undefined;
  const services = await selectServicesOf(ctx, [instructor.id]);
  const place = instructor.placeId ? await getPlace(ctx, { id: instructor.placeId }) : undefined;
  return { instructor, services, placeSlug: place?.slug ?? null };
}
