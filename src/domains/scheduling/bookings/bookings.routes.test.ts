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

describe('a guest', () => {
  it('gets a cookie with the hold, finds it again, and takes it along when signing in (SC-04)', async () => {
    const answer = await world.inject({
      method: 'POST',
      url: '/api/v1/bookings',
      payload: cast.wish(world.inDays(2, '08:00')),
    });
    expect(answer.statusCode).toBe(201);
    const [cookie] = answer.cookies;
    expect(cookie).toMatchObject({
      name: 'etude_guest',
      httpOnly: true,
      sameSite: 'Lax',
      path: '/',
    });
    const { id } = answer.json();
    cast.cookies['guest'] = `etude_guest=${cookie!.value}`;
    cast.cookies['joined'] = `${cast.cookies['other']}; etude_guest=${cookie!.value}`;
    expect((await get('guest', `/bookings/${id}`)).json()).toMatchObject({
      viewer: 'guest',
      status: 'held',
      counterpart: { slug: teacher.slug },
    });
    const again = await send('guest', '/bookings', cast.wish(world.inDays(2, '08:00')));
    expect([again.statusCode, again.json().id]).toEqual([200, id]);
    expect((await send('guest', `/bookings/${id}/checkout`)).statusCode).toBe(401);
    expect((await send('joined', `/bookings/${id}/claim`)).json()).toMatchObject({
      viewer: 'learner',
    });
    expect((await get('guest', `/bookings/${id}`)).statusCode).toBe(404);
    expect((await send('other', `/bookings/${id}/release`)).json()).toMatchObject({
      status: 'expired',
    });
  });
});

describe('who may see and do what', () => {
  let held: string;
  let confirmed: string;
  beforeAll(async () => {
    confirmed = await cast.bookedByLearner(world.inDays(2, '10:00'));
    held = (await send('learner', '/bookings', cast.wish(world.inDays(2, '12:00')))).json().id;
  });

  it.each<[string, number, string | undefined, unknown]>([
    ['anonymous', 404, undefined, undefined],
    ['other', 404, undefined, undefined],
    ['colleague', 404, undefined, undefined],
    ['learner', 200, 'learner', { slug: expect.any(String), portrait: 'n-test' }],
    ['instructor', 200, 'instructor', { name: 'Test Person', slug: null, portrait: null }],
    ['operator', 200, 'operator', { slug: expect.any(String) }],
  ])('%s looks at a booking: %i', async (who, status, viewer, counterpart) => {
    const answer = await get(who, `/bookings/${confirmed}`);
    expect(answer.statusCode).toBe(status);
    if (viewer) expect(answer.json()).toMatchObject({ viewer, counterpart });
  });

  it('does not tell the instructor who is only holding', async () => {
    expect((await get('instructor', `/bookings/${held}`)).json()).toMatchObject({
      status: 'held',
      counterpart: null,
    });
  });

  it.each<[string, Record<string, number>]>([
    ['claim', { anonymous: 401, other: 404, colleague: 404, instructor: 403, operator: 403 }],
    ['release', { anonymous: 404, other: 404, colleague: 404, instructor: 403, operator: 403 }],
    ['checkout', { anonymous: 401, other: 404, colleague: 404, instructor: 403, operator: 403 }],
    [
      'payment-check',
      { anonymous: 401, other: 404, colleague: 404, instructor: 403, operator: 403 },
    ],
  ])('lets nobody but the learner %s a hold', async (action, expected) => {
    for (const [who, status] of Object.entries(expected))
      expect({ who, status: (await send(who, `/bookings/${held}/${action}`)).statusCode }).toEqual({
        who,
        status,
      });
    expect((await get('learner', `/bookings/${held}`)).json()).toMatchObject({ status: 'held' });
  });

  it('lets nobody but the two sides quote, cancel or keep the calendar file', async () => {
    const expected = { anonymous: 401, other: 404, colleague: 404, operator: 403 };
    for (const [who, status] of Object.entries(expected)) {
      expect((await get(who, `/bookings/${confirmed}/cancellation`)).statusCode).toBe(status);
      expect(
        (await send(who, `/bookings/${confirmed}/cancel`, { expectedRefundMinor: 3800 }))
          .statusCode,
      ).toBe(status);
      expect((await get(who, `/bookings/${confirmed}/calendar.ics`)).statusCode).toBe(status);
    }
    expect((await get('learner', `/bookings/${confirmed}`)).json()).toMatchObject({
      status: 'confirmed',
    });
  });

  it('shows the two sides when, where, the split, and the deadlines to the minute', async () => {
    const view = (await get('learner', `/bookings/${confirmed}`)).json();
    const startsAt = world.inDays(2, '10:00');
    expect(view).toMatchObject({
      reference: expect.stringMatching(/^[0-9A-Z]{4}-[0-9A-Z]{4}$/),
      learnerTimeZone: 'Europe/Paris',
      instructorTimeZone: 'Europe/London',
      price: { minor: 3800, currency: 'GBP' },
      split: {
        instructor: { minor: 3420, currency: 'GBP' },
        commission: { minor: 380, currency: 'GBP' },
      },
      policy: {
        kind: 'standard',
        deadlines: [
          {
            until: startsAt.subtract({ hours: 24 }).toString(),
            refund: { minor: 3800, currency: 'GBP' },
          },
          {
            until: startsAt.subtract({ hours: 2 }).toString(),
            refund: { minor: 1900, currency: 'GBP' },
          },
        ],
      },
      actions: { claim: false, checkout: false, release: false, cancel: true, calendar: true },
    });
  });

  it('hands out a calendar file in UTC with an identity that stays (SC-08)', async () => {
    const answer = await get('instructor', `/bookings/${confirmed}/calendar.ics`);
    expect(answer.headers['content-type']).toBe('text/calendar; charset=utf-8');
    const lines = answer.body.split('\r\n');
    const stamp = (instant: Temporal.Instant) => instant.toString().replaceAll(/[-:]/g, '');
    expect(lines).toEqual(
      expect.arrayContaining([
        `UID:booking-${confirmed}@etude`,
        'SEQUENCE:0',
        'STATUS:CONFIRMED',
        'METHOD:PUBLISH',
        `DTSTART:${stamp(world.inDays(2, '10:00'))}`,
        `DTEND:${stamp(world.inDays(2, '11:00'))}`,
        'SUMMARY:Guitar\\, one hour · Test Person',
      ]),
    );
    expect((await get('learner', `/bookings/${held}/calendar.ics`)).json()).toMatchObject({
      status: 409,
      code: 'not_confirmed',
    });
  });

  it('takes a cancellation over HTTP for the amount that was quoted', async () => {
    const quote = (await get('learner', `/bookings/${confirmed}/cancellation`)).json();
    expect(quote).toEqual({
      by: 'learner',
      money: 'reserved',
      refund: { minor: 3800, currency: 'GBP' },
      kept: { minor: 0, currency: 'GBP' },
      until: world.inDays(1, '10:00').toString(),
    });
    const refused = await send('learner', `/bookings/${confirmed}/cancel`, {
      expectedRefundMinor: 1,
    });
    expect(refused.json()).toMatchObject({
      status: 409,
      code: 'quote_changed',
      details: { quote },
    });
    const done = await send('learner', `/bookings/${confirmed}/cancel`, {
      expectedRefundMinor: 3800,
    });
    expect(done.json()).toMatchObject({
      status: 'cancelled',
      cancellation: { by: 'learner', refund: quote.refund },
    });
  });
});

describe('what a client may send', () => {
  it.each<[string, object, number, string]>([
    ['a malformed service', { serviceId: 'piano' }, 400, 'invalid_request'],
    [
      'an unknown service',
      { serviceId: '01890000-0000-7000-8000-000000000000' },
      404,
      'service_not_bookable',
    ],
    ['a start that is no time', { startsAt: 'tomorrow' }, 400, 'invalid_request'],
    ['a start without an offset', { startsAt: '2026-11-25T10:00:00' }, 400, 'invalid_request'],
    ['a start at the end of time', { startsAt: '9999-12-30T23:59:59Z' }, 422, 'slot_not_offered'],
    ['a past start', { startsAt: '2020-01-01T10:00:00Z' }, 422, 'slot_not_offered'],
    ['an unknown zone', { timeZone: 'Mars/Olympus' }, 400, 'invalid_request'],
    ['a price of its own', { price: { minor: 1, currency: 'GBP' } }, 400, 'invalid_request'],
    [
      'a tampered expectation',
      { expectedPrice: { minor: 1, currency: 'GBP' } },
      409,
      'price_changed',
    ],
    [
      'another currency',
      { expectedPrice: { minor: 3800, currency: 'JPY' } },
      422,
      'wrong_currency',
    ],
    ['a NUL byte', { timeZone: 'Europe/\0' }, 422, 'bad_text'],
  ])('%s', async (_what, change, status, code) => {
    const answer = await send('other', '/bookings', { ...cast.wish(world.inDays(3)), ...change });
    expect({ status: answer.statusCode, code: answer.json().code }).toEqual({ status, code });
  });

  it('ids that are none, in every route of a booking', async () => {
    for (const id of ['1', 'x'.repeat(100), '01890000-0000-7000-8000-00000000000g', '..%2Fme']) {
      for (const path of ['', '/cancellation', '/calendar.ics'])
        expect((await get('other', `/bookings/${id}${path}`)).statusCode).toBe(400);
      for (const path of ['/claim', '/release', '/checkout', '/payment-check'])
        expect((await send('other', `/bookings/${id}${path}`)).statusCode).toBe(400);
    }
    const nowhere = '01890000-0000-7000-8000-000000000000';
    expect((await get('other', `/bookings/${nowhere}`)).statusCode).toBe(404);
    expect((await get('other', '/bookings/%00')).statusCode).toBe(422);
  });
});
