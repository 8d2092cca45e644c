import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { LightMyRequestResponse } from 'fastify';
import { sql } from '../../src/platform/db/index.ts';
import { createLog } from '../../src/platform/telemetry/index.ts';
import { type JsonSchema, type Operation, operationsOf } from '../support/operations.ts';
import { signIn } from '../support/people.ts';
import { startTestWorld, type World } from '../support/world.ts';

/**
 * What a log may repeat of a request: the path with the ids in it, and the id that a proxy gives the
 * request. Nothing else: no field of a body, no query, no cookie, no header.
 */
const loggable = new Set(['path', 'x-request-id']);

/** What an answer that refuses may never repeat, not even to the sender, who may be looking at a shared screen. */
const secretNames = /password|token|code|secret|cookie|authorization|response|state|signature/i;

interface Canary {
  /** "POST /api/v1/auth/login password" */
  where: string;
  name: string;
  text: string;
}

let logged = '';
let canaries: Canary[] = [];
let answers: { where: string; answer: LightMyRequestResponse }[] = [];
let world: World;
let cookie: string;

beforeAll(async () => {
  world = await startTestWorld({
    env: { RATE_LIMIT_FACTOR: '1000000' },
    log: createLog('trace', { write: (line) => void (logged += line) }),
    mail: {
      via: 'none',
      send: async ({ to }) => {
        throw new Error(`the mail server refuses <${String(to)}>: no such receiver`);
      },
      close() {},
    },
  });
  const roles = ['learner', 'instructor', 'operator'] as const;
  ({ cookie } = await signIn(world, 'canary-keeper@etude.example', [...roles]));
}, 120_000);
afterAll(() => world?.close());
beforeEach(() => {
  [logged, canaries, answers] = ['', [], []];
});

let count = 0;

/** Where only a few texts are taken, which then say nothing of a person. */
const fitting: Record<string, string> = {
  '^[a-z]{2,3}$': 'en',
  '^[A-Z]{3}$': 'GBP',
  '^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}$': '2026-11-30T10:00',
};

/** A text that is nowhere else, of the kind and length that the field takes. */
function canaryFor(where: string, name: string, schema: JsonSchema = {}): string {
  if (name === 'market') return 'gb';
  count += 1;
  const digits = `${100_000 + ((count * 7_919) % 900_000)}`;
  const word = `kanarie${digits}vogel${count}`;
  if (schema.pattern && schema.pattern in fitting) return fitting[schema.pattern]!;
  const digitsOnly = schema.pattern?.includes('\\d') && (schema.maxLength ?? 99) <= 10;
  const text = digitsOnly ? digits : word.slice(0, schema.maxLength ?? 200);
  canaries.push({ where, name, text });
  if (name === 'returnTo') return `/lessons?${text}`;
  if (/email/i.test(name)) return `${text}@etude.example`;
  return /password/i.test(name) ? `Aa1-${text}` : text;
}

function valueOf(where: string, name: string, schema: JsonSchema): unknown {
  if (schema.const !== undefined) return schema.const;
  if (schema.enum) return schema.enum[0];
  if (schema.anyOf) return valueOf(where, name, schema.anyOf[0]!);
  switch (Array.isArray(schema.type) ? schema.type[0] : schema.type) {
    case 'string':
      return schema.format ? formatted[schema.format] : canaryFor(where, name, schema);
    case 'integer':
    case 'number':
      return schema.minimum ?? 1;
    case 'boolean':
      return true;
    case 'array':
      return [valueOf(where, name, schema.items ?? {})];
    case 'object':
      return Object.fromEntries(
        Object.entries(schema.properties ?? {}).map(([field, one]) => [
          field,
          valueOf(where, field, one),
        ]),
      );
    default:
      return canaryFor(where, name);
  }
}

const formatted: Record<string, string> = {
  uuid: '01890000-0000-7000-8000-000000000000',
  'date-time': '2026-11-30T10:00:00Z',
  date: '2026-11-30',
  'time-zone': 'Europe/London',
};

const cookieNames = ['session', 'guest', 'device', 'pending', 'trust', 'oidc'];

/** Sends the operation with a canary wherever it takes a text. */
async function send(
  { method, path, parameters, body }: Operation,
  { signedIn, payload }: { signedIn: boolean; payload?: (body: unknown) => string },
): Promise<void> {
  const where = `${method} ${path}`;
  const own = (name: string) => canaryFor(where, name);
  let url = path;
  const query = signedIn ? [] : [`surplus=${own('surplus query')}`];
  for (const { name, in: place, schema, required } of parameters)
    if (place === 'query' && signedIn && !required) continue;
    else if (place === 'query') query.push(`${name}=${String(valueOf(where, name, schema))}`);
    else url = url.replace(`{${name}}`, schema.format ? formatted[schema.format]! : own('path'));
  const cookies = cookieNames.map((name) => `etude_${name}=${own(`cookie ${name}`)}`);
  const sent = body && valueOf(where, 'body', body);
  const answer = await world.inject({
    method,
    url: `${url}?${query.join('&')}`,
    headers: {
      cookie: signedIn ? `${cookie}; ${cookies.slice(1).join('; ')}` : cookies.join('; '),
      ...(!signedIn && { authorization: `Bearer ${own('authorization')}` }),
      'user-agent': own('user-agent'),
      referer: `https://etude.example/${own('referer')}`,
      'accept-language': own('accept-language'),
      'x-forwarded-for': own('x-forwarded-for'),
      'x-request-id': own('x-request-id'),
      'stripe-signature': `t=1,v1=${own('signature')}`,
      ...(body && { 'content-type': 'application/json' }),
    },
    ...(body && { payload: payload ? payload(sent) : JSON.stringify(sent) }),
  });
  answers.push({ where, answer });
}

const holds = (text: string, { text: canary }: Canary) =>
  new RegExp(`(?<![\\w-])${canary}|${canary}(?![\\w-])`).test(text);

function expectSilence(): void {
  expect(canaries.length).toBeGreaterThan(200);
  expect(logged).toContain('"msg":"request"');
  const inLog = canaries.filter((one) => !loggable.has(one.name) && holds(logged, one));
  expect(inLog.map(({ where, name }) => `${where} logs its ${name}`)).toEqual([]);
  const refusals = answers.filter(({ answer }) => answer.statusCode >= 400);
  expect(refusals.length).toBeGreaterThan(10);
  const repeated = refusals.flatMap(({ where, answer }) =>
    canaries
      .filter((one) => one.where === where && secretNames.test(one.name))
      .filter((one) => holds(answer.body + JSON.stringify(answer.headers), one))
      .map(({ name }) => `${where} repeats its ${name}`),
  );
  expect(repeated).toEqual([]);
}

/** Runs jobs until one fails; each fails some times before it is given up. */
const failsOnce = () =>
  world.runJobs().then(
    () => false,
    () => true,
  );

const operations = () => operationsOf(world.app);

describe('what a person entrusts to us', () => {
  it('is in no log line and no refusal, whatever the answer is (ID-15, ID-16)', async () => {
    for (const signedIn of [true, false])
      for (const operation of operations()) {
        await send(operation, { signedIn });
        if (operation.path.includes('/auth/'))
          ({ cookie } = await signIn(world, `keeper${(count += 1)}@etude.example`, [
            'learner',
            'instructor',
            'operator',
          ]));
      }
    expectSilence();
  });

  it('is in none where the request is broken', async () => {
    const broken = [
      (sent: unknown) => JSON.stringify(sent).slice(0, -2),
      (sent: unknown) => `${JSON.stringify(sent)}}`,
      (sent: unknown) => JSON.stringify([sent]),
      (sent: unknown) => JSON.stringify({ ...(sent as object), __proto: sent }),
      (sent: unknown) =>
        JSON.stringify(sent)
          .replaceAll(':true', ':"x"')
          .replaceAll('":"', '":["')
          .replaceAll('",', '"],'),
    ];
    for (const payload of broken)
      for (const operation of operations().filter(({ body }) => body))
        await send(operation, { signedIn: true, payload });
    expectSilence();
  });

  it('is in none where jobs fail: not even whom a mail was for', async () => {
    const where = 'POST /api/v1/auth/register';
    for (const operation of operations().filter(({ path }) => path.includes('/auth/')))
      await send(operation, { signedIn: false });
    expect(canaries.some((one) => one.where === where && one.name === 'email')).toBe(true);
    let failures = 0;
    while (await failsOnce()) failures += 1;
    expect(failures).toBeGreaterThan(3);
    expect(logged).toContain('the mail server refuses');
    expectSilence();
  });

  it('is in none where the database fails', async () => {
    await sql`alter schema identity rename to elsewhere`.execute(world.ctx.db);
    try {
      for (const operation of operations()) await send(operation, { signedIn: true });
    } finally {
      await sql`alter schema elsewhere rename to identity`.execute(world.ctx.db);
    }
    expect(logged).toContain('"msg":"request failed"');
    expectSilence();
  });

  it('is in none where the database refuses a row and repeats it', async () => {
    const email = 'kanarie-of-the-database@etude.example';
    const insert = () =>
      sql`insert into identity.people (id, email, email_key, display_name, roles, locale, time_zone, created_at)
        values (${crypto.randomUUID()}, ${email}, ${email}, 'Kanarie', '{learner}', 'en', 'UTC', now())`.execute(
        world.ctx.db,
      );
    await insert();
    const error: Error & { detail?: string } = await insert().catch((refusal) => refusal);
    expect(error.detail).toContain(email);
    world.ctx.log.error({ err: error }, 'request failed');
    const wrapped = new Error('no SMS reaches +447400123456', { cause: error });
    world.ctx.log.error({ err: wrapped }, 'job failed');
    expect(logged).toContain('people_email_key_unique');
    expect(logged).not.toMatch(/kanarie|447400123456/i);
  });
});
