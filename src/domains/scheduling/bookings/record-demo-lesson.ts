import { getBookableService } from '../../catalog/index.ts';
import { getMarket } from '../../markets/index.ts';
import type { Ctx } from '../../../platform/context.ts';
import { newId, sql } from '../../../platform/db/index.ts';
import { money } from '../../../platform/money/index.ts';
import { tables } from '../tables.ts';
import { newReference, splitPrice } from './booking.ts';
import { defaultPolicy } from './cancellation-policy.ts';

export interface DemoLesson {
  serviceId: string;
  learnerId: string;
  startsAt: Temporal.Instant;
}

/** A lesson of the demo that is over. Nothing was paid for it, so there is no charge. */
export async function recordDemoLesson(
  ctx: Ctx,
  { serviceId, learnerId, startsAt }: DemoLesson,
): Promise<void> {
  const { service, instructor } = await getBookableService(ctx, serviceId);
  const price = money(service.priceMinor, service.currency);
  const { commissionBp } = await getMarket(ctx, instructor.marketCode);
  const endsAt = startsAt.add({ minutes: service.durationMinutes });
  const bookedAt = startsAt.subtract({ hours: 72 });
  await tables(ctx)
    .insertInto('scheduling.bookings')
    .values({
      id: newId(ctx.clock),
      reference: newReference(),
      status: 'completed',
      learner_id: learnerId,
      guest_key_hash: null,
      instructor_id: instructor.id,
      instructor_person_id: instructor.personId,
      service_id: serviceId,
      subject_slug: service.subjectSlug,
      title: service.title,
      place: service.place,
      place_name: service.place === 'instructor' ? instructor.placeName : null,
      market_code: instructor.marketCode,
      starts_at: startsAt,
      ends_at: endsAt,
      blocked: sql`tstzrange(${startsAt}, ${endsAt})`,
      learner_time_zone: instructor.timeZone,
      instructor_time_zone: instructor.timeZone,
      price_minor: service.priceMinor,
      commission_minor: splitPrice(price, commissionBp).commission.minor,
      currency: service.currency,
      policy: JSON.stringify(defaultPolicy),
      charge_id: null,
      created_at: bookedAt,
      confirmed_at: bookedAt,
    })
    .execute();
}
