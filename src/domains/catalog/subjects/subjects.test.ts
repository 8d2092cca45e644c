import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { signIn } from '../../../../test/support/people.ts';
import { startTestWorld, type World } from '../../../../test/support/world.ts';
import { sql } from '../../../platform/db/index.ts';
import { inTransaction } from '../../../platform/db/index.ts';
import { changeSubject } from './edit-subjects.ts';
import { listSubjects } from './list-subjects.ts';

describe('subjects', () => {
  let world: World;
  let operator: string;

  beforeAll(async () => {
    world = await startTestWorld();
    operator = (await signIn(world, 'operator@example.com', ['operator'])).cookie;
  });
  afterAll(() => world.close());

  const list = async () =>
    (await world.inject({ url: '/api/v1/subjects' })).json().items as {
      slug: string;
      name: string;
      icon: string;
      synonyms: string[];
    }[];
  const patch = (slug: string, payload: object, cookie = operator) =>
    world.inject({
      method: 'PATCH',
      url: `/api/v1/subjects/${slug}`,
      headers: { cookie },
      payload,
    });

  it('ship with the product, at least 25 of them, with the words learners use (CT-03)', async () => {
    const subjects = await list();
    expect(subjects.length).toBeGreaterThanOrEqual(25);
    const synonymsOf = (slug: string) =>
      subjects.find((subject) => subject.slug === slug)?.synonyms;
    expect(synonymsOf('maths')).toEqual(expect.arrayContaining(['maths tutor', 'algebra']));
    expect(synonymsOf('voice')).toContain('singing');
    expect(synonymsOf('guitar')).toContain('acoustic guitar');
    expect(subjects.every((subject) => subject.icon === subject.slug)).toBe(true);
  });

  it('no two of them claim the same word (CT-03)', async () => {
    const words = (await list()).flatMap((subject) => [
      subject.name.toLowerCase(),
      ...subject.synonyms,
    ]);
    expect(words.filter((word, index) => words.indexOf(word) !== index)).toEqual([]);
  });

  it('are answered from memory until an operator changes one (CT-03)', async () => {
    await list();
    await sql`update catalog.subjects set name = 'Behind our back' where slug = 'chess'`.execute(
      world.ctx.db,
    );
    expect((await list()).find((subject) => subject.slug === 'chess')?.name).toBe('Chess');
    expect(
      (
        await patch('chess', { name: 'Chess club', synonyms: ['Chess club', ' chess club '] })
      ).json(),
    ).toMatchObject({ name: 'Chess club', synonyms: ['chess club'] });
    expect((await list()).find((subject) => subject.slug === 'chess')?.name).toBe('Chess club');
  });

  it('another node forgets its list when the bus tells it (CT-03)', async () => {
    await listSubjects(world.ctx);
    await sql`update catalog.subjects set name = 'Tap dance' where slug = 'dance'`.execute(
      world.ctx.db,
    );
    world.ctx.bus.publish('catalog.subjects_changed');
    expect((await listSubjects(world.ctx)).find((subject) => subject.slug === 'dance')?.name).toBe(
      'Tap dance',
    );
  });

  it('a change that is rolled back was never seen (CT-03)', async () => {
    const ctx = world.as({ kind: 'system', name: 'test' });
    await inTransaction(ctx, async (tx) => {
      await changeSubject(tx, 'cello', { name: 'Violoncello' });
      expect((await listSubjects(tx)).find((subject) => subject.slug === 'cello')?.name).toBe(
        'Violoncello',
      );
      throw new Error('no');
    }).catch(() => {});
    expect((await list()).find((subject) => subject.slug === 'cello')?.name).toBe('Cello');
  });

  it('are created and retired by operators, and by nobody else (CT-03)', async () => {
    const create = (cookie: string, payload: object) =>
      world.inject({ method: 'POST', url: '/api/v1/subjects', headers: { cookie }, payload });
    const { cookie: learner } = await signIn(world, 'learner@example.com', ['learner']);
    const banjo = { slug: 'banjo', name: 'Banjo', synonyms: ['Five-string'] };
    expect((await create(learner, banjo)).statusCode).toBe(403);
    expect((await patch('piano', { name: 'Mine' }, learner)).statusCode).toBe(403);
    expect((await create(operator, banjo)).json()).toMatchObject({
      slug: 'banjo',
      icon: 'banjo',
      synonyms: ['five-string'],
      active: true,
    });
    expect((await create(operator, banjo)).json()).toMatchObject({
      status: 409,
      code: 'subject_exists',
    });
    expect((await list()).some((subject) => subject.slug === 'banjo')).toBe(true);
    await patch('banjo', { active: false });
    expect((await list()).some((subject) => subject.slug === 'banjo')).toBe(false);
    expect((await patch('alchemy', { name: 'Gold' })).json()).toMatchObject({
      status: 404,
      code: 'subject_not_found',
    });
    expect((await patch('piano', {})).statusCode).toBe(400);
  });
});
