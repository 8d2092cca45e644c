import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  gardenPassword,
  type IdentityWorld,
  newEmail,
  sessionOf,
  startIdentityWorld,
} from '../../../../test/support/identity.ts';
import {
  emailChanged,
  emailChangeRequested,
  emailChangeUndone,
  passwordResetRequested,
} from '../events.ts';
import { findPersonByEmail, getPerson } from '../people/people.ts';
import { tables } from '../tables.ts';
import { emailChangeForMail } from './email-change-for-mail.ts';

let world: IdentityWorld;
beforeAll(async () => {
  world = await startIdentityWorld();
});
afterAll(() => world?.close());
beforeEach(() => world.settle());

const logIn = (email: string, password = gardenPassword) =>
  world.post('login', { email, password });
const request = (method: 'GET' | 'DELETE', session: string) =>
  world.inject({
    method,
    url: '/api/v1/auth/email-change',
    cookies: { etude_session: session },
  });
const confirm = (token: string) => world.post('email-change/confirm', { token });
const undo = (token: string) => world.post('email-change/undo', { token });

async function signedIn() {
  const email = await world.verified();
  const session = sessionOf(await logIn(email));
  const { id: personId } = (await findPersonByEmail(world.ctx, email))!;
  return { email, session, personId };
}

/** Asks for the change, and returns the secrets of both links as the mails carry them. */
async function wish(session: string, newEmail: string) {
  const answer = await world.post('email-change', { newEmail }, session);
  expect(answer.statusCode).toBe(202);
  await world.runJobs();
  const { data } = world.heard.findLast(({ event }) => event === emailChangeRequested.name)!;
  const changeId = String(data['changeId']);
  const mail = await emailChangeForMail(world.ctx, changeId);
  const tokenIn = (url?: string) => (url ? new URL(url).searchParams.get('token')! : '');
  return { changeId, confirm: tokenIn(mail?.confirmUrl), undo: tokenIn(mail?.undoUrl) };
}

const emailOf = async (personId: string) => (await getPerson(world.ctx, personId)).email;
const eventsOf = (personId: string) =>
  world.heard.filter(({ data }) => data.personId === personId).map(({ event }) => event);

describe('a new e-mail address', () => {
  it('is the account’s once its own mail was answered; until then nothing changes', async () => {
    const { email, session, personId } = await signedIn();
    const to = newEmail();
    const links = await wish(session, `  ${to} `);
    expect((await request('GET', session)).json()).toEqual({
      pending: { newEmail: to, expiresAt: '2026-11-24T09:00:00Z' },
    });
    expect(await emailOf(personId)).toBe(email);
    const answer = await confirm(links.confirm);
    expect([answer.statusCode, answer.json()]).toEqual([200, { email: to }]);
    expect(await emailOf(personId)).toBe(to);
    expect((await request('GET', session)).json()).toEqual({ pending: null });
    expect((await logIn(email)).statusCode).toBe(401);
    expect((await logIn(to)).statusCode).toBe(200);
    expect((await world.me(session)).statusCode).toBe(200);
    await world.runJobs();
    expect(eventsOf(personId)).toContain(emailChanged.name);
  });

  it.each([
    ['the same in other letters', (email: string) => email.toUpperCase(), 'email_unchanged'],
    ['no address', () => 'nonsense', 'email_malformed'],
    ['two addresses', (email: string) => `${email}, mallory@example.com`, 'email_malformed'],
    ['a header of a mail', (email: string) => `x${email}\r\nBcc: m@example.com`, 'email_malformed'],
    ['320 characters', () => `${'a'.repeat(308)}@example.com`, 'email_malformed'],
  ])('is refused when it is %s', async (_what, make, code) => {
    const { email, session } = await signedIn();
    const answer = await world.post('email-change', { newEmail: make(email) }, session);
    expect([answer.statusCode, answer.json()]).toMatchObject([
      422,
      { code, errors: [{ field: 'newEmail' }] },
    ]);
  });

  it('needs a proof of who is there that is not older than ten minutes', async () => {
    const { session } = await signedIn();
    world.clock.advance({ minutes: 11 });
    const answer = await world.post('email-change', { newEmail: newEmail() }, session);
    expect(answer.json().code).toBe('fresh_sign_in_required');
  });

  it('is answered alike whether it has an account or not, and such an account keeps it', async () => {
    const [ada, bob] = [await signedIn(), await signedIn()];
    const free = await world.post('email-change', { newEmail: newEmail() }, ada.session);
    const taken = await world.post('email-change', { newEmail: bob.email }, ada.session);
    expect(taken.statusCode).toBe(free.statusCode);
    expect(Object.keys(taken.json())).toEqual(Object.keys(free.json()));
    expect(taken.json().expiresAt).toBe(free.json().expiresAt);
    const { id } = await tables(world.ctx)
      .selectFrom('identity.email_changes')
      .select('id')
      .where('new_email', '=', bob.email)
      .executeTakeFirstOrThrow();
    const mail = await emailChangeForMail(world.ctx, id);
    expect(mail).toMatchObject({ ownerId: bob.personId });
    expect(mail).not.toHaveProperty('confirmUrl');
  });

  it('that somebody takes meanwhile is refused calmly, and nothing has changed', async () => {
    const { email, session, personId } = await signedIn();
    const to = newEmail();
    const links = await wish(session, to);
    await world.verified(to);
    const answer = await confirm(links.confirm);
    expect([answer.statusCode, answer.json().code]).toEqual([409, 'email_change_impossible']);
    expect(await emailOf(personId)).toBe(email);
  });

  it('can’t be blocked by who registered with it and never confirmed', async () => {
    const { session, personId } = await signedIn();
    const to = newEmail();
    await world.register(to, { displayName: 'Squatter' });
    const links = await wish(session, to);
    expect((await confirm(links.confirm)).statusCode).toBe(200);
    expect(await emailOf(personId)).toBe(to);
  });

  it('waits 24 hours, is dropped when its owner says so, and replaced by the next wish', async () => {
    const { session } = await signedIn();
    const late = await wish(session, newEmail());
    const dropped = async () => {
      const links = await wish(session, newEmail());
      expect((await request('DELETE', session)).statusCode).toBe(204);
      return links;
    };
    const cancelled = await dropped();
    const replaced = await wish(session, newEmail());
    const last = await wish(session, newEmail());
    for (const { confirm: token } of [late, cancelled, replaced])
      expect((await confirm(token)).json().code).toBe('link_used');
    world.clock.advance({ hours: 24 });
    expect((await confirm(last.confirm)).json().code).toBe('link_expired');
    expect((await confirm('invented')).json().code).toBe('link_unknown');
  });

  it('makes links to a new password that the old address was sent worthless', async () => {
    const { email, session } = await signedIn();
    await world.post('forgot-password', { email });
    const token = await world.lastLink(passwordResetRequested, email);
    const links = await wish(session, newEmail());
    await confirm(links.confirm);
    const reset = await world.post('reset-password', { token, password: 'Fresh-Garden-46' });
    expect(reset.json().code).toBe('link_used');
  });
});

describe('"it was not me", from the old address', () => {
  it('gives the address back, ends every session and mails a way to a new password', async () => {
    const { email, session, personId } = await signedIn();
    const to = newEmail();
    const links = await wish(session, to);
    await confirm(links.confirm);
    const theirs = sessionOf(await logIn(to));
    world.clock.advance({ hours: 71 });
    const answer = await undo(links.undo);
    expect([answer.statusCode, answer.json()]).toEqual([200, { email }]);
    expect(await emailOf(personId)).toBe(email);
    for (const one of [session, theirs]) expect((await world.me(one)).statusCode).toBe(401);
    for (const address of [email, to]) expect((await logIn(address)).statusCode).toBe(401);
    expect((await undo(links.undo)).json().code).toBe('link_used');
    const token = await world.lastLink(passwordResetRequested, email);
    expect(eventsOf(personId)).toContain(emailChangeUndone.name);
    const password = 'Fresh-Garden-46';
    expect((await world.post('reset-password', { token, password })).statusCode).toBe(204);
    expect((await logIn(email, password)).statusCode).toBe(200);
  });

  it('also stops a wish that nobody has confirmed yet', async () => {
    const { session, personId, email } = await signedIn();
    const links = await wish(session, newEmail());
    expect((await undo(links.undo)).statusCode).toBe(200);
    expect((await confirm(links.confirm)).json().code).toBe('link_used');
    expect([await emailOf(personId), (await world.me(session)).statusCode]).toEqual([email, 401]);
  });

  it('works for 72 hours', async () => {
    const { session } = await signedIn();
    const links = await wish(session, newEmail());
    await confirm(links.confirm);
    world.clock.advance({ hours: 72 });
    expect((await undo(links.undo)).json().code).toBe('link_expired');
  });

  it('reaches back over later changes, whose own undo links are then worthless', async () => {
    const { email, session, personId } = await signedIn();
    const [second, third] = [newEmail(), newEmail()];
    const first = await wish(session, second);
    await confirm(first.confirm);
    world.clock.advance({ minutes: 1 });
    const next = await wish(session, third);
    await confirm(next.confirm);
    expect(await emailOf(personId)).toBe(third);
    expect((await undo(first.undo)).json()).toEqual({ email });
    expect((await undo(next.undo)).json().code).toBe('link_used');
    expect(await emailOf(personId)).toBe(email);
  });

  it('gives a reset link even when a stranger has asked for too many', async () => {
    const { session, email } = await signedIn();
    const to = newEmail();
    const links = await wish(session, to);
    await confirm(links.confirm);
    for (let n = 0; n < 4; n++) await world.post('forgot-password', { email: to });
    await world.settle();
    await undo(links.undo);
    const token = await world.lastLink(passwordResetRequested, email);
    const password = 'Fresh-Garden-46';
    expect((await world.post('reset-password', { token, password })).statusCode).toBe(204);
  });

  it('takes away the passkeys that came since, and leaves those from before', async () => {
    const { session, personId } = await signedIn();
    const passkey = (name: string, place: number) =>
      tables(world.ctx)
        .insertInto('identity.passkeys')
        .values({
          id: crypto.randomUUID(),
          person_id: personId,
          place,
          credential_id: Buffer.from(crypto.randomUUID()),
          public_key: Buffer.alloc(64),
          sign_count: 0,
          transports: [],
          backup_eligible: false,
          backed_up: false,
          name,
          created_at: world.clock.now(),
        } as never)
        .execute();
    await passkey('before', 1);
    world.clock.advance({ minutes: 1 });
    const links = await wish(session, newEmail());
    await confirm(links.confirm);
    world.clock.advance({ minutes: 1 });
    await passkey('since', 2);
    await undo(links.undo);
    const left = await tables(world.ctx)
      .selectFrom('identity.passkeys')
      .select('name')
      .where('person_id', '=', personId)
      .execute();
    expect(left).toEqual([{ name: 'before' }]);
  });
});

describe('many at once', () => {
  it('confirm one link: one succeeds', async () => {
    const { session } = await signedIn();
    const links = await wish(session, newEmail());
    const answers = await Promise.all(Array.from({ length: 30 }, () => confirm(links.confirm)));
    expect(answers.filter(({ statusCode }) => statusCode === 200)).toHaveLength(1);
    expect(answers.filter((answer) => answer.json().code === 'link_used')).toHaveLength(29);
  });

  it('undo one change: one succeeds', async () => {
    const { session } = await signedIn();
    const links = await wish(session, newEmail());
    await confirm(links.confirm);
    const answers = await Promise.all(Array.from({ length: 30 }, () => undo(links.undo)));
    expect(answers.filter(({ statusCode }) => statusCode === 200)).toHaveLength(1);
  });

  it('confirm and undo: whoever comes first, the old address stays', async () => {
    for (let round = 0; round < 8; round++) {
      const { email, session, personId } = await signedIn();
      const links = await wish(session, newEmail());
      const [undone, confirmed] = await Promise.all(
        round % 2
          ? [undo(links.undo), confirm(links.confirm)]
          : [confirm(links.confirm), undo(links.undo)].toReversed(),
      );
      expect(undone!.statusCode).toBe(200);
      expect([200, 422]).toContain(confirmed!.statusCode);
      expect(await emailOf(personId)).toBe(email);
    }
  });

  it('want one address: one gets it, the others are told calmly', async () => {
    const people = [await signedIn(), await signedIn(), await signedIn()];
    const to = newEmail();
    const links = [];
    for (const { session } of people) links.push(await wish(session, to));
    const answers = await Promise.all(links.map((one) => confirm(one.confirm)));
    expect(answers.map(({ statusCode }) => String(statusCode)).toSorted()).toEqual([
      '200',
      '409',
      '409',
    ]);
  });
});
