import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestWorld, type World } from '../../../../test/support/world.ts';
import {
  addRole,
  createPerson,
  findPersonByEmail,
  getPerson,
  hashPassword,
  identityDomain,
} from '../index.ts';
import { sweep } from '../jobs.ts';
import { tables } from '../tables.ts';

let world: World;
beforeAll(async () => {
  world = await startTestWorld({ domains: [identityDomain] });
});
afterAll(() => world?.close());

const password = 'Tidy-Garden-42';
const logIn = (email: string, password: string) =>
  world.inject({ method: 'POST', url: '/api/v1/auth/login', payload: { email, password } });

describe('people', () => {
  it('share one account between the spellings of an address', async () => {
    const id = await createPerson(world.ctx, { email: 'Spelled@example.com', displayName: 'Ada' });
    expect((await findPersonByEmail(world.ctx, '  ＳＰＥＬＬＥＤ@EXAMPLE.com '))!.id).toBe(id);
  });

  it('can be created verified, and given a role once', async () => {
    const email = 'demo@example.com';
    const id = await createPerson(world.ctx, {
      email,
      displayName: 'Demo',
      passwordHash: await hashPassword(password),
      verified: true,
      isDemo: true,
    });
    await addRole(world.ctx, id, 'instructor');
    await addRole(world.ctx, id, 'instructor');
    expect(await getPerson(world.ctx, id)).toMatchObject({
      roles: ['learner', 'instructor'],
      isDemo: true,
    });
    expect((await logIn(email, password)).statusCode).toBe(200);
    await expect(createPerson(world.ctx, { email, displayName: 'Twice' })).rejects.toMatchObject({
      code: 'email_taken',
    });
  });

  it('without a password cannot sign in with one', async () => {
    const email = 'nobody@example.com';
    await createPerson(world.ctx, { email, displayName: 'Demo', verified: true });
    expect((await logIn(email, 'nobody has this password')).statusCode).toBe(401);
  });

  it('leave no expired sessions and links behind for more than a month', async () => {
    const email = 'away@example.com';
    const id = await createPerson(world.ctx, {
      email,
      displayName: 'Ada',
      passwordHash: await hashPassword(password),
      verified: true,
    });
    await logIn(email, password);
    const left = () =>
      tables(world.ctx)
        .selectFrom('identity.sessions')
        .select('id')
        .where('person_id', '=', id)
        .execute();
    world.clock.advance({ hours: 24 * 30 });
    await sweep(world.ctx);
    expect(await left()).toHaveLength(1);
    world.clock.advance({ hours: 13 });
    await sweep(world.ctx);
    expect(await left()).toHaveLength(0);
  });
});
