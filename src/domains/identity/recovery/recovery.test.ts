import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  gardenPassword,
  type IdentityWorld,
  newEmail,
  sessionOf,
  startIdentityWorld,
} from '../../../../test/support/identity.ts';
import { passwordChanged, passwordResetRequested, verificationRequested } from '../events.ts';

let world: IdentityWorld;
beforeAll(async () => {
  world = await startIdentityWorld();
});
afterAll(() => world?.close());
beforeEach(() => world.settle());

describe('a forgotten password', () => {
  it('is answered alike whether the address has an account or not (ID-03)', async () => {
    const known = await world.post('forgot-password', { email: await world.verified() });
    const unknown = await world.post('forgot-password', { email: newEmail() });
    expect([known.statusCode, known.body]).toEqual([202, unknown.body]);
    await world.runJobs();
    expect(world.heard.filter(({ event }) => event === passwordResetRequested.name)).toHaveLength(
      1,
    );
  });

  it('is replaced by a link that works once and ends every other session (ID-03)', async () => {
    const email = await world.verified();
    const here = sessionOf(await world.post('login', { email, password: gardenPassword }));
    const elsewhere = sessionOf(await world.post('login', { email, password: gardenPassword }));
    await world.post('forgot-password', { email });
    const token = await world.lastLink(passwordResetRequested, email);

    expect(
      (await world.post('reset-password', { token, password: 'weak' }, here)).json(),
    ).toMatchObject({
      code: 'password_weak',
    });
    expect(
      (await world.post('reset-password', { token, password: 'Fresh-Garden-46' }, here)).statusCode,
    ).toBe(204);
    expect((await world.me(here)).statusCode).toBe(200);
    expect((await world.me(elsewhere)).statusCode).toBe(401);
    expect(
      (await world.post('reset-password', { token, password: 'Third-Garden-47' })).json(),
    ).toMatchObject({ code: 'link_used' });
    expect((await world.post('login', { email, password: gardenPassword })).statusCode).toBe(401);
    expect((await world.post('login', { email, password: 'Fresh-Garden-46' })).statusCode).toBe(
      200,
    );
    await world.runJobs();
    expect(world.heard.filter(({ event }) => event === passwordChanged.name)).toHaveLength(1);
  });

  it('has one hour (ID-03)', async () => {
    const email = await world.verified();
    await world.post('forgot-password', { email });
    const token = await world.lastLink(passwordResetRequested, email);
    world.clock.advance({ hours: 1 });
    expect(
      (await world.post('reset-password', { token, password: 'Fresh-Garden-46' })).json(),
    ).toMatchObject({ code: 'link_expired' });
  });

  it('proves the address too, so a person who never confirmed can sign in afterwards (ID-03)', async () => {
    const email = newEmail();
    await world.register(email);
    const verification = await world.lastLink(verificationRequested, email);
    await world.post('forgot-password', { email });
    await world.post('reset-password', {
      token: await world.lastLink(passwordResetRequested, email),
      password: 'Fresh-Garden-46',
    });
    expect((await world.post('login', { email, password: 'Fresh-Garden-46' })).statusCode).toBe(
      200,
    );
    expect((await world.post('verify-email', { token: verification })).json()).toMatchObject({
      code: 'link_used',
    });
  });

  it('does not take a verification link for a reset link, nor an invented one (ID-03)', async () => {
    const email = newEmail();
    await world.register(email);
    const verification = await world.lastLink(verificationRequested, email);
    for (const token of [verification, 'invented'])
      expect(
        (await world.post('reset-password', { token, password: gardenPassword })).json(),
      ).toMatchObject({
        code: 'link_unknown',
      });
  });
});
