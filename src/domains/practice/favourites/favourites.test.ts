import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newPractiser } from '../../../../test/support/practice.ts';
import { publishedTeacher } from '../../../../test/support/teachers.ts';
import { startTestWorld, type World } from '../../../../test/support/world.ts';
import { newId } from '../../../platform/db/index.ts';
import { tables } from '../tables.ts';

let world: World;
beforeAll(async () => {
  world = await startTestWorld();
}, 120_000);
afterAll(() => world?.close());

async function newPerson() {
  const { personId, send: sendAny } = await newPractiser(world);
  const send = (method: 'GET' | 'PUT' | 'DELETE', path = '') =>
    sendAny(method, `/favourites${path}`);
  const liked = async (query = '') =>
    (await send('GET', query)).items.map(
      ({ kind, slug }: { kind: string; slug: string }) => `${kind} ${slug}`,
    );
  return { personId, send, liked };
}

/** A sequence of that person's own, with one step. */
async function ownSequence(ownerId: string, visibility: 'private' | 'link' | 'public') {
  const [id, now] = [newId(world.clock), world.clock.now()];
  const slug = `own-${id.slice(-12)}`;
  await tables(world.ctx)
    .insertInto('practice.sequences')
    .values({
      id,
      library: 'yoga',
      slug,
      owner_id: ownerId,
      name: 'My evening',
      level: 1,
      summary: '',
      audience: '',
      benefits: [],
      change_seconds: 5,
      visibility,
      status: 'published',
      shipped_digest: null,
      edited_at: null,
      created_at: now,
      updated_at: now,
    })
    .execute();
  const mountain = await tables(world.ctx)
    .selectFrom('practice.exercises')
    .select('id')
    .where('slug', '=', 'mountain')
    .executeTakeFirstOrThrow();
  await tables(world.ctx)
    .insertInto('practice.sequence_steps')
    .values({
      sequence_id: id,
      position: 1,
      exercise_id: mountain.id,
      side: null,
      seconds: 30,
      transition: null,
    })
    .execute();
  return slug;
}

describe('favourites', () => {
  it('are instructors, exercises and sequences, with name and figure, newest first (CT-04)', async () => {
    const { send } = await newPerson();
    const teacher = await publishedTeacher(world);
    const { items } = (await world.inject({ url: '/api/v1/sequences?library=yoga' })).json();
    for (const path of [
      `/instructor/${teacher.slug}`,
      '/exercise/mountain',
      `/sequence/${items[0].slug}?library=yoga`,
    ]) {
      expect((await send('PUT', path)).status).toBe(204);
      world.clock.advance({ seconds: 1 });
    }
    const { items: liked } = await send('GET');
    expect(liked).toMatchObject([
      { kind: 'sequence', library: 'yoga', slug: items[0].slug, name: items[0].name },
      {
        kind: 'exercise',
        library: 'yoga',
        slug: 'mountain',
        name: expect.stringContaining('Mountain'),
        figure: '/figures/yoga/mountain.svg',
      },
      {
        kind: 'instructor',
        library: null,
        slug: teacher.slug,
        name: 'Tomás Rivera',
        figure: expect.stringMatching(/^\/portraits\/.*\.svg$/),
      },
    ]);
    for (const { figure, available } of liked) {
      expect(available).toBe(true);
      expect((await world.inject({ url: figure })).statusCode).toBe(200);
    }
  });

  it('are kept once, however often and at once they are asked for, and dropped (CT-04)', async () => {
    const { send, liked } = await newPerson();
    const answers = await Promise.all(
      Array.from({ length: 5 }, () => send('PUT', '/exercise/crow')),
    );
    expect(answers.map(({ status }) => status)).toEqual([204, 204, 204, 204, 204]);
    expect(await liked()).toEqual(['exercise crow']);
    expect((await send('DELETE', '/exercise/crow')).status).toBe(204);
    expect((await send('DELETE', '/exercise/crow')).status).toBe(204);
    expect(await liked()).toEqual([]);
  });

  it('are paged and told by kind (CT-04)', async () => {
    const { send, liked } = await newPerson();
    const { items } = (await world.inject({ url: '/api/v1/poses?limit=5' })).json();
    const slugs = items.map(({ slug }: { slug: string }) => slug);
    for (const slug of slugs) await send('PUT', `/exercise/${slug}`);
    const first = await send('GET', '?limit=3');
    const second = await send('GET', `?limit=3&cursor=${first.nextCursor}`);
    expect(second.nextCursor).toBeNull();
    const seen = [...first.items, ...second.items].map(({ slug }: { slug: string }) => slug);
    expect(seen).toEqual(slugs.toReversed());
    expect(await liked('?kind=instructor')).toEqual([]);
    expect(await liked('?kind=exercise')).toHaveLength(5);
    for (const query of ['?kind=place', '?cursor=x', '?limit=0'])
      expect([400, 422]).toContain((await send('GET', query)).status);
  });

  it('of what does not exist are refused by their kind (CT-04)', async () => {
    const { send } = await newPerson();
    for (const [path, code] of [
      ['/instructor/nobody', 'instructor_not_found'],
      ['/exercise/nothing', 'exercise_not_found'],
      ['/exercise/mountain?library=piano', 'exercise_not_found'],
      ['/sequence/nothing', 'sequence_not_found'],
    ]) {
      expect(await send('PUT', path)).toMatchObject({ status: 404, code });
      expect((await send('DELETE', path)).status).toBe(204);
    }
    expect((await send('PUT', '/exercise/..%2Fmountain')).status).toBe(400);
    expect((await send('PUT', '/place/camden')).status).toBe(400);
  });

  it('may be what another person shared by link, and say nothing of it once it is private (CT-04)', async () => {
    const [ada, bob] = [await newPerson(), await newPerson()];
    const hidden = await ownSequence(ada.personId, 'private');
    expect((await bob.send('PUT', `/sequence/${hidden}`)).status).toBe(404);
    expect((await ada.send('PUT', `/sequence/${hidden}`)).status).toBe(204);
    const shared = await ownSequence(ada.personId, 'link');
    await bob.send('PUT', `/sequence/${shared}`);
    expect((await bob.send('GET')).items).toMatchObject([
      { name: 'My evening', figure: '/figures/yoga/mountain.svg', available: true },
    ]);
    await tables(world.ctx)
      .updateTable('practice.sequences')
      .set({ visibility: 'private' })
      .where('slug', '=', shared)
      .execute();
    expect((await bob.send('GET')).items).toMatchObject([
      { slug: shared, name: null, figure: null, available: false },
    ]);
    await bob.send('DELETE', `/sequence/${shared}`);
    expect((await bob.send('GET')).items).toEqual([]);
  });

  it('keep a hidden instructor without the name, so that one can take it off (CT-04)', async () => {
    const { send } = await newPerson();
    const teacher = await publishedTeacher(world);
    await send('PUT', `/instructor/${teacher.slug}`);
    await world.ctx.personData.erase(world.ctx, teacher.personId);
    const [kept] = (await send('GET')).items;
    expect(kept).toMatchObject({ kind: 'instructor', name: null, figure: null, available: false });
    expect(JSON.stringify(kept)).not.toContain('omas');
    await send('DELETE', `/instructor/${kept.slug}`);
    expect((await send('GET')).items).toEqual([]);
  });

  it('are at most a thousand (CT-04)', async () => {
    const { personId, send } = await newPerson();
    await send('PUT', '/exercise/mountain');
    await tables(world.ctx)
      .insertInto('practice.favourites')
      .values(
        Array.from({ length: 999 }, () => ({
          id: newId(world.clock),
          person_id: personId,
          instructor_id: newId(world.clock),
          created_at: world.clock.now(),
        })) as never,
      )
      .execute();
    expect(await send('PUT', '/exercise/crow')).toMatchObject({
      status: 409,
      code: 'favourites_full',
    });
    expect((await send('PUT', '/exercise/mountain')).status).toBe(204);
  });

  it('are one person’s own, and nobody has any without signing in (CT-04)', async () => {
    const [ada, bob] = [await newPerson(), await newPerson()];
    await ada.send('PUT', '/exercise/mountain');
    expect(await bob.liked()).toEqual([]);
    await bob.send('DELETE', '/exercise/mountain');
    expect(await ada.liked()).toEqual(['exercise mountain']);
    for (const [method, path] of [
      ['GET', ''],
      ['PUT', '/exercise/mountain'],
      ['DELETE', '/exercise/mountain'],
    ] as const) {
      const answer = await world.inject({ method, url: `/api/v1/me/favourites${path}` });
      expect(answer.statusCode).toBe(401);
    }
  });
});
