import type { Ctx } from '../../../platform/context.ts';
import { decodeCursor, encodeCursor } from '../../../platform/http/cursor.ts';
import { invalid } from '../../../platform/errors/index.ts';
import { instructorNotFound } from '../errors.ts';
import type { Service } from '../services/service.ts';
import { selectServicesOf } from '../services/services.queries.ts';
import type { Instructor } from './instructor.ts';
import {
  findInstructorBy,
  type InstructorKey,
  selectInstructors,
  selectPublished,
} from './instructors.queries.ts';

/** An instructor in any status. Throws `not_found` instructor_not_found. */
export async function getInstructor(ctx: Ctx, key: InstructorKey): Promise<Instructor> {
  const instructor = await findInstructorBy(ctx, key);
  if (!instructor) throw instructorNotFound();
  return instructor;
}

export const findInstructor = (ctx: Ctx, key: InstructorKey): Promise<Instructor | undefined> =>
  findInstructorBy(ctx, key);

/** Many at once in any status, in no order; unknown ids are left out. */
export const findInstructors = (ctx: Ctx, ids: readonly string[]): Promise<Instructor[]> =>
  selectInstructors(ctx, ids);

export interface InstructorWithServices {
  instructor: Instructor;
  services: Service[];
}

/** What the public sees: a published instructor and the active services. Throws `not_found`. */
export async function getPublicInstructor(
  ctx: Ctx,
  key: InstructorKey,
): Promise<InstructorWithServices> {
  const instructor = await getInstructor(ctx, key);
  if (instructor.status !== 'published') throw instructorNotFound();
  const services = await selectServicesOf(ctx, [instructor.id]);
  return { instructor, services: services.filter((service) => service.active) };
}

/** The instructor as search indexes it; undefined when it must not be found (draft or gone). */
export async function instructorForSearch(
  ctx: Ctx,
  id: string,
): Promise<InstructorWithServices | undefined> {
  return (await instructorsForSearch(ctx, [id]))[0];
}

/** Many at once in two queries, in the order of the ids; those not to be found are left out. */
export async function instructorsForSearch(
  ctx: Ctx,
  ids: readonly string[],
): Promise<InstructorWithServices[]> {
  const found = await selectInstructors(ctx, ids);
  const published = new Map(
    found.filter(({ status }) => status === 'published').map((one) => [one.id, one]),
  );
  const services = Map.groupBy(
    await selectServicesOf(ctx, [...published.keys()]),
    (service) => service.instructorId,
  );
  return ids.flatMap((id) => {
    const instructor = published.get(id);
    return instructor
      ? [{ instructor, services: (services.get(id) ?? []).filter((service) => service.active) }]
      : [];
  });
}

/** A page of published instructors, oldest first. Throws `invalid` bad_cursor. */
export async function listInstructors(
  ctx: Ctx,
  { cursor, limit }: { cursor?: string | undefined; limit: number },
): Promise<{ items: Instructor[]; nextCursor: string | null }> {
  const rows = await selectPublished(ctx, cursor ? idOf(cursor) : undefined, limit + 1);
  const items = rows.slice(0, limit);
  return { items, nextCursor: rows.length > limit ? encodeCursor([items.at(-1)!.id]) : null };
}

function idOf(cursor: string): string {
  const [id] = decodeCursor(cursor, 1);
  if (typeof id === 'string' && /^[0-9a-f-]{36}$/.test(id)) return id;
  throw invalid('bad_cursor', 'This page link is not complete. Start again from the first page.', {
    field: 'cursor',
  });
}
