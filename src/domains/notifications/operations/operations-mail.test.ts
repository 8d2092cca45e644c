import { afterAll, beforeAll, expect, it } from 'vitest';
import { type PaymentsWorld, startPaymentsWorld } from '../../../../test/support/payments.ts';
import { signIn } from '../../../../test/support/people.ts';
import { domains } from '../../../domains.ts';
import { checkCharge } from '../../payments/index.ts';

let world: PaymentsWorld;
beforeAll(async () => {
  world = await startPaymentsWorld(domains.filter(({ name }) => name !== 'payments'));
  await signIn(world, 'money@etude.example', ['operator'], ['payments']);
  await signIn(world, 'poses@etude.example', ['operator'], ['content']);
}, 120_000);
afterAll(() => world?.close());

it('operators who look after payments hear of a dispute and its deadline, once, and nobody else (PY-09)', async () => {
  const charge = await world.paidCharge({ capture: 'automatic', card: '4000000000000259' });
  await checkCharge(world.ctx, charge.id);
  world.clock.advance({ seconds: 6 });
  await world.deliverAll();
  await world.deliverAll();
  const told = world.mails.filter(({ subject }) => /disputed/.test(subject));
  expect(told.map(({ to, subject }) => [to, subject])).toEqual([
    ['money@etude.example', 'A payment of £38.00 is disputed'],
  ]);
  expect(told[0]!.text).toContain('/operate/payments/disputes/');
  expect(told[0]!.text).toMatch(/due on .*Dec 2/);
});
