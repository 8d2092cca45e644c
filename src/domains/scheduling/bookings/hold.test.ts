import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type SchedulingWorld, startSchedulingWorld } from '../../../../test/support/scheduling.ts';
import type { Ctx } from '../../../platform/context.ts';
import { getCharge } from '../../payments/index.ts';
import { claimBooking } from './claim-booking.ts';
import { expireHold, sweepHolds } from './end-hold.ts';
import { releaseBooking } from './release-booking.ts';
import { startBookingCheckout } from './start-checkout.ts';
import { viewBooking } from './view-booking.ts';

let world: SchedulingWorld;
beforeAll(async () => {
  world = await startSchedulingWorld();
});
afterAll(() => world?.close());

async function heldBy(holder: Ctx) {
  const teacher = await world.newTeacher();
  const startsAt = world.inDays(2);
  return { teacher, startsAt, id: await world.hold(holder, teacher, startsAt) };
}

const chargeStatus = async (id: string) =>
  (await getCharge(world.ctx, await world.chargeOf(id))).status;

describe('a hold', () => {
  it('ends by itself after ten minutes, and its slot and payment page with it (SC-04)', async () => {
    const { teacher, id, startsAt } = await heldBy(world.guest());
    world.clock.advance({ minutes: 9, seconds: 59 });
    await world.runJobs();
    expect(await world.statusOf(id)).toBe('held');
    world.clock.advance({ seconds: 1 });
    await world.runJobs();
    expect(await world.statusOf(id)).toBe('expired');
    expect(await world.movesOf(id)).toEqual([
      'none → held: slot_picked by anonymous',
      'held → expired: hold_ended by system',
    ]);
    expect(world.toldOf(id)).toEqual(['held', 'expired']);
    expect(await chargeStatus(id)).toBe('voided');
    await world.hold(world.guest(), teacher, startsAt);
  });

  it('is swept when its own job was lost, and never before its time', async () => {
    const { id } = await heldBy(world.guest());
    await sweepHolds(world.ctx);
    await expireHold(world.ctx, id);
    expect(await world.statusOf(id)).toBe('held');
    world.clock.advance({ minutes: 10 });
    await sweepHolds(world.ctx);
    expect(await world.statusOf(id)).toBe('expired');
    await sweepHolds(world.ctx);
    await world.runJobs();
    expect(world.toldOf(id)).toEqual(['held', 'expired']);
  });

  it('lasts fifteen minutes from its start once one goes to pay (SC-04)', async () => {
    const learner = await world.newLearner();
    const { id } = await heldBy(learner);
    world.clock.advance({ minutes: 9 });
    const first = await startBookingCheckout(learner, id);
    expect(await startBookingCheckout(learner, id)).toEqual(first);
    world.clock.advance({ minutes: 5, seconds: 59 });
    await world.runJobs();
    expect(await world.statusOf(id)).toBe('held');
    world.clock.advance({ seconds: 1 });
    await world.runJobs();
    expect(await world.statusOf(id)).toBe('expired');
    await expect(startBookingCheckout(learner, id)).rejects.toMatchObject({
      kind: 'conflict',
      code: 'hold_expired',
    });
  });

  it('can be let go at once, twice if need be', async () => {
    const learner = await world.newLearner();
    const { teacher, id, startsAt } = await heldBy(learner);
    await releaseBooking(learner, id);
    await releaseBooking(learner, id);
    expect(await world.movesOf(id)).toEqual([
      'none → held: slot_picked by person',
      'held → expired: released by person',
    ]);
    await world.hold(world.guest(), teacher, startsAt);
  });
});

describe('claiming', () => {
  it('gives a guest’s hold to whoever signs in with the same cookie, once', async () => {
    const guest = world.guest('guest-who-joins');
    const { id } = await heldBy(guest);
    const learner = await world.newLearner();
    const signedIn = world.as({ ...learner.actor, guestKey: 'guest-who-joins' });
    expect(await viewBooking(signedIn, id)).toMatchObject({
      viewer: 'guest',
      actions: { claim: true, checkout: true },
    });
    await claimBooking(signedIn, id);
    await claimBooking(signedIn, id);
    expect(await viewBooking(learner, id)).toMatchObject({
      viewer: 'learner',
      actions: { claim: false, checkout: true },
    });
    await expect(viewBooking(guest, id)).rejects.toMatchObject({ kind: 'not_found' });
    const other = await world.newLearner();
    await expect(
      claimBooking(world.as({ ...other.actor, guestKey: 'guest-who-joins' }), id),
    ).rejects.toMatchObject({ kind: 'not_found' });
  });

  it('is refused for a hold that has run out, for one’s own lesson, and over another lesson of one’s own', async () => {
    const guest = world.guest('guest-who-fails');
    const { teacher, id, startsAt } = await heldBy(guest);
    const busy = await world.newLearner();
    await world.hold(busy, await world.newTeacher(), startsAt);
    const as = (ctx: Ctx & { actor: { kind: 'person' } }) =>
      world.as({ ...ctx.actor, guestKey: 'guest-who-fails' } as Ctx['actor']);
    await expect(claimBooking(as(busy), id)).rejects.toMatchObject({
      kind: 'conflict',
      code: 'learner_busy',
    });
    await expect(
      claimBooking(world.as({ ...teacher.person, guestKey: 'guest-who-fails' }), id),
    ).rejects.toMatchObject({ code: 'own_lesson' });
    await expect(claimBooking(guest, id)).rejects.toMatchObject({ kind: 'unauthenticated' });
    world.clock.advance({ minutes: 10 });
    await expect(claimBooking(as(await world.newLearner()), id)).rejects.toMatchObject({
      code: 'hold_expired',
    });
  });
});
