import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newPractiser, practice } from '../../../../test/support/practice.ts';
import { startTestWorld, type World } from '../../../../test/support/world.ts';
import { identityDomain } from '../../identity/index.ts';
import { practiceDomain } from '../index.ts';
import { erasePerson, exportPerson } from '../person-data.ts';
import { tables } from '../tables.ts';

let world: World;
beforeAll(async () => {
  world = await startTestWorld({ domains: [identityDomain, practiceDomain] });
}, 120_000);
afterAll(() => world?.close());

const newPerson = () => newPractiser(world);

const mountain = '/exercise-notes/yoga/mountain';

describe('a note on an exercise', () => {
  it('is written, written anew, read and deleted (PR-07)', async () => {
    const { send } = await newPerson();
    expect(await send('GET', mountain)).toMatchObject({ status: 404, code: 'note_not_found' });
    await send('PUT', mountain, { text: '  Left knee softer.\nBreathe. ' });
    const written = await send('PUT', mountain, { text: 'Both knees softer 🧘' });
    expect(written).toMatchObject({ status: 200, text: 'Both knees softer 🧘', slug: 'mountain' });
    expect(await send('GET', mountain)).toEqual(written);
    expect((await send('GET', '/exercise-notes')).items).toHaveLength(1);
    expect((await send('DELETE', mountain)).status).toBe(204);
    expect((await send('DELETE', mountain)).status).toBe(204);
    expect((await send('GET', mountain)).status).toBe(404);
  });

  it('has 2,000 characters at most, says something, and is on something (PR-07)', async () => {
    const { send } = await newPerson();
    expect((await send('PUT', mountain, { text: 'ä'.repeat(2000) })).status).toBe(200);
    for (const [text, status] of [
      ['x'.repeat(2001), 400],
      ['', 400],
      [' \n ', 422],
      ['a\0b', 422],
    ] as const) {
      const answer = await send('PUT', mountain, { text });
      expect([answer.status, answer.errors[0].field]).toEqual([status, 'text']);
    }
    expect((await send('PUT', mountain, { text: 'lone \ud800 half' })).text).toBe(
      'lone \ufffd half',
    );
    for (const method of ['GET', 'PUT', 'DELETE'] as const) {
      const path = '/exercise-notes/yoga/nothing';
      const answer = await send(method, path, method === 'PUT' ? { text: 'x' } : undefined);
      expect(answer).toMatchObject({ status: 404, code: 'exercise_not_found' });
    }
  });

  it('outlives the exercise’s time in the library (PR-07)', async () => {
    const { send } = await newPerson();
    const crow = '/exercise-notes/yoga/crow';
    await send('PUT', crow, { text: 'Not yet.' });
    const archive = (status: 'archived' | 'published') =>
      tables(world.ctx)
        .updateTable('practice.exercises')
        .set({ status })
        .where('library', '=', 'yoga')
        .where('slug', '=', 'crow')
        .execute();
    await archive('archived');
    expect((await send('GET', crow)).text).toBe('Not yet.');
    expect((await send('PUT', crow, { text: 'Now.' })).text).toBe('Now.');
    await archive('published');
  });

  it('is on one page of the list (PR-07)', async () => {
    const { send } = await newPerson();
    const { items } = (await world.inject({ url: '/api/v1/poses?limit=5' })).json();
    for (const { slug } of items) await send('PUT', `/exercise-notes/yoga/${slug}`, { text: slug });
    const first = await send('GET', '/exercise-notes?limit=3');
    const second = await send('GET', `/exercise-notes?limit=3&cursor=${first.nextCursor}`);
    const seen = [...first.items, ...second.items].map(({ slug }: { slug: string }) => slug);
    expect(seen.toSorted()).toEqual(items.map(({ slug }: { slug: string }) => slug).toSorted());
    expect(second.nextCursor).toBeNull();
    expect((await send('GET', '/exercise-notes?cursor=x')).errors[0].field).toBe('cursor');
  });

  it('is its writer’s own, and nobody’s without signing in (PR-07)', async () => {
    const [ada, bob] = [await newPerson(), await newPerson()];
    await ada.send('PUT', mountain, { text: 'Mine.' });
    expect((await bob.send('GET', mountain)).status).toBe(404);
    expect((await bob.send('GET', '/exercise-notes')).items).toEqual([]);
    await bob.send('DELETE', mountain);
    expect((await ada.send('GET', mountain)).text).toBe('Mine.');
    for (const method of ['GET', 'PUT', 'DELETE'] as const) {
      const url = `/api/v1/me${mountain}`;
      const payload = method === 'PUT' ? { text: 'x' } : undefined;
      expect((await world.inject({ method, url, ...(payload && { payload }) })).statusCode).toBe(
        401,
      );
    }
  });
});

describe('what the practice keeps about a person', () => {
  it('can be carried away, and is erased without touching another’s (ID-17)', async () => {
    const [ada, bob] = [await newPerson(), await newPerson()];
    for (const { send } of [ada, bob]) {
      await send('POST', '/practice-sessions', practice(world, { title: 'Evening' }));
      await send('PUT', mountain, { text: 'Softer.' });
      await send('PUT', '/favourites/exercise/mountain');
      await send('PUT', '/practice-goals/days_per_week', { target: 3 });
    }
    const whole = {
      sessions: [
        { title: 'Evening', exercises: [{ exercise: 'mountain' }, { exercise: 'corpse' }] },
      ],
      goals: [{ kind: 'days_per_week', target: 3 }],
      achievements: [{ key: 'sessions_1' }],
      favourites: [{ kind: 'exercise', slug: 'mountain' }],
      notes: [{ slug: 'mountain', text: 'Softer.' }],
    };
    expect(await exportPerson(world.ctx, ada.personId)).toMatchObject(whole);
    for (let time = 0; time < 2; time += 1) await erasePerson(world.ctx, ada.personId);
    const left = await exportPerson(world.ctx, ada.personId);
    expect(Object.values(left as object).flat()).toEqual([]);
    expect(await exportPerson(world.ctx, bob.personId)).toMatchObject(whole);
  });
});
