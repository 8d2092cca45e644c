import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  allWeek,
  type SchedulingWorld,
  startSchedulingWorld,
} from '../../../../test/support/scheduling.ts';
import type { Ctx } from '../../../platform/context.ts';
import { sql } from '../../../platform/db/index.ts';
import { getCharge } from '../../payments/index.ts';
import { requestBooking, setAvailability } from '../index.ts';

let world: SchedulingWorld;
beforeAll(async () => {
  world = await startSchedulingWorld();
});
afterAll(() => world?.close());

const conflict = (code: string) => ({ kind: 'conflict', code });

async function overlaps(): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    select count(*)::int as n from scheduling.bookings a join scheduling.bookings b
      on a.id < b.id and a.instructor_id = b.instructor_id and a.blocked && b.blocked
    where a.status in ('held', 'confirmed', 'in_progress') and b.status in ('held', 'confirmed', 'in_progress')`.execute(
    world.ctx.db,
  );
  return rows[0]!.n;
}

/** Runs all at once; the ids that won and the codes of the others. */
async function race(requests: Promise<{ bookingId: string }>[]) {
  const results = await Promise.allSettled(requests);
  return {
    won: results.flatMap((result) =>
      result.status === 'fulfilled' ? [result.value.bookingId] : [],
    ),
    lost: results.flatMap((result) =>
      result.status === 'rejected' ? [(result.reason as { code: string }).code] : [],
    ),
  };
}

describe('who gets an hour', () => {
  it('is one of 64 guests who ask at the same moment (SC-03)', async () => {
    const teacher = await world.newTeacher();
    const startsAt = world.inDays(2);
    const ask = () =>
      requestBooking(world.guest(), {
        serviceId: teacher.serviceId,
        startsAt,
        timeZone: 'Europe/London',
      });
    const { won, lost } = await race(Array.from({ length: 64 }, ask));
    expect(won).toHaveLength(1);
    expect(lost).toEqual(Array.from({ length: 63 }, () => 'slot_taken'));
    expect(await overlaps()).toBe(0);
  });

  it('is never shared when the hours asked for overlap in part (SC-03)', async () => {
    const teacher = await world.newTeacher({
      services: [{}, { durationMinutes: 30, priceMinor: 2000 }],
    });
    const ask = (index: number) =>
      requestBooking(world.guest(), {
        serviceId: teacher.serviceIds[index % 2]!,
        startsAt: world.inDays(2).add({ minutes: 15 * (index % 8) }),
        timeZone: 'Asia/Tokyo',
      });
    const { won, lost } = await race(Array.from({ length: 48 }, (_, index) => ask(index)));
    expect(won.length).toBeGreaterThan(0);
    expect(new Set(lost)).toEqual(new Set(['slot_taken']));
    expect(await overlaps()).toBe(0);
  });

  it('goes anew to one of many when the hold on it has run out (SC-04)', async () => {
    const teacher = await world.newTeacher();
    const startsAt = world.inDays(3);
    const stale = await world.hold(world.guest(), teacher, startsAt);
    world.clock.advance({ minutes: 10 });
    const { won, lost } = await race(
      Array.from({ length: 16 }, () =>
        requestBooking(world.guest(), {
          serviceId: teacher.serviceId,
          startsAt,
          timeZone: 'Europe/London',
        }),
      ),
    );
    expect(won).toHaveLength(1);
    expect(new Set(lost)).toEqual(new Set(['slot_taken']));
    expect(await world.statusOf(stale)).toBe('expired');
    expect(await world.movesOf(stale)).toEqual([
      'none → held: slot_picked by anonymous',
      'held → expired: hold_ended by anonymous',
    ]);
  });

  it('follows the buffers: a lesson may touch another, not its buffers', async () => {
    const teacher = await world.newTeacher({ bufferBeforeMinutes: 10, bufferAfterMinutes: 5 });
    const learner = await world.newLearner();
    await world.hold(learner, teacher, world.inDays(2, '12:00'));
    await expect(
      world.hold(world.guest(), teacher, world.inDays(2, '13:00')),
    ).rejects.toMatchObject(conflict('slot_taken'));
    await expect(
      world.hold(world.guest(), teacher, world.inDays(2, '10:50')),
    ).rejects.toMatchObject({ details: { reason: 'not_on_grid' } });
    await world.hold(world.guest(), teacher, world.inDays(2, '13:15'));
    await world.hold(world.guest(), teacher, world.inDays(2, '10:45'));
    const plain = await world.newTeacher();
    await world.hold(world.guest(), plain, world.inDays(2, '12:00'));
    await world.hold(world.guest(), plain, world.inDays(2, '13:00'));
  });

  it('is not the learner who has another lesson then, even when both are asked for at once (SC-03)', async () => {
    const [one, two] = [await world.newTeacher(), await world.newTeacher()];
    const learner = await world.newLearner();
    const ask = (serviceId: string) =>
      requestBooking(learner, { serviceId, startsAt: world.inDays(4), timeZone: 'Europe/London' });
    const { won, lost } = await race([ask(one.serviceId), ask(two.serviceId)]);
    expect(won).toHaveLength(1);
    expect(lost).toEqual(['learner_busy']);
    await world.hold(learner, two, world.inDays(4, '11:00'));
  });
});

describe('what a hold keeps', () => {
  it('is the price, split and policy of the moment, whatever changes later', async () => {
    const teacher = await world.newTeacher({ services: [{ priceMinor: 3805 }] });
    const id = await world.hold(await world.newLearner(), teacher, world.inDays(2));
    await setAvailability(world.ctx, {
      instructorId: teacher.instructorId,
      timeZone: 'Asia/Tokyo',
      rules: allWeek(0, 60),
      bufferAfterMinutes: 60,
    });
    const { rows } = await sql<object>`
      select price_minor, commission_minor, currency, policy ->> 'kind' as policy, place, market_code,
        instructor_time_zone, upper(blocked) = ends_at as unbuffered
      from scheduling.bookings where id = ${id}`.execute(world.ctx.db);
    // 10 % of 38.05 is 3.805: the half goes to the even penny.
    expect(rows[0]).toEqual({
      price_minor: 3805,
      commission_minor: 380,
      currency: 'GBP',
      policy: 'standard',
      place: 'online',
      market_code: 'gb',
      instructor_time_zone: 'Europe/London',
      unbuffered: true,
    });
  });

  it('opens a charge that is authorised at once when the lesson is near, and saves a card when it is far (PY-03)', async () => {
    const teacher = await world.newTeacher();
    const near = await world.hold(
      world.guest(),
      teacher,
      world.clock.now().add({ hours: 96 }).round({ smallestUnit: 'hour' }),
    );
    const far = await world.hold(world.guest(), teacher, world.inDays(5));
    const { rows } = await sql<{ reference: string }>`
      select reference from payments.charges
      where reference in (${`booking:${near}`}, ${`booking:${far}`}) and needed_at is not null`.execute(
      world.ctx.db,
    );
    expect(rows).toEqual([{ reference: `booking:${far}` }]);
    expect(await getCharge(world.ctx, await world.chargeOf(near))).toMatchObject({
      status: 'created',
      amount: { minor: 3800, currency: 'GBP' },
      fee: { minor: 380, currency: 'GBP' },
    });
  });

  it('works in yen, which have no minor units (MK-03)', async () => {
    const teacher = await world.newTeacher({
      market: 'jp',
      services: [{ priceMinor: 4505, currency: 'JPY' }],
    });
    const id = await world.hold(world.guest(), teacher, world.inDays(2));
    expect(await getCharge(world.ctx, await world.chargeOf(id))).toMatchObject({
      amount: { minor: 4505, currency: 'JPY' },
      fee: { minor: 450, currency: 'JPY' },
    });
  });
});

describe('asking again', () => {
  it('finds the same hold, from two tabs at once as well', async () => {
    const teacher = await world.newTeacher();
    const input = {
      serviceId: teacher.serviceId,
      startsAt: world.inDays(2),
      timeZone: 'Europe/London',
    };
    for (const who of [world.guest(), await world.newLearner()] as Ctx[]) {
      const startsAt = input.startsAt.add({ hours: who.actor.kind === 'person' ? 2 : 0 });
      const { won } = await race(
        Array.from({ length: 4 }, () => requestBooking(who, { ...input, startsAt })),
      );
      expect(won).toHaveLength(4);
      expect(new Set(won).size).toBe(1);
    }
  });

  it('gets at most three live holds, however many are asked for at once', async () => {
    const teacher = await world.newTeacher();
    const guest = world.guest();
    const ask = (hour: number) =>
      requestBooking(guest, {
        serviceId: teacher.serviceId,
        startsAt: world.inDays(2, `${hour}:00`),
        timeZone: 'Europe/London',
      });
    const { won, lost } = await race([10, 11, 12, 13, 14, 15].map(ask));
    expect(won).toHaveLength(3);
    expect(lost).toEqual(['too_many_holds', 'too_many_holds', 'too_many_holds']);
    world.clock.advance({ minutes: 10 });
    await ask(18);
  });
});

describe('what is refused', () => {
  it.each<[string, (now: Temporal.Instant) => Temporal.Instant, string]>([
    ['a time that has passed', (now) => now.subtract({ hours: 1 }), 'past'],
    ['a time within the notice', (now) => now.add({ minutes: 119 }), 'too_soon'],
    ['a time beyond the horizon', (now) => now.add({ hours: 24 * 61 }), 'beyond_horizon'],
    ['a time outside the hours', () => world.inDays(2, '20:00'), 'outside_hours'],
    ['a lesson that ends outside the hours', () => world.inDays(2, '19:15'), 'outside_hours'],
    ['a time off the grid', () => world.inDays(2, '10:07'), 'not_on_grid'],
    [
      'a time that is off by a nanosecond',
      () => world.inDays(2).add({ nanoseconds: 1 }),
      'not_on_grid',
    ],
  ])('%s', async (_what, when, reason) => {
    const teacher = await world.newTeacher();
    await expect(world.hold(world.guest(), teacher, when(world.clock.now()))).rejects.toMatchObject(
      {
        kind: 'invalid',
        code: 'slot_not_offered',
        field: 'startsAt',
        details: { reason },
      },
    );
  });

  it('a lesson that starts where only another service of the teacher has a slot', async () => {
    const teacher = await world.newTeacher({
      services: [
        { durationMinutes: 30, priceMinor: 2000 },
        { durationMinutes: 90, priceMinor: 6000 },
      ],
    });
    const [half, long] = teacher.serviceIds;
    const at = (serviceId: string) =>
      requestBooking(world.guest(), {
        serviceId,
        startsAt: world.inDays(2, '19:30'),
        timeZone: 'Europe/London',
      });
    await expect(at(long!)).rejects.toMatchObject({ code: 'slot_not_offered' });
    await at(half!);
  });

  it('in-person lessons within their own, longer notice', async () => {
    const teacher = await world.newTeacher({
      services: [{ place: 'instructor' }],
      rules: allWeek(0, 1440),
    });
    const soon = world.clock
      .now()
      .add({ hours: 11 })
      .round({ smallestUnit: 'hour', roundingMode: 'floor' });
    await expect(world.hold(world.guest(), teacher, soon)).rejects.toMatchObject({
      details: { reason: 'too_soon' },
    });
    await world.hold(world.guest(), teacher, soon.add({ hours: 2 }));
  });

  it('another price or currency than ours', async () => {
    const teacher = await world.newTeacher();
    const ask = (expectedPrice: { minor: number; currency: string }) =>
      requestBooking(world.guest(), {
        serviceId: teacher.serviceId,
        startsAt: world.inDays(2),
        timeZone: 'Europe/London',
        expectedPrice,
      });
    await expect(ask({ minor: 1, currency: 'GBP' })).rejects.toMatchObject({
      ...conflict('price_changed'),
      details: { price: { minor: 3800, currency: 'GBP' } },
    });
    await expect(ask({ minor: 3800, currency: 'USD' })).rejects.toMatchObject({
      kind: 'invalid',
      code: 'wrong_currency',
    });
    await ask({ minor: 3800, currency: 'GBP' });
  });

  it('a lesson with oneself, and one that is not offered', async () => {
    const teacher = await world.newTeacher();
    await expect(world.hold(teacher.ctx, teacher, world.inDays(2))).rejects.toMatchObject({
      kind: 'forbidden',
      code: 'own_lesson',
    });
    const unknown = { ...teacher, serviceId: '01890000-0000-7000-8000-000000000000' };
    await expect(world.hold(world.guest(), unknown, world.inDays(2))).rejects.toMatchObject({
      kind: 'not_found',
    });
  });
});
