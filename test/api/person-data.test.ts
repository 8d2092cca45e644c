import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { domains } from '../../src/domains.ts';
import { chooseMarket } from '../../src/domains/markets/index.ts';
import { sql } from '../../src/platform/db/index.ts';
import { personDataOf } from '../../src/platform/person-data/index.ts';
import { booksOf, placesOfText } from '../support/all-tables.ts';
import { sessionCookie, signIn } from '../support/people.ts';
import { type SchedulingWorld, startSchedulingWorld, type Teacher } from '../support/scheduling.ts';

/** Stands in every text that one person gives to the product. */
const canary = 'kzqwvx42';
const phone = '+447400777123';
const firstEmail = `${canary}.first@example.com`;
const email = `${canary}.second@example.com`;
const others = { email: 'other.side@example.com', name: 'Octavia Other' };

let world: SchedulingWorld;
let personId: string;
let cookie: string;
let otherCookie: string;
let profile: Teacher;
let colleague: Teacher;
let lesson: string;
let before: { bookings: unknown; charges: unknown; entries: unknown };

beforeAll(async () => {
  const inWorld = new Set(['identity', 'markets', 'catalog', 'scheduling', 'payments']);
  world = await startSchedulingWorld(domains.filter(({ name }) => !inWorld.has(name)));
  // The product's own order, not the world's.
  Object.assign(world.ctx.personData, personDataOf(domains));
  await liveALittle();
}, 240_000);
afterAll(() => world?.close());

const call = (
  method: 'GET' | 'POST' | 'DELETE' | 'PATCH',
  path: string,
  payload?: object,
  as = cookie,
) =>
  world.inject({
    method,
    url: `/api/v1${path}`,
    headers: { cookie: as, ...(as === cookie && { 'user-agent': `Mozilla/5.0 ${canary}` }) },
    ...(payload && { payload }),
  });

async function ok(answer: ReturnType<typeof call>) {
  const { statusCode, body } = await answer;
  expect(statusCode, body).toBeLessThan(300);
  return body ? JSON.parse(body) : undefined;
}

/** Books as a learner and pays on the provider's page with a name of their own. */
async function book(as: string, { serviceId }: Teacher, startsAt: Temporal.Instant) {
  const wish = { serviceId, startsAt: startsAt.toString(), timeZone: 'Europe/London' };
  const { id } = await ok(call('POST', '/bookings', wish, as));
  const { url } = await ok(call('POST', `/bookings/${id}/checkout`, undefined, as));
  expect((await world.pay(url, { name: `Card of ${canary}` })).outcome).toBe('paid');
  await world.deliverAll();
  expect(await world.statusOf(id)).toBe('confirmed');
  return id as string;
}

const run = (query: ReturnType<typeof sql>) => query.execute(world.ctx.db);

/** Everything that a person can leave in the product: an account, a profile, lessons on both sides. */
async function liveALittle(): Promise<void> {
  const signedIn = await signIn(world, firstEmail, ['learner', 'instructor']);
  ({ personId, cookie } = signedIn);
  const other = await signIn(world, others.email, ['learner']);
  otherCookie = other.cookie;
  await ok(call('PATCH', '/me', { displayName: others.name }, otherCookie));
  for (const id of [personId, other.personId])
    await chooseMarket(world.ctx, { personId: id, code: 'gb' });
  await ok(call('PATCH', '/me', { displayName: `Zoë ${canary}` }));
  await confirmPhone();
  await changeEmail();
  await teach();
  colleague = await world.newTeacher();
  lesson = await book(cookie, colleague, world.inDays(2));
  await takeTheRest();
}

async function confirmPhone(): Promise<void> {
  await ok(call('POST', '/auth/phone/start', { phone }));
  const code = /^\d{6}/.exec(world.texts.at(-1)!.text)![0];
  await ok(call('POST', '/auth/phone/verify', { code }));
}

async function changeEmail(): Promise<void> {
  await ok(call('POST', '/auth/email-change', { newEmail: email }));
  await world.runJobs();
  const mail = world.mails.findLast(({ to }) => to === email)!;
  const token = /\/email\/confirm\?token=([\w-]+)/.exec(mail.text)![1]!;
  await ok(call('POST', '/auth/email-change/confirm', { token }));
  await ok(call('POST', '/auth/forgot-password', { email }));
  await ok(call('POST', '/auth/email-change', { newEmail: `${canary}.third@example.com` }));
  await world.runJobs();
}

/** A profile, and a lesson that the other side cancels in time: all the money goes back. */
async function teach(): Promise<void> {
  profile = await world.newTeacher({ personId, services: [{ title: `Lute with ${canary}` }] });
  await run(sql`update catalog.instructors set display_name = ${`Zoë ${canary}`},
    headline = ${canary}, bio = ${`${canary} writes`}, lesson_text = ${canary}, slug = ${canary},
    place_id = p.id, place_name = ${`Near ${canary}`}, place_point = p.center
    from (select id, center from places.places limit 1) p where instructors.id = ${profile.instructorId}`);
  const given = await book(otherCookie, profile, world.inDays(3));
  const { refund } = await ok(
    call('GET', `/bookings/${given}/cancellation`, undefined, otherCookie),
  );
  await ok(
    call('POST', `/bookings/${given}/cancel`, { expectedRefundMinor: refund.minor }, otherCookie),
  );
  await world.runJobs();
  await world.deliverAll();
}

/** Tries Etude Plus with a card in a name of their own, and ends it. */
async function tryPlus(): Promise<void> {
  const { url } = await ok(call('POST', '/me/plus', { plan: 'plus_gb_month_1' }));
  expect((await world.pay(url, { name: `Card of ${canary}` })).outcome).toBe('paid');
  await ok(call('POST', '/me/plus/check'));
  await world.deliverAll();
  const { at } = await ok(call('GET', '/me/plus/cancellation'));
  await ok(call('POST', '/me/plus/cancel', { when: 'now', expectedRefundMinor: 0, at }));
  await world.deliverAll();
}

async function takeTheRest(): Promise<void> {
  await tryPlus();
  const now = world.clock.now().toString();
  await run(sql`insert into places.addresses (id, person_id, label, place_id, point, is_default, created_at)
    select gen_random_uuid(), ${personId}, ${`Home of ${canary}`}, id, center, true, ${now} from places.places limit 1`);
  await run(sql`insert into identity.oidc_links (id, person_id, issuer, subject, email, created_at, last_used_at)
    values (gen_random_uuid(), ${personId}, 'https://id.example', ${canary}, ${email}, ${now}, ${now})`);
  await run(sql`insert into identity.passkeys (id, person_id, place, credential_id, public_key, sign_count,
      backup_eligible, backed_up, name, created_at)
    values (gen_random_uuid(), ${personId}, 1, ${Buffer.from(`${canary}-credential-id`)}, ${Buffer.alloc(64)}, 0,
      false, false, ${`Phone of ${canary}`}, ${now})`);
  await run(sql`insert into payments.payout_accounts (id, person_id, platform, country, status, provider_account_id,
      bank_name, bank_last4, created_at, updated_at)
    values (gen_random_uuid(), ${personId}, 'main', 'GB', 'pending', 'acct_of_a_person', ${`Bank of ${canary}`}, '2345', ${now}, ${now})`);
  await run(sql`insert into scheduling.problems (id, booking_id, kind, description, reported_by, reported_at)
    values (gen_random_uuid(), ${lesson}, 'quality', ${`${canary} heard nothing`}, ${personId}, ${now})`);
  await run(sql`insert into reviews.reviews (id, instructor_id, booking_id, author_name, rating, text, published_at)
    select gen_random_uuid(), instructor_id, id, ${canary}, 5, ${`${canary} loved it`}, ${now}
    from scheduling.bookings where id = ${lesson}`);
  await run(sql`insert into reviews.reviews (id, instructor_id, author_name, rating, text, response, published_at, is_demo)
    values (gen_random_uuid(), ${profile.instructorId}, 'Octavia', 4, 'Fine', ${`Thanks, ${canary}`}, ${now}, true)`);
  const ownPose = { own: true, kind: 'exercise', library: 'yoga', name: `Pose of ${canary}` };
  await ok(call('POST', '/authoring/items', ownPose));
  await run(sql`insert into practice.assignments (id, instructor_person_id, learner_id, sequence_id,
      sequence_seconds, times, due_on, note, created_at)
    select gen_random_uuid(), ${colleague.person.id}, ${personId}, id, 900, 3, '2026-12-01', ${`For ${canary}`}, ${now}
    from practice.sequences where slug = 'morning-energizer'`);
  await world.runJobs();
}

const placesOf = (text: string) => placesOfText(world.ctx, text);
const countBooks = () => booksOf(world.ctx);

describe('the export of an account (ID-17)', () => {
  it('holds what each part of the product keeps about its owner', async () => {
    const answer = await call('GET', '/me/export');
    expect(answer.statusCode).toBe(200);
    expect(answer.headers['content-disposition']).toContain('attachment');
    const { format, version, data } = answer.json();
    expect([format, version, answer.json().personId]).toEqual(['etude-account', 1, personId]);
    expect(data.identity.profile).toMatchObject({
      email,
      phone,
      displayName: `Zoë ${canary}`,
      roles: ['learner', 'instructor'],
      hasPassword: true,
    });
    expect(data.identity.securityLog.map(({ action }: { action: string }) => action)).toContain(
      'phone_changed',
    );
    expect(data.identity.sessions[0]).toMatchObject({ userAgent: `lightMyRequest` });
    expect(data.identity.passkeys).toMatchObject([{ name: `Phone of ${canary}` }]);
    expect(data.markets.choice).toMatchObject({ market: 'gb' });
    expect(data.places.addresses).toMatchObject([{ label: `Home of ${canary}` }]);
    expect(data.catalog.profile).toMatchObject({ bio: `${canary} writes` });
    expect(data.catalog.services).toMatchObject([{ title: `Lute with ${canary}` }]);
    expect(data.scheduling.lessonsBooked).toMatchObject([
      { id: lesson, price: { minor: 3800, currency: 'GBP' } },
    ]);
    expect(data.scheduling.payments).toMatchObject([{ amount: { minor: 3800, currency: 'GBP' } }]);
    expect(data.scheduling.lessonsGiven).toMatchObject([{ status: 'cancelled' }]);
    expect(data.reviews.written).toMatchObject([{ text: `${canary} loved it`, rating: 5 }]);
    expect(data.reviews.received).toMatchObject([{ response: `Thanks, ${canary}` }]);
    expect(data.payments).toMatchObject({
      cards: [{ brand: 'visa', last4: '4242' }],
      plus: [{ plan: 'plus_gb_month_1', status: 'ended' }],
      payoutAccounts: [{ status: 'pending', bankName: `Bank of ${canary}`, bankLast4: '2345' }],
      earnings: [{ title: `Lute with ${canary}` }],
    });
    expect(data.notifications.deliveries.length).toBeGreaterThan(3);
  });

  it('gives away no secret, and nothing that is another’s', async () => {
    const { body } = await call('GET', '/me/export');
    const secrets = await sql<{ secret: string }>`
      select password_hash as secret from identity.people where id = ${personId}
      union all select encode(token_hash, 'hex') from identity.sessions where person_id = ${personId}
      union all select encode(code_hash, 'hex') from identity.phone_codes where person_id = ${personId}
      union all select encode(undo_hash, 'hex') from identity.email_changes where person_id = ${personId}`.execute(
      world.ctx.db,
    );
    expect(secrets.rows.length).toBeGreaterThan(4);
    for (const { secret } of secrets.rows) expect(body).not.toContain(secret);
    expect(body).not.toMatch(/argon2|hash|token|secret/i);
    expect(body).not.toContain(others.email);
    expect(body).not.toContain(others.name);
  });

  it('needs a fresh proof of who asks', async () => {
    world.clock.advance({ minutes: 11 });
    expect((await call('GET', '/me/export')).json().code).toBe('fresh_sign_in_required');
    cookie = await sessionCookie(world, email);
  });
});

describe('an account that its owner deletes (ID-17)', () => {
  it('is not, while lessons are ahead: every reason is given', async () => {
    const answer = await call('POST', '/me/deletion', {});
    expect([answer.statusCode, answer.json()]).toMatchObject([
      409,
      {
        code: 'deletion_blocked',
        details: {
          reasons: [
            { code: 'lessons_ahead', detail: expect.stringContaining('A lesson is still ahead') },
            { code: 'payment_under_way' },
          ],
        },
      },
    ]);
    expect((await call('GET', '/me/deletion')).json()).toEqual({ erasesAt: null });
  });

  it('is scheduled once nothing is ahead; its page is hidden, its sessions stay', async () => {
    await finishLesson();
    cookie = await sessionCookie(world, email);
    const wrong = await call('POST', '/me/deletion', { password: 'Wrong-Garden-45' });
    expect(wrong.json()).toMatchObject({
      code: 'password_wrong',
      errors: [{ field: 'password' }],
    });
    const scheduled = await call('POST', '/me/deletion', {});
    expect(scheduled.statusCode).toBe(202);
    const erasesAt = world.clock.now().add({ hours: 14 * 24 });
    expect(Temporal.Instant.from(scheduled.json().erasesAt).equals(erasesAt)).toBe(true);
    expect((await call('POST', '/me/deletion', {})).json()).toEqual(scheduled.json());
    expect((await call('GET', '/me/deletion')).json()).toEqual(scheduled.json());
    await world.runJobs();
    expect((await call('GET', '/me')).statusCode).toBe(200);
    const { rows } = await run(sql`select status from catalog.instructors where slug = ${canary}`);
    expect(rows).toEqual([{ status: 'draft' }]);
    const mails = world.mails.filter(({ to }) => to === email);
    expect(mails.map(({ subject }) => subject)).toContain('Your account will be deleted');
  });

  it('is not, while money for lessons they gave is kept for them', async () => {
    const blockers = await world.ctx.personData.blockers(world.ctx, colleague.person.id);
    expect(blockers.map(({ code }) => code)).toEqual(['earnings_unpaid']);
  });

  it('is kept when they think better of it within 14 days', async () => {
    world.clock.advance({ hours: 14 * 24 - 1 });
    cookie = await sessionCookie(world, email);
    expect((await call('DELETE', '/me/deletion')).statusCode).toBe(204);
    expect((await call('DELETE', '/me/deletion')).statusCode).toBe(204);
    world.clock.advance({ hours: 2 });
    await world.runJobs();
    expect((await call('GET', '/me')).statusCode).toBe(200);
    expect((await call('GET', '/me/deletion')).json()).toEqual({ erasesAt: null });
    expect((await placesOf(canary)).length).toBeGreaterThan(20);
  });

  it('stands in all these places until then, so that the search below can fail', async () => {
    const places = await placesOf(canary);
    for (const place of [
      'catalog.instructors.bio',
      'catalog.services.title',
      'identity.audit_entries.user_agent',
      'identity.email_changes.new_email',
      'identity.oidc_links.subject',
      'identity.passkeys.credential_id',
      'identity.people.display_name',
      'jobs.job_common.data',
      'notifications.deliveries.address',
      'payments.earnings.title',
      'payments.payout_accounts.bank_name',
      'payments.provider_calls.params',
      'payments.webhook_events.payload',
      'places.addresses.label',
      'reviews.reviews.text',
      'scheduling.bookings.title',
      'scheduling.problems.description',
    ])
      expect(places).toContain(place);
    expect(await placesOf(phone.slice(1))).toContain('identity.people.phone');
  });

  it('is erased after 14 days: no column of any table knows them', async () => {
    before = await countBooks();
    cookie = await sessionCookie(world, email);
    await ok(call('POST', '/me/deletion', {}));
    world.clock.advance({ hours: 14 * 24 });
    await world.runJobs();
    expect(await placesOf(canary)).toEqual([]);
    expect(await placesOf(phone.slice(1))).toEqual([]);
    expect((await call('GET', '/me')).statusCode).toBe(401);
  });

  it('leaves nothing that still points at them, but what others and the books need', async () => {
    expect((await placesOf(personId)).toSorted()).toEqual(
      [
        'catalog.instructors.person_id',
        'identity.audit_entries.actor_id',
        'identity.audit_entries.person_id',
        'identity.deletions.person_id',
        'identity.people.email',
        'identity.people.email_key',
        'identity.people.id',
        'jobs.job.data',
        'jobs.job_common.data',
        'payments.earnings.person_id',
        'payments.payout_accounts.person_id',
        'payments.transfers.person_id',
        'scheduling.booking_transitions.actor_id',
        'scheduling.bookings.instructor_person_id',
        'scheduling.bookings.learner_id',
        'scheduling.problems.reported_by',
      ].toSorted(),
    );
  });

  it('leaves the books as they were: every row, every amount, in balance', async () => {
    expect(await countBooks()).toEqual(before);
    const { rows } = await run(
      sql`select transaction_id from payments.ledger_entries group by transaction_id, currency having sum(amount_minor) <> 0`,
    );
    expect(rows).toEqual([]);
  });

  it('keeps the other side’s lessons readable, with nobody on this side', async () => {
    const lessons = await call('GET', '/me/lessons?when=past', undefined, await otherSession());
    expect(lessons.statusCode).toBe(200);
    expect(lessons.body).toContain('Deleted person');
    const { rows } = await run(
      sql`select author_name, rating, text from reviews.reviews where booking_id = ${lesson}`,
    );
    expect(rows).toEqual([{ author_name: 'Deleted person', rating: 5, text: '' }]);
  });

  it('lets nobody in, and its address is free for whoever registers anew', async () => {
    await expect(sessionCookie(world, email)).rejects.toThrow('invalid_credentials');
    await ok(
      call('POST', '/auth/register', {
        email,
        password: 'Practice makes 1 better',
        displayName: 'Somebody new',
      }),
    );
    await world.runJobs();
    expect(world.mails.at(-1)).toMatchObject({ to: email, subject: 'Confirm your e-mail address' });
  });
});

async function otherSession(): Promise<string> {
  return sessionCookie(world, others.email);
}

/** The lesson takes place and its money is taken. */
async function finishLesson(): Promise<void> {
  const { advanceLessons } =
    await import('../../src/domains/scheduling/bookings/advance-lessons.ts');
  world.clock.advance({ hours: 3 * 24 });
  await advanceLessons(world.ctx);
  await advanceLessons(world.ctx);
  await world.runJobs();
  await world.deliverAll();
  expect(await world.statusOf(lesson)).toBe('completed');
}
