import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startTestWorld, type World } from '../support/world.ts';
import type { EventType } from '../../src/platform/events/index.ts';
import { SmsError, type SmsTransport } from '../../src/platform/sms/index.ts';
import * as events from '../../src/domains/identity/events.ts';
import { createPerson, hashPassword, identityDomain } from '../../src/domains/identity/index.ts';
import { tables as identityTables } from '../../src/domains/identity/tables.ts';
import { notificationsDomain } from '../../src/domains/notifications/index.ts';
import { tables } from '../../src/domains/notifications/tables.ts';
import {
  smsText,
  smsTexts,
  type SmsTemplate,
} from '../../src/domains/notifications/security/security-sms.ts';

let world: World;
let failing: SmsError | undefined;
beforeAll(async () => {
  const kept: { to: string; text: string }[] = [];
  const sms: SmsTransport = {
    via: 'twilio',
    async send(one) {
      if (failing) throw failing;
      kept.push(one);
      return { providerId: `SM${kept.length}` };
    },
  };
  world = await startTestWorld({ domains: [identityDomain, notificationsDomain], sms });
  Object.assign(world, { texts: kept });
});
afterAll(() => world?.close());
beforeEach(async () => {
  failing = undefined;
  await world.runJobs();
  world.mails.splice(0);
  world.texts.splice(0);
});

let people = 0;
const password = 'Tidy-Garden-42';
const id = () => crypto.randomUUID();

async function person({ phone }: { phone?: string } = {}) {
  const email = `person${(people += 1)}@example.com`;
  const personId = await createPerson(world.ctx, {
    email,
    displayName: 'Ada Okoye',
    verified: true,
    passwordHash: await hashPassword(password),
    timeZone: 'Europe/London',
    locale: 'en-GB',
  });
  if (phone)
    await identityTables(world.ctx)
      .updateTable('identity.people')
      .set({ phone, phone_verified_at: world.clock.now() })
      .where('id', '=', personId)
      .execute();
  return { personId, email };
}

const publish = async <T>(event: EventType<T>, data: T) => {
  await world.ctx.events.publish(world.ctx, event, data);
  await world.runJobs();
};

const phone = '+447400123456';
const at = '2026-11-23T09:00:00Z';
const fact = (personId: string) => ({ personId, changeId: id() });

type Case = [subject: string, publishIt: (personId: string) => Promise<void>, sms: string | null];
const cases: Case[] = [
  [
    'New sign-in to your account',
    (personId) =>
      publish(events.newDevice, { personId, deviceId: id(), browser: 'Firefox on Linux', at }),
    'New sign-in to your account: Firefox on Linux.',
  ],
  [
    'Wrong passwords for your account',
    (personId) => publish(events.accountLocked, { personId, at }),
    null,
  ],
  [
    'Your password was changed',
    (personId) => publish(events.passwordChanged, fact(personId)),
    'Your password was changed.',
  ],
  [
    'Two-step sign-in is on',
    (personId) => publish(events.twoFactorEnabled, fact(personId)),
    'Two-step sign-in was switched on.',
  ],
  [
    'Two-step sign-in is off',
    (personId) => publish(events.twoFactorDisabled, fact(personId)),
    'Two-step sign-in was switched off.',
  ],
  [
    'You have new backup codes',
    (personId) => publish(events.backupCodesRegenerated, fact(personId)),
    null,
  ],
  [
    'A backup code was used',
    (personId) => publish(events.backupCodeUsed, { personId, codeId: id(), left: 3 }),
    null,
  ],
  [
    'A passkey was added',
    (personId) => publish(events.passkeyAdded, { personId, passkeyId: id() }),
    null,
  ],
  [
    'A passkey was removed',
    (personId) => publish(events.passkeyRemoved, { personId, passkeyId: id() }),
    null,
  ],
  [
    'You can now sign in with Keycloak',
    (personId) => publish(events.oidcLinked, { ...fact(personId), provider: 'Keycloak' }),
    null,
  ],
  [
    'Keycloak was unlinked',
    (personId) => publish(events.oidcUnlinked, { ...fact(personId), provider: 'Keycloak' }),
    null,
  ],
  [
    'We ended a session of yours',
    (personId) => publish(events.refreshReused, { personId, sessionId: id() }),
    'A key of one of your apps was used twice, so it was signed out.',
  ],
  [
    'Your phone number was changed',
    (personId) => publish(events.phoneChanged, fact(personId)),
    null,
  ],
  ['Your account stays', (personId) => publish(events.deletionCancelled, fact(personId)), null],
];

describe('a security notice (ID-12)', () => {
  it.each(cases)('%s: by mail, and by SMS where that is promised', async (subject, tell, sms) => {
    const { personId, email } = await person({ phone });
    await tell(personId);
    expect(world.mails.map((mail) => [mail.to, mail.subject])).toEqual([[email, subject]]);
    const [mail] = world.mails;
    expect(mail!.text).toContain('Hello Ada Okoye,');
    expect(mail!.text).toContain('You always get this mail');
    expect(mail!.html).toContain('</html>');
    expect(mail!.text).toMatch(/https?:\/\/\S+\/(forgot-password|account)/);
    expect(mail!.text).not.toMatch(/undefined|null|NaN/);
    expect(world.texts.map(({ to, text }) => [to, text.slice(0, 7 + (sms ?? '').length)])).toEqual(
      sms ? [[phone, `Etude: ${sms}`]] : [],
    );
  });

  it('goes by mail alone to who has confirmed no number', async () => {
    const { personId } = await person();
    await publish(events.passwordChanged, fact(personId));
    expect([world.mails.length, world.texts.length]).toEqual([1, 0]);
  });

  it('is told once, however often the same fact arrives', async () => {
    const { personId } = await person({ phone });
    const same = fact(personId);
    for (let n = 0; n < 3; n++) await publish(events.twoFactorDisabled, same);
    expect([world.mails.length, world.texts.length]).toEqual([1, 1]);
    await publish(events.twoFactorDisabled, fact(personId));
    expect([world.mails.length, world.texts.length]).toEqual([2, 2]);
  });

  it('names the time in the receiver’s zone', async () => {
    const { personId } = await person();
    await publish(events.accountLocked, { personId, at: '2026-07-01T11:30:00Z' });
    expect(world.mails[0]!.text).toContain('Wed 1 Jul, 12:30 (London time, GMT+1)');
  });

  it('fits one SMS with an address of usual length, in letters that need no more room', () => {
    const ctx = {
      ...world.ctx,
      config: { ...world.ctx.config, publicUrl: 'https://etude.example' },
    };
    for (const template of Object.keys(smsTexts) as SmsTemplate[]) {
      const text = smsText(ctx, template, { browser: 'Samsung Internet on Android' });
      expect(text.length, text).toBeLessThanOrEqual(160);
      expect(text).toMatch(/^[\x20-\x7e]+$/);
    }
  });

  it('that the SMS provider refuses for good is given up; the mail goes all the same', async () => {
    const { personId } = await person({ phone });
    failing = new SmsError('twilio answered 400, code 21610', { permanent: true });
    await publish(events.passwordChanged, fact(personId));
    expect(world.mails).toHaveLength(1);
    const rows = await tables(world.ctx)
      .selectFrom('notifications.deliveries')
      .select(['channel', 'status', 'error'])
      .where('person_id', '=', personId)
      .orderBy('channel')
      .execute();
    expect(rows).toEqual([
      { channel: 'email', status: 'sent', error: null },
      { channel: 'sms', status: 'failed', error: 'twilio answered 400, code 21610' },
    ]);
  });
});

describe('the mails of a new address (ID-12)', () => {
  async function changing() {
    const { personId, email } = await person({ phone });
    const login = await world.inject({
      method: 'POST',
      url: '/api/v1/auth/login',
      payload: { email, password },
    });
    const cookies = Object.fromEntries(login.cookies.map(({ name, value }) => [name, value]));
    const post = (path: string, payload: object) =>
      world.inject({ method: 'POST', url: `/api/v1/auth/email-change${path}`, payload, cookies });
    return { personId, email, post };
  }
  const tokenIn = (text: string, page: string) =>
    new RegExp(`/email/${page}\\?token=([\\w-]+)`).exec(text)?.[1];
  const to = (address: string) => world.mails.filter((mail) => mail.to === address);

  it('tell the old address at once, ask the new one, and let the old one undo it', async () => {
    const { email, post } = await changing();
    const wanted = `new-${email}`;
    await post('', { newEmail: wanted });
    await world.runJobs();
    expect(to(email).map(({ subject }) => subject)).toEqual([
      'Your e-mail address is about to change',
    ]);
    const [ask] = to(wanted);
    expect(ask!.subject).toBe('Confirm your new e-mail address');
    expect(ask!.text).not.toContain('Ada');
    expect(ask!.text).not.toContain(email);
    await post('/confirm', { token: tokenIn(ask!.text, 'confirm') });
    await world.runJobs();
    const changed = to(email).at(-1)!;
    expect(changed.subject).toBe('Your e-mail address was changed');
    expect(changed.text).not.toContain(wanted);
    expect(world.texts.at(-1)!.text).toContain('Your e-mail address was changed.');
    const undone = await post('/undo', { token: tokenIn(changed.text, 'undo') });
    expect(undone.json()).toEqual({ email });
    await world.runJobs();
    const subjects = to(email).map(({ subject }) => subject);
    expect(subjects).toContain('Your e-mail address is back');
    expect(subjects).toContain('Choose a new password');
    expect(to(wanted)).toHaveLength(1);
  });

  it('tell the owner of a taken address, once a day, and carry no link to confirm', async () => {
    const { post } = await changing();
    const owner = await person();
    for (let n = 0; n < 3; n++) await post('', { newEmail: owner.email });
    await world.runJobs();
    expect(to(owner.email).map(({ subject }) => subject)).toEqual([
      'Your address is already in use here',
    ]);
    expect(to(owner.email)[0]!.text).not.toContain('/email/confirm');
  });
});

describe('the mail of a deletion (ID-12, ID-17)', () => {
  it('names the day and leads to where the account is kept; cancelled meanwhile, it is not sent', async () => {
    const { personId, email } = await person();
    const row = (erases: string) =>
      identityTables(world.ctx)
        .insertInto('identity.deletions')
        .values({
          id: id(),
          person_id: personId,
          requested_at: world.clock.now(),
          erases_at: Temporal.Instant.from(erases),
        })
        .execute();
    await publish(events.deletionScheduled, fact(personId));
    expect(world.mails).toHaveLength(0);
    await row('2026-12-07T09:00:00Z');
    await publish(events.deletionScheduled, fact(personId));
    const [mail] = world.mails;
    expect([mail!.to, mail!.subject]).toEqual([email, 'Your account will be deleted']);
    expect(mail!.text).toContain('Mon 7 Dec, 09:00 (London time, GMT)');
    expect(mail!.text).toContain('/account/data');
  });
});
