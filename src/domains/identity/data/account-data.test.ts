import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { signIn } from '../../../../test/support/people.ts';
import { startTestWorld, type World } from '../../../../test/support/world.ts';
import type { Domain } from '../../../platform/domain.ts';
import type { DeletionBlocker } from '../../../platform/person-data/index.ts';
import { identityDomain } from '../index.ts';
import { tables } from '../tables.ts';
import { cancelDeletion } from './schedule-deletion.ts';
import { eraseAccount, eraseDueAccounts } from './erase-account.ts';

let blockers: DeletionBlocker[] = [];
let failures = 0;
const erased: string[] = [];
/** Stands above identity, so it is asked first. */
const upstairs: Domain = {
  name: 'upstairs',
  deletionBlockers: async () => blockers,
  async erasePerson(ctx, personId) {
    await tables(ctx)
      .updateTable('identity.people')
      .set({ display_name: 'Half erased' })
      .where('id', '=', personId)
      .execute();
    erased.push(personId);
  },
};
/** Below, so it is asked last. */
const downstairs: Domain = {
  name: 'downstairs',
  async erasePerson() {
    if (failures-- > 0) throw new Error('the power went out');
  },
};

let world: World;
beforeAll(async () => {
  world = await startTestWorld({ domains: [downstairs, identityDomain, upstairs] });
});
afterAll(() => world?.close());
beforeEach(async () => {
  await world.runJobs();
  blockers = [];
  failures = 0;
  erased.splice(0);
});

let people = 0;
async function someone() {
  const email = `someone${(people += 1)}@example.com`;
  const { cookie, personId } = await signIn(world, email, ['learner']);
  const send = (method: 'GET' | 'POST' | 'PATCH' | 'DELETE', path: string, payload?: object) =>
    world.inject({
      method,
      url: `/api/v1/me${path}`,
      headers: { cookie },
      ...(payload && { payload }),
    });
  return { email, personId, send };
}

async function leaving() {
  const one = await someone();
  expect((await one.send('POST', '/deletion', {})).statusCode).toBe(202);
  const { id: deletionId } = await tables(world.ctx)
    .selectFrom('identity.deletions')
    .select('id')
    .where('person_id', '=', one.personId)
    .executeTakeFirstOrThrow();
  return { ...one, deletionId };
}

const personOf = (personId: string) =>
  tables(world.ctx)
    .selectFrom('identity.people')
    .select(['display_name as name', 'erased_at as erasedAt'])
    .where('id', '=', personId)
    .executeTakeFirstOrThrow();

const graceOver = () => world.clock.advance({ hours: 14 * 24 });

describe('erasing an account (ID-17)', () => {
  it('is all or nothing: what fails half way is done again from the start', async () => {
    const { personId, deletionId } = await leaving();
    graceOver();
    failures = 1;
    await expect(eraseAccount(world.ctx, { deletionId, personId })).rejects.toThrow('power');
    expect(await personOf(personId)).toEqual({ name: 'Test Person', erasedAt: null });
    await eraseAccount(world.ctx, { deletionId, personId });
    expect(await personOf(personId)).toMatchObject({ name: 'Deleted person' });
    expect(erased).toEqual([personId, personId]);
  });

  it('happens once, however many workers try', async () => {
    const { personId, deletionId } = await leaving();
    graceOver();
    await Promise.all(
      Array.from({ length: 8 }, () => eraseAccount(world.ctx, { deletionId, personId })),
    );
    expect(erased).toEqual([personId]);
  });

  it('and keeping it, at once: one of the two happens, wholly', async () => {
    for (let round = 0; round < 6; round++) {
      const { personId, deletionId } = await leaving();
      graceOver();
      const cancel = () => cancelDeletion(world.ctx, { personId });
      const erase = () => eraseAccount(world.ctx, { deletionId, personId });
      await Promise.all(round % 2 ? [cancel(), erase()] : [erase(), cancel()]);
      const { cancelled_at: cancelledAt, erased_at: erasedAt } = await tables(world.ctx)
        .selectFrom('identity.deletions')
        .select(['cancelled_at', 'erased_at'])
        .where('id', '=', deletionId)
        .executeTakeFirstOrThrow();
      expect((cancelledAt === null) !== (erasedAt === null)).toBe(true);
      expect((await personOf(personId)).erasedAt !== null).toBe(erasedAt !== null);
    }
  });

  it('waits for lessons that were booked meanwhile, and is tried again every night', async () => {
    const { personId } = await leaving();
    blockers = [{ code: 'lessons_ahead', detail: 'A lesson is still ahead.' }];
    graceOver();
    await world.runJobs();
    expect((await personOf(personId)).erasedAt).toBeNull();
    blockers = [];
    await eraseDueAccounts(world.ctx);
    expect((await personOf(personId)).erasedAt).not.toBeNull();
  });

  it('does not come a moment too early', async () => {
    const { personId, deletionId } = await leaving();
    world.clock.advance({ hours: 14 * 24 - 1 });
    await eraseAccount(world.ctx, { deletionId, personId });
    await eraseDueAccounts(world.ctx);
    expect((await personOf(personId)).erasedAt).toBeNull();
  });
});

describe('asking for it (ID-17)', () => {
  it('twice at once makes one deletion', async () => {
    const { send, personId } = await someone();
    const answers = await Promise.all(
      Array.from({ length: 10 }, () => send('POST', '/deletion', {})),
    );
    expect(new Set(answers.map(({ body }) => body)).size).toBe(1);
    const rows = await tables(world.ctx)
      .selectFrom('identity.deletions')
      .select('id')
      .where('person_id', '=', personId)
      .execute();
    expect(rows).toHaveLength(1);
  });

  it('is refused with every reason there is', async () => {
    const { send } = await someone();
    blockers = [
      { code: 'lessons_ahead', detail: 'A lesson is still ahead.' },
      { code: 'payment_under_way', detail: 'A payment is under way.' },
    ];
    const answer = await send('POST', '/deletion', {});
    expect([answer.statusCode, answer.json()]).toMatchObject([
      409,
      {
        code: 'deletion_blocked',
        detail: 'A lesson is still ahead. A payment is under way.',
        details: { reasons: blockers },
      },
    ]);
  });
});

describe('changing one’s own name, zone and language', () => {
  it('changes what is given and leaves the rest', async () => {
    const { send } = await someone();
    const changed = await send('PATCH', '', { displayName: '  Åsa Öst ', timeZone: 'Asia/Tokyo' });
    expect([changed.statusCode, changed.json()]).toMatchObject([
      200,
      { displayName: 'Åsa Öst', timeZone: 'Asia/Tokyo', roles: ['learner'] },
    ]);
    expect((await send('PATCH', '', { locale: 'en-gb' })).statusCode).toBe(200);
    expect((await send('PATCH', '', {})).json()).toEqual(changed.json());
    expect((await send('GET', '')).json()).toEqual(changed.json());
  });

  it.each([
    [{ displayName: ' ' }, 'displayName'],
    [{ displayName: 'Ada\r\nBcc: x@example.com' }, 'displayName'],
    [{ displayName: 'x'.repeat(401) }, 'displayName'],
    [{ timeZone: 'Europe/Nowhere' }, 'timeZone'],
    [{ locale: 'not a language' }, 'locale'],
    [{ email: 'new@example.com' }, 'email'],
    [{ roles: ['operator'] }, 'roles'],
  ])('refuses %j', async (payload, field) => {
    const { send } = await someone();
    const answer = await send('PATCH', '', payload);
    expect([400, 422]).toContain(answer.statusCode);
    expect(answer.json().errors).toMatchObject([{ field }]);
  });
});
