import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { expectBooksToBalance } from '../../../../test/support/payments.ts';
import {
  type SchedulingWorld,
  startSchedulingWorld,
  type Teacher,
} from '../../../../test/support/scheduling.ts';
import type { Ctx } from '../../../platform/context.ts';
import { chargeAuthorised, getCharge } from '../../payments/index.ts';
import { advanceLessons } from './advance-lessons.ts';
import { checkBookingPayment } from './check-payment.ts';
import { expireHold, sweepHolds } from './end-hold.ts';
import { startBookingCheckout } from './start-checkout.ts';
import { viewBooking } from './view-booking.ts';

let world: SchedulingWorld;
beforeAll(async () => {
  world = await startSchedulingWorld();
});
afterAll(async () => {
  await world?.deliverAll();
  await expectBooksToBalance(world);
  await world?.close();
});

/** Pays on the provider's page; nothing is told to us yet. */
async function payPage(ctx: Ctx, bookingId: string, card?: string) {
  const { url } = await startBookingCheckout(ctx, bookingId);
  return world.pay(url, card ? { card } : {});
}

async function heldBy(
  learner: Ctx,
  days = 2,
): Promise<{ teacher: Teacher; id: string; startsAt: Temporal.Instant }> {
  const teacher = await world.newTeacher();
  const startsAt = world.inDays(days);
  return { teacher, startsAt, id: await world.hold(learner, teacher, startsAt) };
}

const chargeStatus = async (id: string) =>
  (await getCharge(world.ctx, await world.chargeOf(id))).status;

/** The provider's events reach us, but no job has looked at them yet. */
async function receiveEvents(): Promise<void> {
  for (const event of await world.takeEvents()) await world.deliver(event);
}

describe('going to pay', () => {
  it('needs a verified address, and the market of the lesson (MK-02)', async () => {
    const unverified = await world.newLearner({ verified: false });
    await expect(
      startBookingCheckout(unverified, (await heldBy(unverified)).id),
    ).rejects.toMatchObject({ kind: 'forbidden', code: 'email_unverified' });
    const undecided = await world.newLearner({ market: null });
    await expect(
      startBookingCheckout(undecided, (await heldBy(undecided)).id),
    ).rejects.toMatchObject({ kind: 'forbidden', code: 'market_required' });
    const abroad = await world.newLearner({ market: 'us' });
    await expect(startBookingCheckout(abroad, (await heldBy(abroad)).id)).rejects.toMatchObject({
      kind: 'conflict',
      code: 'market_differs',
      details: { market: 'gb' },
    });
  });

  it('claims a guest’s hold on the way, and is nobody else’s business', async () => {
    const guest = world.guest('guest-who-pays');
    const { teacher, id } = await heldBy(guest);
    await expect(startBookingCheckout(guest, id)).rejects.toMatchObject({
      kind: 'unauthenticated',
    });
    await expect(startBookingCheckout(teacher.ctx, id)).rejects.toMatchObject({
      kind: 'forbidden',
      code: 'not_yours',
    });
    await expect(startBookingCheckout(await world.newLearner(), id)).rejects.toMatchObject({
      kind: 'not_found',
    });
    const learner = await world.newLearner();
    await startBookingCheckout(world.as({ ...learner.actor, guestKey: 'guest-who-pays' }), id);
    expect(await viewBooking(learner, id)).toMatchObject({ viewer: 'learner' });
  });

  it('answers unavailable while the provider is down, and keeps the hold', async () => {
    const learner = await world.newLearner();
    const { id } = await heldBy(learner);
    const down = {
      ...learner,
      config: {
        ...learner.config,
        stripe: { ...learner.config.stripe, apiUrl: 'http://127.0.0.1:9' },
      },
    };
    await expect(startBookingCheckout(down, id)).rejects.toMatchObject({ kind: 'unavailable' });
    expect(await world.statusOf(id)).toBe('held');
    await world.runJobs();
    expect((await payPage(learner, id)).outcome).toBe('paid');
  });
});

describe('a payment', () => {
  it('confirms the booking when the provider tells us, once however often it does (SC-05)', async () => {
    const learner = await world.newLearner();
    const { id } = await heldBy(learner);
    await payPage(learner, id);
    expect(await world.statusOf(id)).toBe('held');
    const events = await world.takeEvents();
    for (const event of [...events, ...events]) await world.deliver(event);
    await world.runJobs();
    const chargeId = await world.chargeOf(id);
    await world.ctx.events.publish(world.ctx, chargeAuthorised, {
      chargeId,
      reference: `booking:${id}`,
    });
    await world.runJobs();
    expect(await world.statusOf(id)).toBe('confirmed');
    expect(await world.movesOf(id)).toEqual([
      'none → held: slot_picked by person',
      'held → confirmed: paid by system',
    ]);
    expect(world.toldOf(id)).toEqual(['held', 'confirmed']);
    await expect(startBookingCheckout(learner, id)).rejects.toMatchObject({ code: 'already_paid' });
  });

  it('is seen at once by the payer who comes back before the provider’s event', async () => {
    const learner = await world.newLearner();
    const { teacher, id } = await heldBy(learner);
    await payPage(learner, id);
    await checkBookingPayment(learner, id);
    expect(await viewBooking(learner, id)).toMatchObject({
      status: 'confirmed',
      actions: { cancel: true, calendar: true },
    });
    await expect(checkBookingPayment(teacher.ctx, id)).rejects.toMatchObject({ code: 'not_yours' });
    await world.deliverAll();
    expect(world.toldOf(id)).toEqual(['held', 'confirmed']);
  });

  it('confirms a lesson far ahead too, for which a card is saved (PY-03)', async () => {
    const learner = await world.newLearner();
    const { id } = await heldBy(learner, 20);
    await payPage(learner, id);
    await world.deliverAll();
    expect([await world.statusOf(id), await chargeStatus(id)]).toEqual(['confirmed', 'card_saved']);
    expect(world.toldOf(id)).toEqual(['held', 'confirmed']);
  });

  it('that is declined says why, keeps the hold, and may be tried again', async () => {
    const learner = await world.newLearner();
    const { id } = await heldBy(learner);
    expect((await payPage(learner, id, '4000000000009995')).outcome).toBe('declined');
    expect(await checkBookingPayment(learner, id)).toEqual({ declineCode: 'insufficient_funds' });
    expect(await world.statusOf(id)).toBe('held');
    expect((await payPage(learner, id)).outcome).toBe('paid');
    await world.deliverAll();
    expect(await world.statusOf(id)).toBe('confirmed');
  });
});

describe('a payment that comes after the hold has ended', () => {
  /** Pays in time, but the news reaches us only after the hold was expired. */
  async function paidTooLate() {
    const learner = await world.newLearner();
    const held = await heldBy(learner);
    await payPage(learner, held.id);
    await receiveEvents();
    world.clock.advance({ minutes: 15 });
    await expireHold(world.ctx, held.id);
    expect(await world.statusOf(held.id)).toBe('expired');
    return { learner, ...held };
  }

  it('takes the slot again when it is still free (SC-04)', async () => {
    const { id, teacher, startsAt } = await paidTooLate();
    await world.deliverAll();
    expect(await world.statusOf(id)).toBe('confirmed');
    expect(await world.movesOf(id)).toContain('expired → confirmed: paid_after_expiry by system');
    expect(world.toldOf(id)).toEqual(['held', 'expired', 'confirmed']);
    await expect(world.hold(world.guest(), teacher, startsAt)).rejects.toMatchObject({
      code: 'slot_taken',
    });
    expect(await chargeStatus(id)).toBe('authorised');
  });

  it('gives everything back when the slot is gone, and says so once (SC-04)', async () => {
    const { id, teacher, startsAt, learner } = await paidTooLate();
    const rival = await world.hold(world.guest(), teacher, startsAt);
    await world.deliverAll();
    await world.deliverAll();
    expect([await world.statusOf(id), await chargeStatus(id), await world.statusOf(rival)]).toEqual(
      ['expired', 'voided', 'held'],
    );
    expect(world.toldOf(id)).toEqual(['held', 'expired', 'paid_too_late']);
    expect(await viewBooking(learner, id)).toMatchObject({ status: 'expired', paidTooLate: true });
    // Free again later, it stays given back.
    world.clock.advance({ minutes: 10 });
    await world.runJobs();
    await checkBookingPayment(learner, id);
    expect(await world.statusOf(id)).toBe('expired');
  });

  it('takes the slot back from a hold that has itself run out', async () => {
    const { id, teacher, startsAt } = await paidTooLate();
    const stale = await world.hold(world.guest(), teacher, startsAt);
    world.clock.advance({ minutes: 10 });
    await world.deliverAll();
    expect([await world.statusOf(id), await world.statusOf(stale)]).toEqual([
      'confirmed',
      'expired',
    ]);
  });

  it('lets go of a card that was saved', async () => {
    const learner = await world.newLearner();
    const { id, teacher, startsAt } = await heldBy(learner, 12);
    await payPage(learner, id);
    await receiveEvents();
    world.clock.advance({ minutes: 15 });
    await expireHold(world.ctx, id);
    await world.hold(world.guest(), teacher, startsAt);
    await world.deliverAll();
    expect([await world.statusOf(id), await chargeStatus(id)]).toEqual(['expired', 'voided']);
  });

  it('and expiry settle who is first, when both come at once', async () => {
    const learner = await world.newLearner();
    const { id } = await heldBy(learner);
    await payPage(learner, id);
    await receiveEvents();
    world.clock.advance({ minutes: 15 });
    await Promise.all([
      expireHold(world.ctx, id),
      checkBookingPayment(learner, id),
      sweepHolds(world.ctx),
    ]);
    await world.deliverAll();
    expect(await world.statusOf(id)).toBe('confirmed');
    expect(await chargeStatus(id)).toBe('authorised');
  });
});

describe('a lesson', () => {
  it('begins and ends by the clock, and its money is taken at the end (SC-05)', async () => {
    const learner = await world.newLearner();
    const { id, startsAt } = await heldBy(learner);
    await payPage(learner, id);
    await world.deliverAll();
    world.clock.set(startsAt.subtract({ seconds: 1 }));
    await advanceLessons(world.ctx);
    expect(await world.statusOf(id)).toBe('confirmed');
    world.clock.set(startsAt);
    await advanceLessons(world.ctx);
    expect(await world.statusOf(id)).toBe('in_progress');
    world.clock.set(startsAt.add({ minutes: 60 }));
    await advanceLessons(world.ctx);
    await advanceLessons(world.ctx);
    await world.deliverAll();
    expect([await world.statusOf(id), await chargeStatus(id)]).toEqual(['completed', 'captured']);
    expect(world.toldOf(id)).toEqual(['held', 'confirmed', 'completed']);
  });

  it('is brought up to date in one go after the clock stood still', async () => {
    const learner = await world.newLearner();
    const { id, startsAt } = await heldBy(learner);
    await payPage(learner, id);
    await world.deliverAll();
    world.clock.set(startsAt.add({ hours: 3 }));
    await advanceLessons(world.ctx);
    expect((await world.movesOf(id)).slice(-2)).toEqual([
      'confirmed → in_progress: lesson_began by anonymous',
      'in_progress → completed: lesson_ended by anonymous',
    ]);
  });
});
