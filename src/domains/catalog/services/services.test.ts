import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  lessonForm,
  newcomer,
  profileForm,
  publishedTeacher,
} from '../../../../test/support/teachers.ts';
import { startTestWorld, type World } from '../../../../test/support/world.ts';
import { chooseMarket } from '../../markets/index.ts';
import { loadPlaces } from '../../places/index.ts';

describe('lessons on offer', () => {
  let world: World;

  beforeAll(async () => {
    world = await startTestWorld();
    await loadPlaces(world.ctx);
  });
  afterAll(() => world.close());

  const publicly = (slug: string) => world.inject({ url: `/api/v1/instructors/${slug}` });

  it('prices in another currency or beyond the limits of the market are refused by name (MK-03)', async () => {
    const me = await publishedTeacher(world);
    const priced = async (minor: number, currency: string) =>
      (await me.send('POST', '/services', { ...lessonForm, price: { minor, currency } })).json();
    expect(await priced(3800, 'USD')).toMatchObject({
      status: 422,
      code: 'currency_not_of_market',
      errors: [{ field: 'price.currency' }],
    });
    for (const minor of [-3800, 0, 1, 799, 40_001, Number.MAX_SAFE_INTEGER])
      expect(await priced(minor, 'GBP')).toMatchObject({
        status: 422,
        code: 'price_out_of_range',
        errors: [{ field: 'price.minor' }],
      });
    expect(await priced(38.5, 'GBP')).toMatchObject({
      status: 400,
      errors: [{ field: 'price.minor' }],
    });
    const tampered = await me.send('PATCH', `/services/${me.serviceId}`, {
      price: { minor: 3800, currency: 'JPY' },
    });
    expect(tampered.json()).toMatchObject({ code: 'currency_not_of_market' });
    expect((await publicly(me.slug)).json().services[0].price).toEqual({
      minor: 3800,
      currency: 'GBP',
    });
  });

  it('a market without minor units takes whole yen (MK-03)', async () => {
    const me = await newcomer(world, 'jp');
    await me.send('PUT', '', { ...profileForm, placeSlug: 'shimokitazawa-tokyo' });
    const service = await me.send('POST', '/services', {
      ...lessonForm,
      price: { minor: 4500, currency: 'JPY' },
    });
    expect(service.json()).toMatchObject({ price: { minor: 4500, currency: 'JPY' } });
  });

  it('keeps its market and currency once a price was set, even if the person moves (MK-03)', async () => {
    const me = await publishedTeacher(world);
    await chooseMarket(world.ctx, { personId: me.personId, code: 'jp' });
    expect((await me.send('PUT', '', profileForm)).json()).toMatchObject({ marketCode: 'gb' });
  });

  it('offers lessons at a place only when it says where that is (CT-01)', async () => {
    const me = await newcomer(world);
    await me.send('PUT', '', { ...profileForm, placeSlug: null });
    const atHome = { ...lessonForm, place: 'instructor' };
    expect((await me.send('POST', '/services', atHome)).json()).toMatchObject({
      code: 'place_needed',
    });
    await me.send('PUT', '', profileForm);
    expect((await me.send('POST', '/services', atHome)).statusCode).toBe(201);
    expect((await me.send('PUT', '', { ...profileForm, placeSlug: null })).json()).toMatchObject({
      code: 'place_needed',
    });
  });

  it('belongs to its person: nobody else reaches a service of it (CT-01)', async () => {
    const [me, other] = [await publishedTeacher(world), await publishedTeacher(world)];
    for (const answer of [
      await other.send('PATCH', `/services/${me.serviceId}`, { title: 'Mine now' }),
      await other.send('DELETE', `/services/${me.serviceId}`),
    ])
      expect(answer.json()).toMatchObject({ status: 404, code: 'service_not_found' });
    expect((await publicly(me.slug)).json().services[0].title).toBe('Guitar lesson');
  });

  it('bad fields are named and never our fault (CT-01)', async () => {
    const me = await publishedTeacher(world);
    const refused = async (change: object, field: string) => {
      const answer = await me.send('PUT', '', { ...profileForm, ...change });
      expect(answer.statusCode).toBeGreaterThanOrEqual(400);
      expect(answer.statusCode).toBeLessThan(500);
      expect(answer.json().errors[0].field).toContain(field);
    };
    await refused({ displayName: 'x'.repeat(10_000) }, 'displayName');
    await refused({ headline: '\u0958'.repeat(120) }, 'headline');
    await refused({ bio: 'a\0b' }, 'bio');
    await refused({ languages: ['english'] }, 'languages');
    await refused({ timeZone: 'Mars/Olympus' }, 'timeZone');
    await refused({ marketCode: 'us' }, 'marketCode');
    for (const durationMinutes of [0, 10, 241, 50.5, 61])
      expect(
        (await me.send('POST', '/services', { ...lessonForm, durationMinutes })).json().errors[0]
          .field,
      ).toBe('durationMinutes');
    expect(
      (await me.send('POST', '/services', { ...lessonForm, subjectSlug: 'alchemy' })).json(),
    ).toMatchObject({ code: 'subject_unknown' });
    expect((await me.send('PATCH', '/services/not-an-id', { title: 'New' })).statusCode).toBe(400);
    expect(
      (
        await me.send('POST', '/services', {
          ...lessonForm,
          price: { ...lessonForm.price, discount: 1 },
        })
      ).statusCode,
    ).toBe(400);
  });
});
