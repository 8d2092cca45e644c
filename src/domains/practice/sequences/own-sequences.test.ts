import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newPractiser } from '../../../../test/support/practice.ts';
import { startTestWorld, type World } from '../../../../test/support/world.ts';
import { identityDomain } from '../../identity/index.ts';
import { practiceDomain } from '../index.ts';
import { forgetLibrary } from '../library/published-library.ts';
import { erasePerson, exportPerson } from '../person-data.ts';
import { tables } from '../tables.ts';

let world: World;
beforeAll(async () => {
  world = await startTestWorld({ domains: [identityDomain, practiceDomain] });
}, 120_000);
afterAll(() => world?.close());

const newPerson = () => newPractiser(world);
type Person = Awaited<ReturnType<typeof newPerson>>;

const morning = {
  name: 'My morning',
  summary: 'Before tea.',
  steps: [
    { exercise: 'cat', seconds: 45 },
    { exercise: 'cow', seconds: 45, transition: 'Breathe in.' },
    { exercise: 'tree', seconds: 40, side: 'right' },
    { exercise: 'tree', seconds: 40, side: 'left' },
  ],
};
const create = async ({ send }: Person, more: object = {}) =>
  send('POST', '/sequences', { ...morning, ...more });
const open = async (slug: string) => {
  const answer = await world.inject({ url: `/api/v1/sequences/${slug}` });
  return { status: answer.statusCode, ...answer.json() };
};

describe('a sequence of one’s own', () => {
  it('is built, read, changed and deleted (PR-05)', async () => {
    const { send } = await newPerson();
    const made = await create({ send } as Person);
    expect(made).toMatchObject({
      status: 201,
      name: 'My morning',
      level: 'beginner',
      seconds: 170 + 3 * 5,
      by: 'me',
      shared: false,
      version: 1,
      warnings: [],
    });
    const path = `/sequences/${made.slug}`;
    expect(await send('GET', path)).toEqual({ ...made, status: 200 });
    const changed = await send('PUT', path, {
      ...morning,
      version: 1,
      name: ' Evening ',
      changeSeconds: 0,
      steps: [{ exercise: 'crow', seconds: 30 }],
    });
    expect(changed).toMatchObject({
      status: 200,
      name: 'Evening',
      level: 'intermediate',
      seconds: 30,
      version: 2,
      warnings: [{ code: 'no_warm_up', step: 1 }],
    });
    expect((await send('DELETE', path)).status).toBe(204);
    expect((await send('DELETE', path)).status).toBe(204);
    expect(await send('GET', path)).toMatchObject({ status: 404, code: 'sequence_not_found' });
  });

  it('is not overwritten by who has not seen the last version (PR-05)', async () => {
    const person = await newPerson();
    const { slug } = await create(person);
    const save = (name: string, version: number) =>
      person.send('PUT', `/sequences/${slug}`, { ...morning, name, version });
    const both = await Promise.all([save('One', 1), save('Other', 1)]);
    expect(new Set(both.map(({ status }) => status))).toEqual(new Set([200, 409]));
    expect(both.find(({ status }) => status === 409)).toMatchObject({ code: 'sequence_changed' });
    expect(await save('Late', 1)).toMatchObject({ status: 409, details: { version: 2 } });
    expect((await save('Now', 2)).version).toBe(3);
  });

  it('is its owner’s alone until it is shared, and again afterwards (PR-05)', async () => {
    const [ada, bob] = [await newPerson(), await newPerson()];
    const { slug } = await create(ada);
    expect(slug).toMatch(/^[0-9a-f]{32}$/);
    const path = `/sequences/${slug}`;
    const seen = async () => {
      const answer = await world.inject({
        url: `/api/v1${path}`,
        headers: { cookie: bob.cookie },
      });
      return [(await open(slug)).status, answer.statusCode];
    };
    expect(await seen()).toEqual([404, 404]);
    expect(await ada.send('PUT', `${path}/sharing`, { shared: true })).toMatchObject({
      shared: true,
    });
    expect(await seen()).toEqual([200, 200]);
    expect((await open(slug)).by).toBe('another');
    expect(Object.keys(await open(slug))).not.toContain('warnings');
    for (const [method, body] of [
      ['GET', undefined],
      ['PUT', { ...morning, version: 1 }],
      ['DELETE', undefined],
    ] as const)
      expect((await bob.send(method, path, body)).status).toBe(method === 'DELETE' ? 204 : 404);
    expect((await bob.send('PUT', `${path}/sharing`, { shared: false })).status).toBe(404);
    expect(await seen()).toEqual([200, 200]);
    await ada.send('PUT', `${path}/sharing`, { shared: false });
    expect(await seen()).toEqual([404, 404]);
    const own = await world.inject({ url: `/api/v1${path}`, headers: { cookie: ada.cookie } });
    expect(own.json()).toMatchObject({ by: 'me', name: 'My morning' });
  });

  it('never stands among those of the library (PR-05)', async () => {
    const ada = await newPerson();
    const { slug } = await create(ada);
    await ada.send('PUT', `/sequences/${slug}/sharing`, { shared: true });
    forgetLibrary(world.ctx);
    const { items } = (await world.inject({ url: '/api/v1/sequences?limit=100' })).json();
    expect(items.map((one: { slug: string }) => one.slug)).not.toContain(slug);
  });

  it('holds 500 steps, and refuses what is none with the field (PR-05)', async () => {
    const person = await newPerson();
    const steps = (count: number) =>
      Array.from({ length: count }, () => ({
        exercise: 'mountain',
        seconds: 900,
        transition: 'ä'.repeat(300),
      }));
    const longest = await create(person, { steps: steps(500) });
    expect(longest).toMatchObject({ status: 201, seconds: 500 * 900 + 499 * 5 });
    for (const [more, status, field] of [
      [{ steps: steps(501) }, 400, 'steps'],
      [{ steps: [] }, 400, 'steps'],
      [{ steps: [{ exercise: 'mountain', seconds: 0 }] }, 400, 'steps.0.seconds'],
      [{ steps: [{ exercise: 'mountain', seconds: 901 }] }, 400, 'steps.0.seconds'],
      [{ steps: [{ exercise: 'mountain', seconds: 1.5 }] }, 400, 'steps.0.seconds'],
      [{ steps: [...steps(1), { exercise: 'nothing', seconds: 9 }] }, 422, 'steps.1.exercise'],
      [{ name: '   ' }, 422, 'name'],
      [{ name: 'x'.repeat(81) }, 400, 'name'],
      [{ name: 'a\0b' }, 422, 'name'],
      [{ changeSeconds: 61 }, 400, 'changeSeconds'],
    ] as const) {
      const answer = await create(person, more);
      expect([answer.status, answer.errors?.[0].field], JSON.stringify(more).slice(0, 80)).toEqual([
        status,
        field,
      ]);
    }
    expect(await create(person, { library: 'kazoo' })).toMatchObject({
      status: 404,
      code: 'library_not_found',
    });
  });

  it('has a side exactly where its exercise has two (PR-05)', async () => {
    const { steps } = await create(await newPerson(), {
      steps: [
        { exercise: 'mountain', seconds: 30, side: 'left' },
        { exercise: 'tree', seconds: 30 },
      ],
    });
    expect(steps.map(({ side }: { side: string }) => side)).toEqual([null, 'right']);
  });

  it('may number two hundred, listed newest first by pages (PR-05)', async () => {
    const person = await newPerson();
    for (const name of ['One', 'Two', 'Three']) await create(person, { name });
    const first = await person.send('GET', '/sequences?limit=2');
    expect(first.items.map(({ name }: { name: string }) => name)).toEqual(['Three', 'Two']);
    expect(first.items[0]).toMatchObject({ stepCount: 4, seconds: 185, shared: false });
    expect(first.items[0].figures[0]).toBe('/figures/yoga/cat.svg');
    const second = await person.send('GET', `/sequences?limit=2&cursor=${first.nextCursor}`);
    expect(second).toMatchObject({ items: [{ name: 'One' }], nextCursor: null });
    const [row] = await tables(world.ctx)
      .selectFrom('practice.sequences')
      .selectAll()
      .where('owner_id', '=', person.personId)
      .execute();
    await tables(world.ctx)
      .insertInto('practice.sequences')
      .values(
        Array.from({ length: 197 }, (_, at) => ({
          ...row!,
          id: crypto.randomUUID(),
          slug: `${row!.slug}${at}`,
        })),
      )
      .execute();
    expect(await create(person)).toMatchObject({ status: 409, code: 'sequences_full' });
  });

  it('keeps an exercise that left the library, and says so (PR-05)', async () => {
    const person = await newPerson();
    const { slug } = await create(person);
    const setStatus = async (status: 'archived' | 'published') => {
      await tables(world.ctx)
        .updateTable('practice.exercises')
        .set({ status })
        .where('slug', '=', 'cow')
        .execute();
      forgetLibrary(world.ctx);
    };
    await setStatus('archived');
    const read = await person.send('GET', `/sequences/${slug}`);
    expect(read.steps).toHaveLength(4);
    expect(read.warnings).toMatchObject([{ code: 'left_library', exercise: 'cow', step: 2 }]);
    const saved = await person.send('PUT', `/sequences/${slug}`, { ...morning, version: 1 });
    expect(saved).toMatchObject({ status: 200, version: 2 });
    await setStatus('published');
  });
});

describe('what one’s body asks for', () => {
  it('is kept, shown in the check of a sequence, and taken back (PR-05)', async () => {
    const { send, cookie } = await newPerson();
    expect((await send('GET', '/practice-cautions')).cautions).toEqual([]);
    const set = await send('PUT', '/practice-cautions', {
      cautions: ['wrists', 'knees', 'wrists'],
    });
    expect(set.cautions).toEqual(['knees', 'wrists']);
    const check = async (headers: Record<string, string>) =>
      (
        await world.inject({
          method: 'POST',
          url: '/api/v1/sequences/check',
          headers,
          payload: { steps: [{ exercise: 'plank', seconds: 30 }] },
        })
      ).json();
    expect((await check({ cookie })).warnings).toMatchObject([
      { code: 'contraindicated', exercise: 'plank', cautions: ['wrists'] },
    ]);
    expect((await check({})).warnings).toEqual([]);
    await send('PUT', '/practice-cautions', { cautions: [] });
    expect((await check({ cookie })).warnings).toEqual([]);
    const refused = await send('PUT', '/practice-cautions', { cautions: ['bones'] });
    expect([refused.status, refused.errors[0].field]).toEqual([400, 'cautions.0']);
  });

  it('and what one built can be carried away, and is erased alone (ID-17)', async () => {
    const [ada, bob] = [await newPerson(), await newPerson()];
    for (const person of [ada, bob]) {
      await create(person);
      await person.send('PUT', '/practice-cautions', { cautions: ['neck'] });
    }
    const whole = {
      cautions: ['neck'],
      sequences: [{ name: 'My morning', summary: 'Before tea.', steps: morning.steps }],
    };
    expect(await exportPerson(world.ctx, ada.personId)).toMatchObject(whole);
    for (let time = 0; time < 2; time += 1) await erasePerson(world.ctx, ada.personId);
    expect(await exportPerson(world.ctx, ada.personId)).toMatchObject({
      cautions: [],
      sequences: [],
    });
    expect(await exportPerson(world.ctx, bob.personId)).toMatchObject(whole);
  });
});
