import { findInstructor, type Instructor } from '../../catalog/index.ts';
import type { Ctx } from '../../../platform/context.ts';
import { invalid } from '../../../platform/errors/index.ts';
import { type App, Problem } from '../../../platform/http/index.ts';
import { viewWeek } from '../bookings/instructor-week.ts';
import { noTeachingProfile } from '../errors.ts';
import { personOf } from '../policy.ts';
import * as schemas from '../schemas.ts';
import { explainSlot, listSlots } from '../slots/list-slots.ts';
import { getAvailability, setAvailability } from './set-availability.ts';

const tags = ['availability'];

async function ownInstructor(ctx: Ctx): Promise<Instructor> {
  const instructor = await findInstructor(ctx, { personId: personOf(ctx.actor).id });
  if (!instructor) throw noTeachingProfile();
  return instructor;
}

export function availabilityRoutes(app: App): void {
  slotRoutes(app);
  app.get(
    '/api/v1/me/availability',
    {
      config: { access: 'instructor' },
      schema: {
        tags,
        operationId: 'getMyAvailability',
        summary: 'My weekly hours',
        response: { 200: schemas.AvailabilityView, default: Problem },
      },
    },
    async ({ ctx }) => getAvailability(ctx, await ownInstructor(ctx)),
  );
  app.put(
    '/api/v1/me/availability',
    {
      config: { access: 'instructor' },
      schema: {
        tags,
        operationId: 'setMyAvailability',
        summary: 'Replace my weekly hours',
        description: 'Limits that are left out take their defaults. Lessons that are booked stay.',
        body: schemas.AvailabilityBody,
        response: { 200: schemas.AvailabilityView, default: Problem },
      },
    },
    async ({ ctx, body }) =>
      setAvailability(ctx, { ...body, instructorId: (await ownInstructor(ctx)).id }),
  );
  app.get(
    '/api/v1/me/week',
    {
      config: { access: 'instructor' },
      schema: {
        tags,
        operationId: 'getMyWeek',
        summary: 'Seven days of my teaching calendar',
        querystring: schemas.WeekQuery,
        response: { 200: schemas.WeekView, default: Problem },
      },
    },
    async ({ ctx, query }) => {
      const firstDay = query.from === undefined ? undefined : Temporal.PlainDate.from(query.from);
      return viewWeek(ctx, await ownInstructor(ctx), firstDay);
    },
  );
}

function slotRoutes(app: App): void {
  app.get(
    '/api/v1/instructors/:id/slots',
    {
      config: { access: 'public', actor: false },
      schema: {
        tags,
        operationId: 'listSlots',
        summary: 'Free times of a teacher for one lesson',
        params: schemas.IdParams,
        querystring: schemas.SlotsQuery,
        response: { 200: schemas.SlotsView, default: Problem },
      },
    },
    async ({ ctx, params, query }) =>
      listSlots(ctx, { ...query, instructorId: params.id, timeZone: query.zone }),
  );
  app.get(
    '/api/v1/instructors/:id/slots/why',
    {
      config: { access: 'public', actor: false },
      schema: {
        tags,
        operationId: 'explainSlot',
        summary: 'Why a time is not offered',
        params: schemas.IdParams,
        querystring: schemas.WhyQuery,
        response: { 200: schemas.WhyView, default: Problem },
      },
    },
    async ({ ctx, params, query }) =>
      explainSlot(ctx, {
        instructorId: params.id,
        serviceId: query.serviceId,
        local: readLocal(query.local),
      }),
  );
}

function readLocal(text: string): Temporal.PlainDateTime {
  try {
    return Temporal.PlainDateTime.from(text);
  } catch {
    throw invalid('bad_time', 'There is no such date and time.', { field: 'local' });
  }
}
