import { afterAll, beforeAll, expect, it } from 'vitest';
import {
  gardenPassword,
  type IdentityWorld,
  startIdentityWorld,
} from '../../../../test/support/identity.ts';
import { passwordChanged, passwordResetRequested } from '../events.ts';

let world: IdentityWorld;
beforeAll(async () => {
  world = await startIdentityWorld();
});
afterAll(() => world?.close());

it('a reset link that is sent 500 times at once works once (ID-03)', async () => {
  const email = await world.verified();
  await world.post('forgot-password', { email });
  const token = await world.lastLink(passwordResetRequested, email);
  const passwordOf = (n: number) => `Fresh-Garden-${n}`;
  const answers = await Promise.all(
    Array.from({ length: 500 }, (_, n) =>
      world.post('reset-password', { token, password: passwordOf(n) }),
    ),
  );
  const won = answers.flatMap(({ statusCode }, n) => (statusCode === 204 ? [n] : []));
  expect(won).toHaveLength(1);
  // The others hear that it is used, or that the server is too busy to look.
  const refusals = new Set(answers.map((one) => (one.body ? one.json().code : 'done')));
  expect(
    [...refusals].filter((code) => !['done', 'link_used', 'sign_in_busy'].includes(code)),
  ).toEqual([]);
  const signIn = async (password: string) =>
    (await world.post('login', { email, password })).statusCode;
  expect(await signIn(passwordOf(won[0]!))).toBe(200);
  expect(await signIn(gardenPassword)).toBe(401);
  await world.runJobs();
  expect(world.heard.filter(({ event }) => event === passwordChanged.name)).toHaveLength(1);
}, 120_000);
