import type { Ctx } from '../../../platform/context.ts';
import { tables } from '../tables.ts';
import type { Service } from './service.ts';

const columns = [
  'services.id',
  'services.instructor_id as instructorId',
  'subjects.slug as subjectSlug',
  'subjects.name as subjectName',
  'services.title',
  'services.duration_minutes as durationMinutes',
  'services.price_minor as priceMinor',
  'services.currency',
  'services.place',
  'services.active',
  'services.position',
] as const;

const select = (ctx: Ctx) =>
  tables(ctx)
    .selectFrom('catalog.services as services')
    .innerJoin('catalog.subjects as subjects', 'subjects.id', 'services.subject_id')
    .select(columns);

/** All services of these instructors, in their own order. */
export async function selectServicesOf(
  ctx: Ctx,
  instructorIds: readonly string[],
): Promise<Service[]> {
  if (instructorIds.length === 0) return [];
  return select(ctx)
    .where('services.instructor_id', 'in', [...instructorIds])
    .orderBy('services.instructor_id')
    .orderBy('services.position')
    .orderBy('services.id')
    .execute();
}

export const findService = (ctx: Ctx, id: string): Promise<Service | undefined> =>
  select(ctx).where('services.id', '=', id).executeTakeFirst();

export interface NewService extends Omit<Service, 'subjectSlug' | 'subjectName'> {
  subjectId: string;
}

export async function insertServices(ctx: Ctx, services: readonly NewService[]): Promise<void> {
  const now = ctx.clock.now();
  await tables(ctx)
    .insertInto('catalog.services')
    .values(
      services.map((service) => ({
        id: service.id,
        instructor_id: service.instructorId,
        subject_id: service.subjectId,
        title: service.title,
        duration_minutes: service.durationMinutes,
        price_minor: service.priceMinor,
        currency: service.currency,
        place: service.place,
        active: service.active,
        position: service.position,
        created_at: now,
        updated_at: now,
      })),
    )
    .execute();
}

export interface ServiceColumns {
  subject_id?: string;
  title?: string;
  duration_minutes?: number;
  price_minor?: number;
  currency?: string;
  place?: 'online' | 'instructor';
  active?: boolean;
}

export async function updateService(ctx: Ctx, id: string, change: ServiceColumns): Promise<void> {
  await tables(ctx)
    .updateTable('catalog.services')
    .set({ ...change, updated_at: ctx.clock.now() })
    .where('id', '=', id)
    .execute();
}

export async function deleteService(ctx: Ctx, id: string): Promise<void> {
  await tables(ctx).deleteFrom('catalog.services').where('id', '=', id).execute();
}

export async function deleteServicesOf(ctx: Ctx, instructorId: string): Promise<void> {
  await tables(ctx)
    .deleteFrom('catalog.services')
    .where('instructor_id', '=', instructorId)
    .execute();
}
