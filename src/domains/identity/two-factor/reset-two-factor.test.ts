import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type IdentityWorld, startIdentityWorld } from '../../../../test/support/identity.ts';
import {
  firstStep,
  newTab,
  password,
  secondStep,
  someone,
  type Someone,
  someoneProtected,
} from '../../../../test/support/two-steps.ts';
import type { Person } from '../../../platform/context.ts';
import { tables } from '../tables.ts';
import {
  finishTwoFactorReset,
  requestTwoFactorReset,
  twoFactorResetLink,
} from './reset-two-factor.ts';

let world: IdentityWorld;
let operator: Someone;
beforeAll(async () => {
  world = await startIdentityWorld();
});
afterAll(() => world?.close());
beforeEach(async () => {
  await world.settle();
  operator = await someone(world, ['people']);
});

const request = (personId: string, by = operator) =>
  by.tab.post(`/operator/people/${personId}/reset-two-factor`);

async function requested(personId: string): Promise<{ resetId: string; token: string }> {
  const answer = await request(personId);
  if (answer.statusCode !== 202) throw new Error(answer.body);
  const { id: resetId } = await tables(world.ctx)
    .selectFrom('identity.two_factor_resets')
    .select('id')
    .where('person_id', '=', personId)
    .where('stopped_at', 'is', null)
    .executeTakeFirstOrThrow();
  const link = await twoFactorResetLink(world.ctx, resetId);
  return { resetId, token: new URL(link!.url).searchParams.get('token')! };
}

describe('taking the second step off for who has lost everything (ID-07, ID-14)', () => {
  it('takes effect after 72 hours, and ends every session and all trust (ID-07, ID-12)', async () => {
    const person = await someoneProtected(world);
    const trusting = newTab(world);
    await firstStep(trusting, person.email);
    await secondStep(trusting, { code: person.app.code(), trustBrowser: true });
    const answer = await request(person.personId);
    const takesEffectAt = world.clock.now().add({ hours: 72 }).toString();
    expect([answer.statusCode, answer.json()]).toEqual([202, { takesEffectAt }]);
    const status = await person.tab.get('/auth/2fa/status');
    expect(status.json()).toMatchObject({ enabled: true, resetTakesEffectAt: takesEffectAt });
    await world.runJobs();
    expect(world.heard).toContainEqual({
      event: 'identity.two_factor_reset_requested',
      data: { personId: person.personId, resetId: expect.any(String) },
    });

    world.clock.advance({ hours: 71, minutes: 59 });
    await world.runJobs();
    expect((await firstStep(newTab(world), person.email)).json().status).toBe('second_step');
    await firstStep(trusting, person.email);
    world.clock.advance({ minutes: 1 });
    await world.runJobs();
    expect((await trusting.get('/me')).statusCode).toBe(401);
    expect((await firstStep(newTab(world), person.email)).json().status).toBe('signed_in');
    expect(world.heard.map(({ event }) => event)).toContain('identity.two_factor_disabled');
  });

  it('is stopped by the mailed link, once (ID-07)', async () => {
    const person = await someoneProtected(world);
    const { resetId, token } = await requested(person.personId);
    const stop = (secret: string) => newTab(world).post('/auth/2fa/stop-reset', { token: secret });
    expect((await stop('invented')).json().code).toBe('link_unknown');
    expect((await stop(token)).statusCode).toBe(204);
    const again = await stop(token);
    expect([again.statusCode, again.json().code]).toEqual([422, 'reset_over']);
    expect(await twoFactorResetLink(world.ctx, resetId)).toBeUndefined();
    world.clock.advance({ hours: 80 });
    await world.runJobs();
    expect((await firstStep(newTab(world), person.email)).json().status).toBe('second_step');
  });

  it('is either stopped or takes effect, never both, and never early (ID-07)', async () => {
    const person = await someoneProtected(world);
    const { resetId, token } = await requested(person.personId);
    await finishTwoFactorReset(world.ctx, { resetId });
    expect((await firstStep(newTab(world), person.email)).json().status).toBe('second_step');
    world.clock.advance({ hours: 72 });
    const [stopped] = await Promise.all([
      newTab(world).post('/auth/2fa/stop-reset', { token }),
      finishTwoFactorReset(world.ctx, { resetId }),
      finishTwoFactorReset(world.ctx, { resetId }),
    ]);
    const { status } = (await firstStep(newTab(world), person.email)).json();
    expect(status).toBe(stopped.statusCode === 204 ? 'second_step' : 'signed_in');
  });

  it('waits its 72 hours also by a clock that moves while it works (ID-07)', async () => {
    const { personId } = await someoneProtected(world);
    let nanoseconds = 0;
    const clock = {
      ...world.clock,
      now: () => world.clock.now().add({ nanoseconds: (nanoseconds += 1_700_000) }),
    };
    const actor = { ...operator, id: operator.personId } as unknown as Person;
    const takesEffectAt = await requestTwoFactorReset(
      { ...world.ctx, clock },
      { operator: actor, personId },
    );
    expect(Temporal.Instant.compare(takesEffectAt, world.clock.now().add({ hours: 72 }))).toBe(1);
  });

  it('is over when the person turns the second step off, so that it never hits a later set-up (ID-07)', async () => {
    const person = await someoneProtected(world);
    await requested(person.personId);
    await person.tab.post('/auth/2fa/disable', { password });
    expect((await person.tab.get('/auth/2fa/status')).json().resetTakesEffectAt).toBeNull();
  });

  it('is asked for once at a time, and only where there is something to take off (ID-07)', async () => {
    const person = await someoneProtected(world);
    const answers = await Promise.all(Array.from({ length: 5 }, () => request(person.personId)));
    expect(answers.map(({ statusCode }) => statusCode).toSorted((a, b) => a - b)).toEqual([
      202, 409, 409, 409, 409,
    ]);
    expect((await request(person.personId)).json().code).toBe('reset_under_way');
    const plain = await someone(world);
    expect((await request(plain.personId)).json().code).toBe('two_factor_off');
    const nobody = await request('01987654-3210-7abc-8def-0123456789ab');
    expect([nobody.statusCode, nobody.json().code]).toEqual([404, 'person_not_found']);
  });

  it('is for operators who look after people, freshly signed in, and is written down (ID-14)', async () => {
    const person = await someoneProtected(world);
    const other = await someone(world, ['catalog']);
    expect((await request(person.personId, other)).statusCode).toBe(403);
    expect((await request(person.personId, await someone(world))).statusCode).toBe(403);
    await requested(person.personId);
    const log = await person.tab.get('/me/security-log');
    expect(log.json().items.map(({ action }: { action: string }) => action)).toContain(
      'two_factor_reset_requested',
    );
    world.clock.advance({ minutes: 11 });
    expect((await request(person.personId)).json().code).toBe('fresh_sign_in_required');
  });
});
