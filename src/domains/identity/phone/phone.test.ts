import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  gardenPassword,
  type IdentityWorld,
  sessionOf,
  startIdentityWorld,
} from '../../../../test/support/identity.ts';
import { SmsError, type SmsTransport } from '../../../platform/sms/index.ts';
import { phoneChanged } from '../events.ts';
import { hashPassword } from '../passwords/password-hash.ts';
import { createPerson, findPersonByEmail } from '../people/people.ts';
import { tables } from '../tables.ts';

let world: IdentityWorld;
let failing: SmsError | undefined;
const mobile = (n: number) => `+4474001${String(n).padStart(5, '0')}`;
let numbers = 10_000;
const newNumber = () => mobile((numbers += 1));

beforeAll(async () => {
  world = await startIdentityWorld();
  const { send } = world.ctx.sms;
  Object.assign(world.ctx.sms, {
    send: async (...sms: Parameters<SmsTransport['send']>) => {
      if (failing) throw failing;
      return send(...sms);
    },
  });
});
afterAll(() => world?.close());
beforeEach(async () => {
  failing = undefined;
  await world.settle();
});

async function signedIn() {
  const email = await world.verified();
  const session = sessionOf(await world.post('login', { email, password: gardenPassword }));
  const { id: personId } = (await findPersonByEmail(world.ctx, email))!;
  const cookies = { etude_session: session };
  return {
    personId,
    start: (phone: string, region?: string) =>
      world.post('phone/start', { phone, ...(region && { region }) }, session),
    resend: () => world.inject({ method: 'POST', url: '/api/v1/auth/phone/resend', cookies }),
    verify: (code: string) => world.post('phone/verify', { code }, session),
    remove: () => world.inject({ method: 'DELETE', url: '/api/v1/auth/phone', cookies }),
    state: async () => (await world.inject({ url: '/api/v1/auth/phone', cookies })).json(),
  };
}

const codeOf = () => /^\d{6}/.exec(world.texts.at(-1)!.text)![0];
const wrong = (code: string) => String((Number(code) + 1) % 1_000_000).padStart(6, '0');

describe('confirming a phone number (ID-11)', () => {
  it('takes a code that is sent by SMS, and tells', async () => {
    const ada = await signedIn();
    expect(await ada.state()).toEqual({ available: true, phone: null, pending: null });
    const started = await ada.start('07400 123456', 'GB');
    expect([started.statusCode, started.json()]).toMatchObject([
      202,
      { phone: '+447400123456', triesLeft: 5, resendAt: '2026-11-23T09:01:00Z' },
    ]);
    expect(world.texts.at(-1)).toMatchObject({
      to: '+447400123456',
      text: expect.stringMatching(/^\d{6} is your Etude code/),
    });
    expect((await ada.state()).pending).toEqual(started.json());
    const code = codeOf();
    expect((await ada.verify(` ${code.slice(0, 3)} ${code.slice(3)}`)).json()).toEqual({
      phone: '+447400123456',
    });
    expect(await ada.state()).toMatchObject({ phone: '+447400123456', pending: null });
    await world.runJobs();
    expect(world.heard.at(-1)).toMatchObject({
      event: phoneChanged.name,
      data: { personId: ada.personId },
    });
    expect((await ada.start('+447400123456')).json().code).toBe('phone_unchanged');
    expect((await ada.verify(code)).json().code).toBe('phone_nothing_pending');
  });

  it('keeps neither the code nor anything that a million guesses could tell', async () => {
    const ada = await signedIn();
    await ada.start(newNumber());
    const row = await tables(world.ctx)
      .selectFrom('identity.phone_codes')
      .selectAll()
      .where('person_id', '=', ada.personId)
      .executeTakeFirstOrThrow();
    expect(JSON.stringify({ ...row, code_hash: undefined })).not.toContain(codeOf());
    expect(row.code_hash).toHaveLength(32);
  });

  it('lets several accounts share a number, because nobody signs in with it', async () => {
    const phone = newNumber();
    for (const someone of [await signedIn(), await signedIn()]) {
      await someone.start(phone);
      expect((await someone.verify(codeOf())).statusCode).toBe(200);
      world.clock.advance({ minutes: 1 });
    }
  });

  it('forgets the number when its owner asks, and the code that was on its way', async () => {
    const ada = await signedIn();
    await ada.start(newNumber());
    await ada.verify(codeOf());
    await ada.start(newNumber());
    expect((await ada.remove()).statusCode).toBe(204);
    expect(await ada.state()).toMatchObject({ phone: null, pending: null });
    expect((await ada.verify(codeOf())).statusCode).toBe(409);
    expect((await ada.remove()).statusCode).toBe(204);
  });
});

describe('a code by SMS (ID-11)', () => {
  it('is dead after five wrong tries, also for the right one', async () => {
    const ada = await signedIn();
    await ada.start(newNumber());
    const code = codeOf();
    for (const triesLeft of [4, 3, 2, 1, 0])
      expect((await ada.verify(wrong(code))).json()).toMatchObject({
        code: 'code_wrong',
        details: { triesLeft },
      });
    expect((await ada.verify(code)).json().code).toBe('code_dead');
    expect((await ada.state()).pending.triesLeft).toBe(0);
    world.clock.advance({ minutes: 1 });
    expect((await ada.resend()).statusCode).toBe(202);
    expect((await ada.verify(codeOf())).statusCode).toBe(200);
  });

  it('is looked at five times at most when fifty guesses come at once', async () => {
    const ada = await signedIn();
    await ada.start(newNumber());
    const code = codeOf();
    const answers = await Promise.all(Array.from({ length: 50 }, () => ada.verify(wrong(code))));
    const codes = answers.map((answer) => answer.json().code);
    expect(codes.filter((one) => one === 'code_wrong')).toHaveLength(5);
    expect(codes.filter((one) => one === 'code_dead')).toHaveLength(45);
  });

  it('works once, however often it comes at once', async () => {
    const ada = await signedIn();
    await ada.start(newNumber());
    const code = codeOf();
    const answers = await Promise.all(Array.from({ length: 20 }, () => ada.verify(code)));
    expect(answers.filter(({ statusCode }) => statusCode === 200)).toHaveLength(1);
    expect(answers.every(({ statusCode }) => statusCode < 500)).toBe(true);
  });

  it('lives ten minutes', async () => {
    const ada = await signedIn();
    await ada.start(newNumber());
    world.clock.advance({ minutes: 10 });
    expect((await ada.verify(codeOf())).json().code).toBe('code_expired');
    expect((await ada.state()).pending).toBeNull();
  });

  it('is worth nothing to anybody else', async () => {
    const [ada, mallory] = [await signedIn(), await signedIn()];
    await ada.start(newNumber());
    expect((await mallory.verify(codeOf())).json().code).toBe('phone_nothing_pending');
  });

  it.each(['12345', '1234567', 'abcdef', '', '12345６７'])(
    'costs no try when it is not six digits: %j',
    async (code) => {
      const ada = await signedIn();
      await ada.start(newNumber());
      expect((await ada.verify(code)).statusCode).toBeLessThan(500);
      expect((await ada.state()).pending.triesLeft).toBe(5);
    },
  );

  it('can be had again after a minute, and then the first no longer works', async () => {
    const ada = await signedIn();
    const phone = newNumber();
    await ada.start(phone);
    const first = codeOf();
    world.clock.advance({ seconds: 45 });
    for (const again of [await ada.resend(), await ada.start(phone)]) {
      expect(again.statusCode).toBe(429);
      expect(again.headers['retry-after']).toBe('15');
      expect(again.json()).toMatchObject({
        code: 'phone_cool_down',
        details: { resendAt: (await ada.state()).pending.resendAt },
      });
    }
    world.clock.advance({ seconds: 15 });
    expect((await ada.resend()).statusCode).toBe(202);
    if (first !== codeOf()) expect((await ada.verify(first)).json().code).toBe('code_wrong');
    expect((await ada.verify(codeOf())).statusCode).toBe(200);
  });

  it('goes at once to another number, when the first was mistyped', async () => {
    const ada = await signedIn();
    await ada.start(newNumber());
    const right = newNumber();
    expect((await ada.start(right)).statusCode).toBe(202);
    expect((await ada.verify(codeOf())).json()).toEqual({ phone: right });
  });

  it('is asked for again only where a number waits', async () => {
    const ada = await signedIn();
    expect((await ada.resend()).json().code).toBe('phone_nothing_pending');
  });
});

describe('an SMS that could not be sent (ID-11)', () => {
  it('is answered 503, and trying again works at once', async () => {
    const ada = await signedIn();
    const phone = newNumber();
    failing = new SmsError('twilio answered 500, code none', { permanent: false });
    const refused = await ada.start(phone);
    expect([refused.statusCode, refused.json().code]).toEqual([503, 'sms_unavailable']);
    expect(await ada.state()).toMatchObject({ pending: null });
    failing = undefined;
    expect((await ada.start(phone)).statusCode).toBe(202);
    expect((await ada.verify(codeOf())).statusCode).toBe(200);
  });

  it('names the number when it is the number’s fault', async () => {
    const ada = await signedIn();
    failing = new SmsError('twilio answered 400, code 21614', { permanent: true });
    expect((await ada.start(newNumber())).json()).toMatchObject({
      code: 'phone_unreachable',
      errors: [{ field: 'phone' }],
    });
  });

  it('is plainly unavailable where no provider is configured', async () => {
    const ada = await signedIn();
    Object.assign(world.ctx.sms, { via: 'none' });
    expect(await ada.state()).toMatchObject({ available: false });
    expect((await ada.start(newNumber())).json().code).toBe('sms_unavailable');
    Object.assign(world.ctx.sms, { via: 'twilio' });
  });
});

describe('the limits on codes (ID-10, ID-11)', () => {
  let strict: IdentityWorld;
  beforeAll(async () => {
    strict = await startIdentityWorld({ env: { RATE_LIMIT_FACTOR: '1' } });
  });
  afterAll(() => strict?.close());

  const password = gardenPassword;
  let addresses = 0;
  /** Registering and signing in are limited too: these are made directly, and come from everywhere. */
  async function person(email: string): Promise<string> {
    await createPerson(strict.ctx, {
      email,
      displayName: 'Ada',
      verified: true,
      passwordHash: await hashPassword(password),
    });
    return sessionOf(
      await strict.inject({
        method: 'POST',
        url: '/api/v1/auth/login',
        payload: { email, password },
        remoteAddress: `198.51.100.${(addresses += 1)}`,
      }),
    );
  }

  it('are three in ten minutes for a person, and for a number whoever asks', async () => {
    const phone = newNumber();
    const [ada, bob] = [await person('ada@example.com'), await person('bob@example.com')];
    const start = (session: string, number: string) =>
      strict.post('phone/start', { phone: number }, session);
    for (let n = 0; n < 3; n++) {
      expect((await start(ada, phone)).statusCode).toBe(202);
      strict.clock.advance({ minutes: 1 });
    }
    const person429 = await start(ada, newNumber());
    expect(person429.statusCode).toBe(429);
    expect(person429.headers).toHaveProperty('ratelimit-remaining', '0');
    const number429 = await start(bob, phone);
    expect([number429.statusCode, number429.json().code]).toEqual([429, 'rate_limited']);
    expect(Number(number429.headers['retry-after'])).toBe(7 * 60);
    expect((await start(bob, newNumber())).statusCode).toBe(202);
  });

  it('hold when many people ask for the same number at once', async () => {
    const phone = newNumber();
    const sessions = await Promise.all([1, 2, 3, 4].map((n) => person(`crowd${n}@example.com`)));
    const answers = await Promise.all(
      sessions.map((session) => strict.post('phone/start', { phone }, session)),
    );
    expect(answers.map(({ statusCode }) => String(statusCode)).toSorted()).toEqual([
      '202',
      '202',
      '202',
      '429',
    ]);
  });
});
