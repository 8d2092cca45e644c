import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  lessonForm,
  newcomer,
  profileForm,
  publishedTeacher,
} from '../../../test/support/teachers.ts';
import { startTestWorld, type World } from '../../../test/support/world.ts';
import { detached, inTransaction, sql } from '../../platform/db/index.ts';
import { loadPlaces } from '../places/index.ts';
import { getBookableService } from './index.ts';

describe('a teaching profile', () => {
  let world: World;

  beforeAll(async () => {
    world = await startTestWorld();
    await loadPlaces(world.ctx);
  });
  afterAll(() => world.close());

  const publicly = (slug: string) => world.inject({ url: `/api/v1/instructors/${slug}` });

  it('is started as a draft, kept on the way, and published when it is complete (CT-01)', async () => {
    const me = await newcomer(world);
    expect((await me.send('GET', '')).json()).toMatchObject({
      status: 404,
      code: 'profile_not_started',
    });
    const empty = await me.send('PUT', '', { ...profileForm, headline: '', bio: '' });
    expect(empty.json()).toMatchObject({
      status: 'draft',
      missing: ['headline', 'bio', 'services'],
      placeSlug: 'camden-london',
      placeName: 'Camden, London',
    });
    expect((await publicly(empty.json().slug)).statusCode).toBe(404);
    const early = await me.send('POST', '/publish');
    expect(early.statusCode).toBe(422);
    expect(early.json()).toMatchObject({
      code: 'profile_incomplete',
      details: { missing: ['headline', 'bio', 'services'] },
      errors: [{ field: 'headline' }],
    });
    await me.send('PUT', '', profileForm);
    expect((await me.send('POST', '/services', lessonForm)).statusCode).toBe(201);
    expect((await me.send('POST', '/publish')).json()).toMatchObject({
      status: 'published',
      missing: [],
    });
    expect((await publicly(empty.json().slug)).statusCode).toBe(200);
  });

  it('shows its facts ready for structured data, and only what learners may book (CT-02)', async () => {
    const me = await publishedTeacher(world);
    await me.send('POST', '/services', {
      ...lessonForm,
      title: 'Short lesson',
      durationMinutes: 30,
      price: { minor: 2200, currency: 'GBP' },
    });
    const retired = (
      await me.send('POST', '/services', {
        ...lessonForm,
        title: 'Old offer',
        price: { minor: 9900, currency: 'GBP' },
      })
    ).json();
    await me.send('PATCH', `/services/${retired.id}`, { active: false });
    const view = (await publicly(me.slug)).json();
    expect(view.services.map((service: { title: string }) => service.title)).toEqual([
      'Guitar lesson',
      'Short lesson',
    ]);
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
    const one = await publishedTeacher(world);
    const two = await publishedTeacher(world);
    expect(one.slug).toMatch(/^tomas-rivera(-|$)/);
    expect(two.slug).toMatch(/^tomas-rivera-/);
    const renamed = (await one.send('PUT', '', { ...profileForm, displayName: 'Tomás R.' })).json();
    expect(renamed).toMatchObject({ displayName: 'Tomás R.', slug: one.slug });
    expect((await publishedTeacher(world, { displayName: '山田 太郎' })).slug).toMatch(/^teacher/);
  });

  it('lists every published teacher page by page for the sitemap (CT-02)', async () => {
    await publishedTeacher(world);
    await publishedTeacher(world);
    const slugs: string[] = [];
    let cursor: string | null = null;
    do {
      const page: { items: { slug: string }[]; nextCursor: string | null } = (
        await world.inject({
          url: `/api/v1/instructors?limit=2${cursor ? `&cursor=${cursor}` : ''}`,
        })
      ).json();
      expect(page.items.length).toBeLessThanOrEqual(2);
      slugs.push(...page.items.map((item) => item.slug));
      cursor = page.nextCursor;
    } while (cursor);
    expect(new Set(slugs).size).toBe(slugs.length);
    expect(slugs.length).toBeGreaterThanOrEqual(2);
    for (const bad of [
      'x',
      Buffer.from('[1]').toString('base64url'),
      Buffer.from('["a","b"]').toString('base64url'),
    ])
      expect((await world.inject({ url: `/api/v1/instructors?cursor=${bad}` })).json().code).toBe(
        'bad_cursor',
      );
  });

  it('needs a market, and a place inside it (CT-01)', async () => {
    const nowhere = await newcomer(world, null);
    expect((await nowhere.send('PUT', '', profileForm)).json()).toMatchObject({
      status: 403,
      code: 'market_required',
    });
    const me = await newcomer(world, 'jp');
    expect((await me.send('PUT', '', profileForm)).json()).toMatchObject({
      code: 'place_of_other_market',
      errors: [{ field: 'placeSlug' }],
    });
    expect(
      (await me.send('PUT', '', { ...profileForm, placeSlug: 'atlantis' })).json(),
    ).toMatchObject({
      code: 'place_unknown',
    });
  });

  it('stays complete while it is published (CT-01)', async () => {
    const me = await publishedTeacher(world);
    expect((await me.send('PUT', '', { ...profileForm, bio: '  ' })).json()).toMatchObject({
      code: 'profile_incomplete',
      errors: [{ field: 'bio' }],
    });
    expect((await me.send('DELETE', `/services/${me.serviceId}`)).json()).toMatchObject({
      status: 409,
      code: 'last_service',
    });
    expect(
      (await me.send('PATCH', `/services/${me.serviceId}`, { active: false })).json(),
    ).toMatchObject({ code: 'last_service' });
    await me.send('POST', '/services', { ...lessonForm, title: 'Second' });
    expect((await me.send('DELETE', `/services/${me.serviceId}`)).statusCode).toBe(204);
    await expect(getBookableService(world.ctx, me.serviceId)).rejects.toMatchObject({
      code: 'service_not_bookable',
    });
  });

  it('keeps its last lesson even when two are removed at the same time (CT-01)', async () => {
    const me = await publishedTeacher(world);
    const second = (await me.send('POST', '/services', lessonForm)).json();
    const remove = (id: string) => me.send('DELETE', `/services/${id}`);
    // Both wait behind this lock, so that neither has seen what the other does.
    const { waiting } = await inTransaction(world.ctx, async (tx) => {
      await sql`select from catalog.instructors where slug = ${me.slug} for update`.execute(tx.db);
      const both = detached(() => [remove(me.serviceId), remove(second.id)]);
      await new Promise((resolve) => {
        setTimeout(resolve, 300);
      });
      return { waiting: both };
    });
    const codes = (await Promise.all(waiting)).map((answer) => answer.statusCode);
    expect(codes.toSorted((a, b) => a - b)).toEqual([204, 409]);
  });

  it('is for people who have started one; learners and guests are turned away (CT-01)', async () => {
    const learner = await newcomer(world);
    expect((await learner.send('POST', '/services', lessonForm)).statusCode).toBe(403);
    expect(
      (await world.inject({ method: 'PUT', url: '/api/v1/me/instructor', payload: profileForm }))
        .statusCode,
    ).toBe(401);
  });

  it('sent twice at once is one profile with one address (CT-01)', async () => {
    const me = await newcomer(world);
    const answers = await Promise.all([1, 2, 3].map(() => me.send('PUT', '', profileForm)));
    expect(answers.map((answer) => answer.statusCode)).toEqual([200, 200, 200]);
    expect(new Set(answers.map((answer) => answer.json().slug)).size).toBe(1);
  });

  it('takes emoji and right-to-left names, and drops what would turn the page around (CT-01)', async () => {
    const me = await newcomer(world);
    const saved = await me.send('PUT', '', {
      ...profileForm,
      displayName: 'ليلى \u202e🎻 Noor',
      headline: 'Oud\r\nand  voice',
    });
    expect(saved.json()).toMatchObject({ displayName: 'ليلى 🎻 Noor', headline: 'Oud and voice' });
    expect(
      (await me.send('PUT', '', { ...profileForm, displayName: ' \u200e\u202e ' })).statusCode,
    ).toBe(422);
  });
});
