import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type SchedulingWorld, startSchedulingWorld } from '../../../../test/support/scheduling.ts';
import { acceptBooking, cancelBooking, declineBooking } from '../../scheduling/index.ts';
import { notify } from '../deliveries/notify.ts';
import { notificationsDomain } from '../index.ts';

let world: SchedulingWorld;
beforeAll(async () => {
  world = await startSchedulingWorld([notificationsDomain]);
});
afterAll(() => world?.close());
beforeEach(async () => {
  await world.deliverAll();
  await world.runJobs();
  world.mails.splice(0);
});

async function asked() {
  const learner = await world.newLearner();
  const teacher = await world.newTeacher({ confirmsByHand: true });
  const id = await world.book(learner, teacher, world.inDays(2));
  await world.runJobs();
  const sent = () => world.mails.splice(0);
  const to = ({ email }: { email: string }) => world.mails.filter((mail) => mail.to === email);
  return { id, learner, teacher, sent, to };
}

describe('mail about a request (NT-04, SC-05)', () => {
  it('asks the instructor, with the end of the wait and a way to answer, and tells the learner', async () => {
    const { id, learner, teacher, to } = await asked();
    expect(world.mails).toHaveLength(2);
    const [theirs] = to(teacher.person);
    expect(theirs!.subject).toContain(`${learner.actor.displayName} asks for a lesson`);
    // Asked at nine in London, for the day after tomorrow: a day to answer.
    expect(theirs!.text).toMatch(/accept or decline until Tue, Nov 24, 9:00 AM \(London time/);
    expect(theirs!.text).toContain('Accept or decline:\nhttp');
    expect(theirs!.text).toContain(`/lessons/${id}`);
    expect(theirs!.attachments ?? []).toHaveLength(0);
    const [mine] = to(learner.actor);
    expect(mine!.subject).toContain('Request sent');
    expect(mine!.text).toMatch(/nothing is taken from your card/);
    expect(mine!.text).toMatch(/To pay: £38.00/);
    expect(mine!.attachments ?? []).toHaveLength(0);
  });

  it('confirms an accepted one to both, with the invitation', async () => {
    const { id, teacher, sent } = await asked();
    sent();
    await acceptBooking(teacher.ctx, id);
    await world.runJobs();
    const mails = sent();
    expect(new Set(mails.map(({ subject }) => subject.split(':')[0]))).toEqual(
      new Set(['Confirmed', 'New lesson']),
    );
    expect(mails).toHaveLength(2);
    for (const { attachments } of mails) expect(attachments?.[0]?.method).toBe('REQUEST');
  });

  it('tells the learner of a decline, with the instructor’s words, and nobody else', async () => {
    const { id, learner, teacher, sent } = await asked();
    sent();
    await declineBooking(teacher.ctx, { bookingId: id, note: 'I am away <b>that</b> week.' });
    await world.runJobs();
    const [mail, ...more] = sent();
    expect(more).toEqual([]);
    expect(mail).toMatchObject({ to: learner.actor.email });
    expect(mail!.text).toContain('writes: “I am away <b>that</b> week.”');
    expect(mail!.html).toContain('&lt;b&gt;that');
    expect(mail!.text).toContain('Nothing was taken from your card.');
  });

  it('tells both when nobody answered', async () => {
    const { learner, teacher, sent, to } = await asked();
    sent();
    world.clock.advance({ hours: 24 });
    await world.ctx.jobs.enqueue(world.ctx, 'scheduling.expire-requests', {});
    await world.runJobs();
    expect(to(learner.actor)[0]!.text).toMatch(/did not answer your request in time/);
    expect(to(learner.actor)[0]!.text).toContain('Nothing was taken from your card.');
    expect(to(teacher.person)[0]!.text).toMatch(/You could answer the request of .* until/);
    expect([to(learner.actor), to(teacher.person)].map(({ length }) => length)).toEqual([1, 1]);
    sent();
  });

  it('tells both of a withdrawal, and takes nothing out of a calendar that was never in it', async () => {
    const { id, learner, sent } = await asked();
    sent();
    await cancelBooking(learner, { bookingId: id, expectedRefundMinor: 3800 });
    await world.runJobs();
    const mails = sent();
    expect(mails).toHaveLength(2);
    for (const { subject, attachments } of mails) {
      expect(subject).toContain('Withdrawn');
      expect(attachments ?? []).toHaveLength(0);
    }
  });

  it('does not ask for what was answered before it could be sent', async () => {
    const { id, learner, teacher, sent } = await asked();
    await cancelBooking(learner, { bookingId: id, expectedRefundMinor: 3800 });
    await world.runJobs();
    sent();
    for (const { id: personId } of [learner.actor, teacher.person])
      await notify(world.ctx, {
        template: 'booking-requested',
        personId,
        params: { bookingId: id },
        key: 'late',
      });
    await world.runJobs();
    expect(sent()).toEqual([]);
  });
});
