import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type SchedulingWorld, startSchedulingWorld } from '../../../../test/support/scheduling.ts';
import { getCharge } from '../../payments/index.ts';
import { checkBookingPayment } from './check-payment.ts';
import { expireHold } from './end-hold.ts';
import { startBookingCheckout } from './start-checkout.ts';

let world: SchedulingWorld;
beforeAll(async () => {
  world = await startSchedulingWorld();
});
afterAll(async () => {
  await world?.close();
});

const stateOf = async (id: string) => {
  const { status } = await getCharge(world.ctx, await world.chargeOf(id));
  return [await world.statusOf(id), status];
};

async function held(days: number) {
  const learner = await world.newLearner();
  const teacher = await world.newTeacher();
  const startsAt = world.inDays(days);
  return { learner, startsAt, id: await world.hold(learner, teacher, startsAt) };
}

describe('a booking is confirmed only by a payment that is secured', () => {
  it('keeps the card that was saved as the hold ended, and can be paid with another (SC-04, PY-03)', async () => {
    const { learner, startsAt, id } = await held(12);
    const { url } = await startBookingCheckout(learner, id);
    await world.pay(url, { card: '4000000000000341' });
    for (const event of await world.takeEvents()) await world.deliver(event);
    world.clock.advance({ minutes: 15 });
    await expireHold(world.ctx, id);
    await world.deliverAll();
    expect(await stateOf(id)).toEqual(['confirmed', 'card_saved']);

    await world.deliverAll();
    world.clock.set(startsAt.subtract({ hours: 48 }));
    await world.ctx.jobs.enqueue(world.ctx, 'payments.wake-charges', {});
    await world.deliverAll();
    expect(await stateOf(id)).toEqual(['confirmed', 'action_needed']);
    await world.pay((await startBookingCheckout(learner, id)).url);
    await world.deliverAll();
    expect(await stateOf(id)).toEqual(['confirmed', 'authorised']);
  });

  it('stays held while nobody knows whether the payment page was opened (SC-04, PY-10)', async () => {
    const { learner, id } = await held(2);
    for (const _try of ['first', 'again'])
      world.provider.faults.call({ kind: 'drop_before' }, { path: '/v1/checkout/sessions' });
    await expect(startBookingCheckout(learner, id)).rejects.toMatchObject({ kind: 'unavailable' });
    expect(await stateOf(id)).toEqual(['held', 'unknown']);
    await checkBookingPayment(learner, id);
    expect(await stateOf(id)).toEqual(['held', 'unknown']);
  });
});
