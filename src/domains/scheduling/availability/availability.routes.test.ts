import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Cast, startCast } from '../../../../test/support/cast.ts';

let cast: Cast;
let world: Cast['world'];
let teacher: Cast['teacher'];
beforeAll(async () => {
  cast = await startCast();
  ({ world, teacher } = cast);
});
afterAll(() => world?.close());

const get: Cast['get'] = (...request) => cast.get(...request);
const send: Cast['send'] = (...request) => cast.send(...request);

describe('slots', () => {
  it('come day by day on the calendar of the viewer, whose zone is named (SC-02)', async () => {
    const from = world.inDays(1).toZonedDateTimeISO('Asia/Tokyo').toPlainDate().toString();
    const answer = await get(
      'anonymous',
      `/instructors/${teacher.instructorId}/slots?serviceId=${teacher.serviceId}&from=${from}&days=2&zone=Asia/Tokyo`,
    );
    const { days, ...rest } = answer.json();
    expect(rest).toEqual({
      timeZone: 'Asia/Tokyo',
      instructorTimeZone: 'Europe/London',
      durationMinutes: 60,
      price: { minor: 3800, currency: 'GBP' },
      split: {
        instructor: { minor: 3420, currency: 'GBP' },
        commission: { minor: 380, currency: 'GBP' },
      },
      policy: {
        kind: 'standard',
        steps: [
          { minutesBefore: 1440, refundBasisPoints: 10_000 },
          { minutesBefore: 120, refundBasisPoints: 5_000 },
        ],
      },
      confirmsByHand: false,
      nextStartsAt: null,
    });
    expect(days.map((day: { date: string }) => day.date)).toEqual([
      from,
      world.inDays(2).toZonedDateTimeISO('Asia/Tokyo').toPlainDate().toString(),
    ]);
    // 08:00 in London is 17:00 in Tokyo; what is left of the evening before comes after midnight.
    const clocks = days[1].slots.map(({ startsAt }: { startsAt: string }) =>
      Temporal.Instant.from(startsAt)
        .toZonedDateTimeISO('Asia/Tokyo')
        .toPlainTime()
        .toString({ smallestUnit: 'minute' }),
    );
    expect([clocks[0], clocks.at(16), clocks.at(17), clocks.at(-1)]).toEqual([
      '00:00',
      '04:00',
      '17:00',
      '23:45',
    ]);
  });

  it('point to the next free time where the shown days have none', async () => {
    const { instructorId, serviceId } = await world.newTeacher({
      rules: [{ weekday: 3, startMinute: 600, endMinute: 660 }],
    });
    const monday = world.clock.now().toZonedDateTimeISO('Europe/London').toPlainDate();
    const thursday = monday.add({ days: 10 - monday.dayOfWeek + 1 });
    const answer = await get(
      'anonymous',
      `/instructors/${instructorId}/slots?serviceId=${serviceId}&from=${thursday}&days=3`,
    );
    expect(answer.json()).toMatchObject({
      timeZone: 'Europe/London',
      nextStartsAt: `${thursday.add({ days: 6 })}T10:00:00Z`,
    });
    const far = await get(
      'anonymous',
      `/instructors/${instructorId}/slots?serviceId=${serviceId}&from=2099-01-01`,
    );
    expect(far.json().nextStartsAt).toBeNull();
  });

  it('are explained when they are not offered (SC-11)', async () => {
    const why = async (local: string) =>
      (
        await get(
          'anonymous',
          `/instructors/${teacher.instructorId}/slots/why?serviceId=${teacher.serviceId}&local=${local}`,
        )
      ).json();
    const day = world.inDays(3).toString().slice(0, 10);
    expect(await why(`${day}T07:00`)).toEqual({
      timeZone: 'Europe/London',
      offered: false,
      reason: 'outside_hours',
    });
    expect(await why(`${day}T09:00`)).toEqual({
      timeZone: 'Europe/London',
      offered: true,
      reason: null,
    });
    expect(await why('2026-02-31T09:00')).toMatchObject({ status: 422, code: 'bad_time' });
  });

  it.each([
    ['/instructors/nobody/slots?serviceId=x', 400],
    [
      `/instructors/01890000-0000-7000-8000-000000000000/slots?serviceId=01890000-0000-7000-8000-000000000000`,
      404,
    ],
  ])('%s answers %i', async (path, status) => {
    expect((await get('anonymous', path)).statusCode).toBe(status);
    const other = await world.newTeacher();
    const mixed = await get(
      'anonymous',
      `/instructors/${teacher.instructorId}/slots?serviceId=${other.serviceId}`,
    );
    expect(mixed.statusCode).toBe(404);
    for (const query of [
      'zone=Mars/Olympus',
      'from=2026-02-30',
      'days=0',
      'days=32',
      'zone=%2B05:30',
    ]) {
      const answer = await get(
        'anonymous',
        `/instructors/${teacher.instructorId}/slots?serviceId=${teacher.serviceId}&${query}`,
      );
      expect({ query, status: answer.statusCode }).toEqual({ query, status: 400 });
    }
  });
});

describe("the instructor's week and hours (SC-01)", () => {
  it('shows what is booked and when the instructor is open', async () => {
    const id = await cast.bookedByLearner(world.inDays(4));
    const from = world.inDays(3).toString().slice(0, 10);
    const week = (await get('instructor', `/me/week?from=${from}`)).json();
    expect(week).toMatchObject({ from, timeZone: 'Europe/London' });
    expect(week.open).toHaveLength(7);
    expect(week.open[0]).toEqual({
      from: world.inDays(3, '08:00').toString(),
      until: world.inDays(3, '20:00').toString(),
    });
    expect(week.lessons).toEqual([
      expect.objectContaining({
        id,
        status: 'confirmed',
        viewer: 'instructor',
        counterpart: { name: 'Test Person', slug: null, portrait: null },
      }),
    ]);
    const now = (await get('instructor', '/me/week')).json();
    expect(Temporal.PlainDate.from(now.from).dayOfWeek).toBe(1);
  });

  it('replaces the week, tidied, and the slots follow', async () => {
    const rules = [
      { weekday: 3, startMinute: 600, endMinute: 660 },
      { weekday: 1, startMinute: 720, endMinute: 780 },
      { weekday: 1, startMinute: 540, endMinute: 720 },
    ];
    const answer = await send(
      'colleague',
      '/me/availability',
      { timeZone: 'Asia/Kolkata', rules, horizonDays: 30, confirmsByHand: true },
      'PUT',
    );
    const saved = {
      timeZone: 'Asia/Kolkata',
      incrementMinutes: 15,
      bufferBeforeMinutes: 0,
      bufferAfterMinutes: 0,
      noticeOnlineMinutes: 120,
      noticeInPersonMinutes: 720,
      horizonDays: 30,
      confirmsByHand: true,
      rules: [
        { weekday: 1, startMinute: 540, endMinute: 780 },
        { weekday: 3, startMinute: 600, endMinute: 660 },
      ],
    };
    expect([answer.statusCode, answer.json()]).toEqual([200, saved]);
    expect((await get('colleague', '/me/availability')).json()).toEqual(saved);
    await send('colleague', '/me/availability', { timeZone: 'Asia/Kolkata', rules: [] }, 'PUT');
    expect((await get('colleague', '/me/availability')).json()).toMatchObject({
      rules: [],
      horizonDays: 60,
      confirmsByHand: false,
    });
  });

  it.each<[string, object, number, string]>([
    [
      'hours that overlap',
      {
        rules: [
          { weekday: 1, startMinute: 540, endMinute: 720 },
          { weekday: 1, startMinute: 715, endMinute: 800 },
        ],
      },
      422,
      'hours_overlap',
    ],
    [
      'hours that end before they begin',
      { rules: [{ weekday: 1, startMinute: 720, endMinute: 540 }] },
      422,
      'hours_reversed',
    ],
    [
      'hours of no length',
      { rules: [{ weekday: 1, startMinute: 720, endMinute: 720 }] },
      422,
      'hours_reversed',
    ],
    [
      'minutes off the five-minute grid',
      { rules: [{ weekday: 1, startMinute: 541, endMinute: 720 }] },
      400,
      'invalid_request',
    ],
    [
      'an eighth day',
      { rules: [{ weekday: 8, startMinute: 540, endMinute: 720 }] },
      400,
      'invalid_request',
    ],
    ['a horizon of two years', { rules: [], horizonDays: 730 }, 400, 'invalid_request'],
    ['an unknown zone', { rules: [], timeZone: 'Nowhere' }, 400, 'invalid_request'],
  ])('refuses %s', async (_what, change, status, code) => {
    const answer = await send(
      'instructor',
      '/me/availability',
      { timeZone: 'Europe/London', ...change },
      'PUT',
    );
    expect({ status: answer.statusCode, code: answer.json().code }).toEqual({ status, code });
  });

  it('are for instructors', async () => {
    for (const path of ['/me/week', '/me/availability']) {
      expect((await get('anonymous', path)).statusCode).toBe(401);
      expect((await get('learner', path)).statusCode).toBe(403);
    }
  });
});
