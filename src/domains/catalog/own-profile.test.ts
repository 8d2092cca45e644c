import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { signIn } from '../../../test/support/people.ts';
import { startTestWorld, type World } from '../../../test/support/world.ts';
import { chooseMarket } from '../markets/index.ts';
import { loadPlaces } from '../places/index.ts';
import { getBookableService } from './index.ts';

const profile = {
  displayName: 'Tomás Rivera',
  headline: 'Flamenco & nylon string',
  bio: 'Rhythm first. I played for dancers before I played for listeners.',
  lessonText: 'Compás on the table, then on the strings.',
  languages: ['en', 'es'],
  placeSlug: 'camden-london',
};
const lesson = {
  subjectSlug: 'guitar',
  title: 'Guitar lesson',
  durationMinutes: 60,
  price: { minor: 3800, currency: 'GBP' },
  place: 'online',
};

describe('a teaching profile', () => {
  let world: World;
  let count = 0;

  beforeAll(async () => {
    world = await startTestWorld();
    await loadPlaces(world.ctx);
  });
  afterAll(() => world.close());

  async function newcomer(market: string | null = 'gb') {
    const { cookie, personId } = await signIn(world, `teacher${++count}@example.com`, ['learner']);
    if (market) await chooseMarket(world.ctx, { personId, code: market });
    const send = (method: 'GET' | 'PUT' | 'POST' | 'PATCH' | 'DELETE', path: string, payload?: object) =>
      world.inject({ method, url: `/api/v1/me/instructor${path}`, headers: { cookie }, ...(payload && { payload }) });
    return { send, personId };
  }

  async function published(change: object = {}) {
    const me = await newcomer();
    const { slug } = (await me.send('PUT', '', { ...profile, ...change })).json();
    const service = (await me.send('POST', '/services', lesson)).json();
    expect((await me.send('POST', '/publish')).json()).toMatchObject({ status: 'published', missing: [] });
    return { ...me, slug: slug as string, serviceId: service.id as string };
  }

  const publicly = (slug: string) => world.inject({ url: `/api/v1/instructors/${slug}` });

  it('is started as a draft, kept on the way, and published when it is complete (CT-01)', async () => {
    const me = await newcomer();
    expect((await me.send('GET', '')).json()).toMatchObject({ status: 404, code: 'profile_not_started' });
    const empty = await me.send('PUT', '', { ...profile, headline: '', bio: '' });
    expect(empty.json()).toMatchObject({ status: 'draft', missing: ['headline', 'bio', 'services'], placeSlug: 'camden-london', placeName: 'Camden, London' });
    expect((await publicly(empty.json().slug)).statusCode).toBe(404);
    const early = await me.send('POST', '/publish');
    expect(early.statusCode).toBe(422);
    expect(early.json()).toMatchObject({ code: 'profile_incomplete', details: { missing: ['headline', 'bio', 'services'] }, errors: [{ field: 'headline' }] });
    await me.send('PUT', '', profile);
    expect((await me.send('POST', '/services', lesson)).statusCode).toBe(201);
    expect((await me.send('POST', '/publish')).json()).toMatchObject({ status: 'published', missing: [] });
    expect((await publicly(empty.json().slug)).statusCode).toBe(200);
  });

  it('shows its facts ready for structured data, and only what learners may book (CT-02)', async () => {
    const me = await published();
    await me.send('POST', '/services', { ...lesson, title: 'Short lesson', durationMinutes: 30, price: { minor: 2200, currency: 'GBP' } });
    const retired = (await me.send('POST', '/services', { ...lesson, title: 'Old offer', price: { minor: 9900, currency: 'GBP' } })).json();
    await me.send('PATCH', `/services/${retired.id}`, { active: false });
    const view = (await publicly(me.slug)).json();
    expect(view.services.map((service: { title: string }) => service.title)).toEqual(['Guitar lesson', 'Short lesson']);
    expect(view.facts).toMatchObject({
      url: expect.stringMatching(new RegExp(`/teachers/${me.slug}$`)),
      knowsAbout: ['Guitar'],
      knowsLanguage: ['en', 'es'],
      areaServed: 'Camden, London',
      country: 'GB',
      prices: { min: { minor: 2200, currency: 'GBP' }, max: { minor: 3800, currency: 'GBP' } },
    });
    expect(view).not.toHaveProperty('personId');
  });

  it('has an address made from the name that stays when the name changes (CT-02)', async () => {
    const one = await published();
    const two = await published();
    expect(one.slug).toMatch(/^tomas-rivera(-|$)/);
    expect(two.slug).toMatch(/^tomas-rivera-/);
    const renamed = (await one.send('PUT', '', { ...profile, displayName: 'Tomás R.' })).json();
    expect(renamed).toMatchObject({ displayName: 'Tomás R.', slug: one.slug });
    expect((await published({ displayName: '山田 太郎' })).slug).toMatch(/^teacher/);
  });

  it('lists every published teacher page by page for the sitemap (CT-02)', async () => {
    await published();
    await published();
    const slugs: string[] = [];
    let cursor: string | null = null;
    do {
      const page: { items: { slug: string }[]; nextCursor: string | null } = (
        await world.inject({ url: `/api/v1/instructors?limit=2${cursor ? `&cursor=${cursor}` : ''}` })
      ).json();
      expect(page.items.length).toBeLessThanOrEqual(2);
      slugs.push(...page.items.map((item) => item.slug));
      cursor = page.nextCursor;
    } while (cursor);
    expect(new Set(slugs).size).toBe(slugs.length);
    expect(slugs.length).toBeGreaterThanOrEqual(2);
    for (const bad of ['x', Buffer.from('[1]').toString('base64url'), Buffer.from('["a","b"]').toString('base64url')])
      expect((await world.inject({ url: `/api/v1/instructors?cursor=${bad}` })).json().code).toBe('bad_cursor');
  });

  it('prices in another currency or beyond the limits of the market are refused by name (MK-03)', async () => {
    const me = await published();
    const priced = async (minor: number, currency: string) => (await me.send('POST', '/services', { ...lesson, price: { minor, currency } })).json();
    expect(await priced(3800, 'USD')).toMatchObject({ status: 422, code: 'currency_not_of_market', errors: [{ field: 'price.currency' }] });
    for (const minor of [-3800, 0, 1, 799, 40_001, Number.MAX_SAFE_INTEGER])
      expect(await priced(minor, 'GBP')).toMatchObject({ status: 422, code: 'price_out_of_range', errors: [{ field: 'price.minor' }] });
    expect(await priced(38.5, 'GBP')).toMatchObject({ status: 400, errors: [{ field: 'price.minor' }] });
    const tampered = await me.send('PATCH', `/services/${me.serviceId}`, { price: { minor: 3800, currency: 'JPY' } });
    expect(tampered.json()).toMatchObject({ code: 'currency_not_of_market' });
    expect((await publicly(me.slug)).json().services[0].price).toEqual({ minor: 3800, currency: 'GBP' });
  });

  it('a market without minor units takes whole yen (MK-03)', async () => {
    const me = await newcomer('jp');
    await me.send('PUT', '', { ...profile, placeSlug: 'shimokitazawa-tokyo' });
    const service = await me.send('POST', '/services', { ...lesson, price: { minor: 4500, currency: 'JPY' } });
    expect(service.json()).toMatchObject({ price: { minor: 4500, currency: 'JPY' } });
  });

  it('keeps its market and currency once a price was set, even if the person moves (MK-03)', async () => {
    const me = await published();
    await chooseMarket(world.ctx, { personId: me.personId, code: 'jp' });
    expect((await me.send('PUT', '', profile)).json()).toMatchObject({ marketCode: 'gb' });
  });

  it('needs a market, and a place inside it (CT-01)', async () => {
    const nowhere = await newcomer(null);
    expect((await nowhere.send('PUT', '', profile)).json()).toMatchObject({ status: 403, code: 'market_required' });
    const me = await newcomer('jp');
    expect((await me.send('PUT', '', profile)).json()).toMatchObject({ code: 'place_of_other_market', errors: [{ field: 'placeSlug' }] });
    expect((await me.send('PUT', '', { ...profile, placeSlug: 'atlantis' })).json()).toMatchObject({ code: 'place_unknown' });
  });

  it('offers lessons at a place only when it says where that is (CT-01)', async () => {
    const me = await newcomer();
    await me.send('PUT', '', { ...profile, placeSlug: null });
    const atHome = { ...lesson, place: 'instructor' };
    expect((await me.send('POST', '/services', atHome)).json()).toMatchObject({ code: 'place_needed' });
    await me.send('PUT', '', profile);
    expect((await me.send('POST', '/services', atHome)).statusCode).toBe(201);
    expect((await me.send('PUT', '', { ...profile, placeSlug: null })).json()).toMatchObject({ code: 'place_needed' });
  });

  it('stays complete while it is published (CT-01)', async () => {
    const me = await published();
    expect((await me.send('PUT', '', { ...profile, bio: '  ' })).json()).toMatchObject({ code: 'profile_incomplete', errors: [{ field: 'bio' }] });
    expect((await me.send('DELETE', `/services/${me.serviceId}`)).json()).toMatchObject({ status: 409, code: 'last_service' });
    expect((await me.send('PATCH', `/services/${me.serviceId}`, { active: false })).json()).toMatchObject({ code: 'last_service' });
    await me.send('POST', '/services', { ...lesson, title: 'Second' });
    expect((await me.send('DELETE', `/services/${me.serviceId}`)).statusCode).toBe(204);
    await expect(getBookableService(world.ctx, me.serviceId)).rejects.toMatchObject({ code: 'service_not_bookable' });
  });

  it('belongs to its person: nobody else reaches a service of it (CT-01)', async () => {
    const [me, other] = [await published(), await published()];
    for (const answer of [
      await other.send('PATCH', `/services/${me.serviceId}`, { title: 'Mine now' }),
      await other.send('DELETE', `/services/${me.serviceId}`),
    ])
      expect(answer.json()).toMatchObject({ status: 404, code: 'service_not_found' });
    expect((await publicly(me.slug)).json().services[0].title).toBe('Guitar lesson');
  });

  it('is for people who have started one; learners and guests are turned away (CT-01)', async () => {
    const learner = await newcomer();
    expect((await learner.send('POST', '/services', lesson)).statusCode).toBe(403);
    expect((await world.inject({ method: 'PUT', url: '/api/v1/me/instructor', payload: profile })).statusCode).toBe(401);
  });

  it('sent twice at once is one profile with one address (CT-01)', async () => {
    const me = await newcomer();
    const answers = await Promise.all([1, 2, 3].map(() => me.send('PUT', '', profile)));
    expect(answers.map((answer) => answer.statusCode)).toEqual([200, 200, 200]);
    expect(new Set(answers.map((answer) => answer.json().slug)).size).toBe(1);
  });

  it('takes emoji and right-to-left names, and drops what would turn the page around (CT-01)', async () => {
    const me = await newcomer();
    const saved = await me.send('PUT', '', { ...profile, displayName: 'ليلى \u202e🎻 Noor', headline: 'Oud\r\nand  voice' });
    expect(saved.json()).toMatchObject({ displayName: 'ليلى 🎻 Noor', headline: 'Oud and voice' });
    expect((await me.send('PUT', '', { ...profile, displayName: ' \u200e\u202e ' })).statusCode).toBe(422);
  });

  it('bad fields are named and never our fault (CT-01)', async () => {
    const me = await published();
    const refused = async (change: object, field: string) => {
      const answer = await me.send('PUT', '', { ...profile, ...change });
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
      expect((await me.send('POST', '/services', { ...lesson, durationMinutes })).json().errors[0].field).toBe('durationMinutes');
    expect((await me.send('POST', '/services', { ...lesson, subjectSlug: 'alchemy' })).json()).toMatchObject({ code: 'subject_unknown' });
    expect((await me.send('PATCH', '/services/not-an-id', { title: 'New' })).statusCode).toBe(400);
    expect((await me.send('POST', '/services', { ...lesson, price: { ...lesson.price, discount: 1 } })).statusCode).toBe(400);
  });
});
