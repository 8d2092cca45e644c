import { hash } from '@node-rs/argon2';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  gardenPassword,
  type IdentityWorld,
  startIdentityWorld,
} from '../../../../test/support/identity.ts';
import { openTab, type Tab } from '../../../../test/support/tab.ts';
import { passwordChanged } from '../events.ts';
import { tables } from '../tables.ts';
import { hashPassword } from './password-hash.ts';

let world: IdentityWorld;
let email: string;
let tab: Tab;
beforeAll(async () => {
  world = await startIdentityWorld();
});
afterAll(() => world?.close());
beforeEach(async () => {
  await world.settle();
  email = await world.verified();
  tab = openTab(world);
  await tab.post('/auth/login', { email, password: gardenPassword });
});

const newPassword = 'Fresh-Garden-46';
const change = (currentPassword: string, wanted = newPassword) =>
  tab.post('/auth/change-password', { currentPassword, newPassword: wanted });
const signIn = (password: string) => world.post('login', { email, password });

describe('changing the password', () => {
  it('asks for the old one, ends every other session and tells the owner (ID-04, ID-12)', async () => {
    const other = openTab(world);
    await other.post('/auth/login', { email, password: gardenPassword });
    expect((await change(gardenPassword)).statusCode).toBe(204);
    expect((await tab.get('/me')).statusCode).toBe(200);
    expect((await other.get('/me')).statusCode).toBe(401);
    expect((await signIn(gardenPassword)).statusCode).toBe(401);
    expect((await signIn(newPassword)).statusCode).toBe(200);
    await world.runJobs();
    expect(world.heard.filter(({ event }) => event === passwordChanged.name)).toHaveLength(1);
  });

  it('changes nothing when the old one is wrong, and names the field (ID-04)', async () => {
    const refused = await change('Wrong-Garden-43');
    expect([refused.statusCode, refused.json()]).toMatchObject([
      422,
      { code: 'password_wrong', errors: [{ field: 'currentPassword' }] },
    ]);
    expect((await signIn(gardenPassword)).statusCode).toBe(200);
  });

  it('refuses a weak one, and names the field (ID-04)', async () => {
    expect((await change(gardenPassword, 'weak')).json()).toMatchObject({
      code: 'password_weak',
      errors: [{ field: 'newPassword' }],
    });
  });

  it('is one step of many at once: every old password is checked against what stands (ID-04)', async () => {
    const answers = await Promise.all(
      ['One-Garden-46', 'Two-Garden-47'].map((wanted) => change(gardenPassword, wanted)),
    );
    expect(answers.map(({ statusCode }) => statusCode).sort((a, b) => a - b)).toEqual([204, 422]);
  });
});

describe('a hash with less work than today’s', () => {
  it('is replaced when its owner signs in, and only then (ID-04)', async () => {
    const old = await hash(gardenPassword, { memoryCost: 8192, timeCost: 1, parallelism: 1 });
    expect(old).toContain('$m=8192,t=1,p=1$');
    const person = () =>
      tables(world.ctx)
        .selectFrom('identity.people')
        .select('password_hash as hash')
        .where('email', '=', email)
        .executeTakeFirstOrThrow();
    await tables(world.ctx)
      .updateTable('identity.people')
      .set({ password_hash: old })
      .where('email', '=', email)
      .execute();
    expect((await signIn('Wrong-Garden-43')).statusCode).toBe(401);
    expect((await person()).hash).toBe(old);
    expect((await signIn(gardenPassword)).statusCode).toBe(200);
    const renewed = (await person()).hash!;
    expect(renewed.split('$')[3]).toBe((await hashPassword('any')).split('$')[3]);
    expect((await signIn(gardenPassword)).statusCode).toBe(200);
    expect((await person()).hash).toBe(renewed);
  });
});
