import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type SchedulingWorld, startSchedulingWorld } from '../../../test/support/scheduling.ts';
import { MailError, type OutgoingMail } from '../../platform/mail/index.ts';
import { cancelBooking, quoteCancellation } from '../scheduling/index.ts';
import { deliver } from './deliveries/deliver.ts';
import { notify } from './deliveries/notify.ts';
import { notificationsDomain } from './index.ts';
import { tables } from './tables.ts';

let world: SchedulingWorld;
beforeAll(async () => {
  world = await startSchedulingWorld([notificationsDomain]);
});
afterAll(() => world?.close());
beforeEach(async () => {
  await world.runJobs();
  world.mails.splice(0);
});

const post = (path: string, payload: object) =>
  world.inject({ method: 'POST', url: `/api/v1/auth/${path}`, payload });
const to = (email: string) => world.mails.filter((mail) => mail.to === email);
const tokenIn = ({ text }: OutgoingMail) => /\?token=([\w-]+)/.exec(text)![1]!;
const deliveriesOf = (personId: string) =>
  tables(world.ctx)
    .selectFrom('notifications.deliveries')
    .selectAll()
    .where('person_id', '=', personId)
    .orderBy('id')
    .execute();
const calendarIn = ({ attachments = [] }: OutgoingMail) =>
  String(attachments[0]!.content).replaceAll('\r\n ', '');

const password = 'Tidy-Garden-42';

async function register(email: string, more: object = {}): Promise<OutgoingMail> {
  await post('register', { email, password, displayName: 'Ada Okoye', ...more });
  await world.runJobs();
  return to(email).at(-1)!;
}

describe('account mail', () => {
  it('carries a link that verifies, then welcomes, each once (ID-01, NT-04)', async () => {
    const verify = await register('ada@example.com');
    expect(verify.html).toContain(`/verify-email?token=${tokenIn(verify)}`);
    expect(verify.html + verify.text).not.toContain('Ada Okoye');
    expect((await post('verify-email', { token: tokenIn(verify) })).statusCode).toBe(200);
    await world.runJobs();
    expect(to('ada@example.com').map(({ subject }) => subject)).toEqual([
      'Confirm your e-mail address',
      'Welcome to Etude',
    ]);
    expect(to('ada@example.com')[1]!.text).toContain('Hello Ada Okoye,');
  });

  it('tells a new instructor where to begin (NT-04)', async () => {
    await post('verify-email', {
      token: tokenIn(await register('teacher@example.com', { role: 'instructor' })),
    });
    await world.runJobs();
    expect(to('teacher@example.com')[1]!.text).toContain('/teach');
  });

  it('tells the owner of an address when somebody registers with it, at most once a day (ID-03)', async () => {
    const email = 'owner@example.com';
    await post('verify-email', { token: tokenIn(await register(email)) });
    await world.runJobs();
    world.mails.splice(0);
    for (let n = 0; n < 3; n++) await register(email, { displayName: 'Mallory' });
    expect(to(email).map(({ subject }) => subject)).toEqual(['You already have an account']);
    expect(to(email)[0]!.text).not.toContain('Mallory');
  });

  it('resets a password by a link, and says so when it is done (ID-03, NT-04)', async () => {
    const email = 'reset@example.com';
    await post('verify-email', { token: tokenIn(await register(email)) });
    await post('forgot-password', { email });
    await world.runJobs();
    const reset = to(email).at(-1)!;
    expect(reset.subject).toBe('Choose a new password');
    expect(
      (await post('reset-password', { token: tokenIn(reset), password: 'Fresh-Garden-46' }))
        .statusCode,
    ).toBe(204);
    await world.runJobs();
    expect(to(email).at(-1)!.subject).toBe('Your password was changed');
  });
});

describe('booking mail', () => {
  async function booked() {
    const teacher = await world.newTeacher();
    const learner = await world.newLearner();
    const bookingId = await world.book(learner, teacher, world.inDays(2));
    await world.runJobs();
    return {
      teacher,
      learner,
      bookingId,
      learnerMail: to(learner.actor.email),
      teacherMail: to(teacher.person.email),
    };
  }

  it('tells both sides of a confirmed lesson, with an invitation for the calendar (NT-04)', async () => {
    const { bookingId, learner, learnerMail, teacherMail } = await booked();
    expect(learnerMail.map(({ subject }) => subject)).toEqual([
      expect.stringContaining('Confirmed: Guitar, one hour with Teacher'),
    ]);
    expect(teacherMail.map(({ subject }) => subject)).toEqual([
      expect.stringContaining('New lesson: Guitar, one hour with Person'),
    ]);
    expect(learnerMail[0]!.text).toContain(`/lessons/${bookingId}`);
    expect(learnerMail[0]!.text).toContain('£38.00');
    expect(teacherMail[0]!.text).toContain('£34.20');
    expect(calendarIn(learnerMail[0]!)).toMatch(/METHOD:REQUEST[\s\S]*SEQUENCE:0/);
    expect(calendarIn(learnerMail[0]!)).toContain(bookingId);
    expect(calendarIn(teacherMail[0]!)).not.toContain(learner.actor.email);
  });

  it('tells both sides of a cancellation, with the refund and a calendar entry that takes itself back (NT-04)', async () => {
    const { bookingId, learner, teacher } = await booked();
    world.mails.splice(0);
    const { refund } = await quoteCancellation(learner, bookingId);
    await cancelBooking(learner, { bookingId, expectedRefundMinor: refund.minor });
    await world.runJobs();
    const [learnerMail, teacherMail] = [to(learner.actor.email), to(teacher.person.email)];
    expect([learnerMail.length, teacherMail.length]).toEqual([1, 1]);
    expect(learnerMail[0]!.text).toContain('You get everything back: £38.00');
    expect(teacherMail[0]!.text).not.toContain('£38.00');
    for (const mail of [learnerMail[0]!, teacherMail[0]!])
      expect(calendarIn(mail)).toMatch(/METHOD:CANCEL[\s\S]*SEQUENCE:1[\s\S]*STATUS:CANCELLED/);
  });

  it('gives request and cancellation the same identity (NT-04)', async () => {
    const { bookingId, learner, learnerMail } = await booked();
    await cancelBooking(learner, { bookingId, expectedRefundMinor: 3800 });
    await world.runJobs();
    const uid = (mail: OutgoingMail) => /^UID:(.*)$/m.exec(calendarIn(mail))![1];
    expect(uid(to(learner.actor.email).at(-1)!)).toBe(uid(learnerMail[0]!));
  });
});

describe('a delivery', () => {
  async function queued(): Promise<{ personId: string; deliveryId: string; email: string }> {
    const { actor } = await world.newLearner();
    await notify(world.ctx, { template: 'welcome', personId: actor.id, params: {}, key: 'once' });
    const [row] = await deliveriesOf(actor.id);
    return { personId: actor.id, deliveryId: row!.id, email: actor.email };
  }

  const failing = (error: Error) => ({
    ...world.ctx,
    mail: { via: 'smtp' as const, close: () => {}, send: () => Promise.reject(error) },
  });

  it('is made once for the same fact, and counts as sent once it was accepted (NT-04)', async () => {
    const { personId, email, deliveryId } = await queued();
    await notify(world.ctx, { template: 'welcome', personId, params: {}, key: 'once' });
    await world.runJobs();
    await deliver(world.ctx, { deliveryId });
    expect(to(email)).toHaveLength(1);
    expect(await deliveriesOf(personId)).toMatchObject([
      { status: 'sent', attempts: 1, address: email, provider_id: `${deliveryId}@etude.localhost` },
    ]);
  });

  it('is never sent by two workers at once', async () => {
    const { deliveryId, email } = await queued();
    await Promise.allSettled(Array.from({ length: 5 }, () => deliver(world.ctx, { deliveryId })));
    expect(to(email)).toHaveLength(1);
  });

  it('is tried again after a failure, with the same message id (NT-04, NT-09)', async () => {
    const { personId, deliveryId, email } = await queued();
    await expect(
      deliver(failing(new MailError('no provider', { permanent: false })), { deliveryId }),
    ).rejects.toThrow('no provider');
    expect(await deliveriesOf(personId)).toMatchObject([
      { status: 'queued', attempts: 1, error: 'no provider', sent_at: null },
    ]);
    await world.runJobs();
    expect(to(email)).toMatchObject([{ messageId: `${deliveryId}@etude.localhost` }]);
    expect(await deliveriesOf(personId)).toMatchObject([
      { status: 'sent', attempts: 2, error: null },
    ]);
  });

  it('is given up at once when the address is refused, after eight tries otherwise', async () => {
    const refused = await queued();
    await deliver(failing(new MailError('no such mailbox', { permanent: true })), refused);
    expect(await deliveriesOf(refused.personId)).toMatchObject([
      { status: 'failed', attempts: 1, error: 'no such mailbox' },
    ]);

    const unlucky = await queued();
    const down = failing(new MailError('down', { permanent: false }));
    for (let n = 0; n < 7; n++) await expect(deliver(down, unlucky)).rejects.toThrow('down');
    await deliver(down, unlucky);
    expect(await deliveriesOf(unlucky.personId)).toMatchObject([{ status: 'failed', attempts: 8 }]);
  });

  it('outlives a worker that died while sending', async () => {
    const { personId, deliveryId, email } = await queued();
    await tables(world.ctx)
      .updateTable('notifications.deliveries')
      .set({ status: 'sending', claimed_at: world.clock.now(), attempts: 1 })
      .where('id', '=', deliveryId)
      .execute();
    await expect(deliver(world.ctx, { deliveryId })).rejects.toThrow('another worker');
    world.clock.advance({ minutes: 10 });
    await deliver(world.ctx, { deliveryId });
    expect(to(email)).toHaveLength(1);
    expect(await deliveriesOf(personId)).toMatchObject([{ status: 'sent', attempts: 2 }]);
  });

  it('is dropped when its link was used in the meantime', async () => {
    await post('register', { email: 'quick@example.com', password, displayName: 'Ada' });
    await world.runJobs();
    const [first] = to('quick@example.com');
    const { person_id: personId, params } = await tables(world.ctx)
      .selectFrom('notifications.deliveries')
      .select(['person_id', 'params'])
      .where('address', '=', 'quick@example.com')
      .executeTakeFirstOrThrow();
    await post('verify-email', { token: tokenIn(first!) });
    await notify(world.ctx, { template: 'verify-email', personId, params, key: 'again' });
    await world.runJobs();
    expect(
      (await deliveriesOf(personId)).map(({ template, status }) => [template, status]),
    ).toContainEqual(['verify-email', 'skipped']);
    expect(
      to('quick@example.com').filter(({ subject }) => subject.startsWith('Confirm')),
    ).toHaveLength(1);
  });
});
