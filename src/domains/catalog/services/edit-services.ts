import type { Ctx } from '../../../platform/context.ts';
import { inTransaction, newId } from '../../../platform/db/index.ts';
import type { Money } from '../../../platform/money/index.ts';
import { getMarket } from '../../markets/index.ts';
import {
  lastService,
  placeNeeded,
  profileNotStarted,
  rethrowConstraint,
  serviceNotFound,
  subjectUnknown,
  tooManyServices,
} from '../errors.ts';
import { instructorChanged } from '../events.ts';
import type { Instructor } from '../instructors/instructor.ts';
import { lockInstructorOf, touchInstructor } from '../instructors/instructors.queries.ts';
import { actingPerson } from '../policy.ts';
import { listSubjects } from '../subjects/list-subjects.ts';
import { lineOf } from '../text.ts';
import { checkPrice, type Service, type ServicePlace, servicesMax } from './service.ts';
import {
  deleteService,
  findService,
  insertServices,
  selectServicesOf,
  type ServiceColumns,
  updateService,
} from './services.queries.ts';

export interface ServiceInput {
  subjectSlug: string;
  title: string;
  durationMinutes: number;
  price: Money;
  place: ServicePlace;
}

/** Throws `invalid` naming the field: price.currency, price.minor (MK-03), subjectSlug, placeSlug. */
export function addService(ctx: Ctx, input: ServiceInput): Promise<Service> {
  return changeMine(ctx, async (tx, instructor, services) => {
    if (services.length >= servicesMax) throw tooManyServices(servicesMax);
    const id = newId(tx.clock);
    await insertServices(tx, [
      {
        id,
        instructorId: instructor.id,
        subjectId: await subjectIdOf(tx, input.subjectSlug),
        title: lineOf(input.title, 'title', 2),
        durationMinutes: input.durationMinutes,
        ...(await priceOf(tx, instructor, input.price)),
        place: placeOf(instructor, input.place),
        active: true,
        position: Math.max(0, ...services.map((service) => service.position)) + 1,
      },
    ]);
    return id;
  });
}

export type ServiceChange = Partial<ServiceInput & { active: boolean }>;

/** Bookings made before keep the price and length they were made with. Throws as addService, `not_found`, `conflict` last_service. */
export function changeService(ctx: Ctx, id: string, change: ServiceChange): Promise<Service> {
  return changeMine(ctx, async (tx, instructor, services) => {
    assertMine(services, id);
    if (change.active === false) assertNotLast(instructor, services, id);
    const price = change.price && (await priceOf(tx, instructor, change.price));
    const becomesActiveInPerson =
      change.active &&
      services.some((service) => service.id === id && service.place === 'instructor');
    if (becomesActiveInPerson && change.place === undefined) placeOf(instructor, 'instructor');
    const columns: ServiceColumns = {
      ...(change.subjectSlug !== undefined && {
        subject_id: await subjectIdOf(tx, change.subjectSlug),
      }),
      ...(change.title !== undefined && { title: lineOf(change.title, 'title', 2) }),
      ...(change.durationMinutes !== undefined && { duration_minutes: change.durationMinutes }),
      ...(price && { price_minor: price.priceMinor, currency: price.currency }),
      ...(change.place !== undefined && { place: placeOf(instructor, change.place) }),
      ...(change.active !== undefined && { active: change.active }),
    };
    await updateService(tx, id, columns);
    return id;
  });
}

/** Bookings keep what they need of a removed service. Throws `not_found`, `conflict` last_service. */
export async function removeService(ctx: Ctx, id: string): Promise<void> {
  await changeMine(ctx, async (tx, instructor, services) => {
    assertMine(services, id);
    assertNotLast(instructor, services, id);
    await deleteService(tx, id);
    return undefined;
  });
}

type Change<T> = (tx: Ctx, instructor: Instructor, services: Service[]) => Promise<T>;

async function changeMine(ctx: Ctx, work: Change<string>): Promise<Service>;
async function changeMine(ctx: Ctx, work: Change<undefined>): Promise<undefined>;
async function changeMine(
  ctx: Ctx,
  work: Change<string | undefined>,
): Promise<Service | undefined> {
  const person = actingPerson(ctx);
  return inTransaction(ctx, async (tx) => {
    const instructor = await lockInstructorOf(tx, person.id);
    if (!instructor) throw profileNotStarted();
    const id = await work(tx, instructor, await selectServicesOf(tx, [instructor.id]));
    await touchInstructor(tx, instructor.id);
    await tx.events.publish(tx, instructorChanged, { instructorId: instructor.id });
    return id === undefined ? undefined : findService(tx, id);
  }).catch(rethrowConstraint);
}

async function subjectIdOf(ctx: Ctx, slug: string): Promise<string> {
  const subject = (await listSubjects(ctx)).find((one) => one.slug === slug);
  if (!subject) throw subjectUnknown();
  return subject.id;
}

async function priceOf(
  ctx: Ctx,
  instructor: Instructor,
  price: Money,
): Promise<{ priceMinor: number; currency: string }> {
  checkPrice(await getMarket(ctx, instructor.marketCode), price);
  return { priceMinor: price.minor, currency: price.currency };
}

function placeOf(instructor: Instructor, place: ServicePlace): ServicePlace {
  if (place === 'instructor' && instructor.placeId === null) throw placeNeeded();
  return place;
}

function assertMine(services: Service[], id: string): void {
  if (!services.some((service) => service.id === id)) throw serviceNotFound();
}

function assertNotLast(instructor: Instructor, services: Service[], id: string): void {
  if (
    instructor.status === 'published' &&
    !services.some((service) => service.active && service.id !== id)
  )
    throw lastService();
}
