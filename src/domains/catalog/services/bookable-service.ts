import type { Ctx } from '../../../platform/context.ts';
import { serviceNotBookable } from '../errors.ts';
import type { Instructor } from '../instructors/instructor.ts';
import { findInstructorBy } from '../instructors/instructors.queries.ts';
import type { Service } from './service.ts';
import { findService } from './services.queries.ts';

export interface BookableService {
  service: Service;
  instructor: Instructor;
}

/** An active service of a published instructor. Throws `not_found` service_not_bookable. */
export async function getBookableService(ctx: Ctx, serviceId: string): Promise<BookableService> {
  const service = await findService(ctx, serviceId);
  if (!service?.active) throw serviceNotBookable();
  const instructor = await findInstructorBy(ctx, { id: service.instructorId });
  if (instructor?.status !== 'published') throw serviceNotBookable();
  return { service, instructor };
}
