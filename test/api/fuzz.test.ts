import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type PaymentEmulator, startPaymentEmulator } from '../../src/dev/payments/index.ts';
import { type JsonSchema, type Operation, operationsOf } from '../support/operations.ts';
import { sessionCookie, signIn } from '../support/people.ts';
import { startTestWorld, type World } from '../support/world.ts';

const runsPerOperation = Number(process.env['FUZZ_RUNS'] ?? 40);
const email = 'fuzz@etude.example';

let provider: PaymentEmulator;
let world: World;
let cookie: string;
beforeAll(async () => {
  const secrets = { secretKey: 'sk_test_of_the_fuzz', webhookSecret: 'whsec_of_the_fuzz' };
  provider = await startPaymentEmulator(secrets);
  world = await startTestWorld({
    env: {
      RATE_LIMIT_FACTOR: '1000000',
      STRIPE_SECRET_KEY: secrets.secretKey,
      STRIPE_WEBHOOK_SECRET: secrets.webhookSecret,
      STRIPE_API_URL: provider.url,
    },
  });
  ({ cookie } = await signIn(world, email, ['learner', 'instructor', 'operator']));
}, 120_000);
afterAll(async () => {
  await world?.close();
  await provider?.close();
});

const nasty = fc.constantFrom<unknown>(
  null,
  true,
  -1,
  0,
  1.5,
  1e308,
  Number.MAX_SAFE_INTEGER + 2,
  '',
  ' ',
  '\0',
  'a\0b',
  '‮עברית',
  '👩‍🎓'.repeat(50),
  'x'.repeat(10_000),
  '\ud800',
  "'; drop table x; --",
  '../../etc/passwd',
  '<script>',
  [],
  {},
  [[]],
  { constructor: 1 },
  '2026-13-45',
  '9999-12-31T23:59:60Z',
  '00000000-0000-0000-0000-000000000000',
  'Europe/Nowhere',
  '-infinity',
  'NaN',
  '%00',
  '%',
  '\r\nset-cookie: a=b',
);

/** Values that the schema describes, now and then replaced by something it does not. */
function valueOf(schema: JsonSchema, depth = 0): fc.Arbitrary<unknown> {
  return fc.oneof(
    { weight: 6, arbitrary: fitting(schema, depth) },
    { weight: 1, arbitrary: nasty },
  );
}

function fitting(schema: JsonSchema, depth: number): fc.Arbitrary<unknown> {
  if (schema.const !== undefined) return fc.constant(schema.const);
  if (schema.enum) return fc.constantFrom(...schema.enum);
  if (schema.anyOf && depth < 4)
    return fc.oneof(...schema.anyOf.map((one) => fitting(one, depth + 1)));
  switch (Array.isArray(schema.type) ? schema.type[0] : schema.type) {
    case 'string':
      return textOf(schema);
    case 'integer':
    case 'number':
      return fc.integer({ min: schema.minimum ?? -1_000, max: schema.maximum ?? 2_000_000_000 });
    case 'boolean':
      return fc.boolean();
    case 'array':
      return fc.array(valueOf(schema.items ?? {}, depth + 1), { maxLength: 4 });
    case 'object':
      return objectOf(schema, depth);
    default:
      return nasty;
  }
}

function textOf({ format, maxLength = 200 }: JsonSchema): fc.Arbitrary<string> {
  switch (format) {
    case 'uuid':
      return fc.uuid();
    case 'date-time':
      return fc
        .date({ min: new Date('1970-01-01'), max: new Date('9999-01-01'), noInvalidDate: true })
        .map((date) => date.toISOString());
    case 'date':
      return fc
        .date({ min: new Date('1970-01-01'), max: new Date('2400-01-01'), noInvalidDate: true })
        .map((date) => date.toISOString().slice(0, 10));
    case 'time-zone':
      return fc.constantFrom('Europe/London', 'Asia/Tokyo', 'UTC', 'America/St_Johns');
    default:
      return fc.oneof(
        fc.string({ unit: 'binary', maxLength }),
        fc.constantFrom('gb', 'guitar', 'online', 'camden-london', `${'a'.repeat(8)}@b.example`),
      );
  }
}

function objectOf(schema: JsonSchema, depth: number): fc.Arbitrary<unknown> {
  const fields = Object.fromEntries(
    Object.entries(schema.properties ?? {}).map(([name, field]) => [
      name,
      valueOf(field, depth + 1),
    ]),
  );
  return fc.oneof(
    { weight: 5, arbitrary: fc.record(fields, { requiredKeys: schema.required ?? [] }) },
    { weight: 1, arbitrary: fc.record({ ...fields, surplus: nasty }, { requiredKeys: [] }) },
  );
}

function requestFor({
  path,
  parameters,
  body,
}: Operation): fc.Arbitrary<{ url: string; payload?: string }> {
  const values = fc.record(
    Object.fromEntries(parameters.map(({ name, schema }) => [name, valueOf(schema)])),
  );
  return fc
    .record({
      values,
      body: body
        ? fc.oneof(
            { weight: 9, arbitrary: valueOf(body) },
            { weight: 1, arbitrary: fc.constant(undefined) },
          )
        : fc.constant(undefined),
    })
    .map((drawn) => ({
      url: addressOf(path, parameters, drawn.values),
      ...(drawn.body !== undefined && { payload: JSON.stringify(drawn.body) }),
    }));
}

function addressOf(
  path: string,
  parameters: Operation['parameters'],
  values: Record<string, unknown>,
): string {
  const text = (value: unknown) =>
    encodeURIComponent(
      (typeof value === 'string' ? value : (JSON.stringify(value) ?? '')).toWellFormed(),
    );
  let url = path;
  const query: string[] = [];
  for (const { name, in: place } of parameters)
    if (place === 'path') url = url.replace(`{${name}}`, text(values[name]).slice(0, 300) || 'x');
    else query.push(`${name}=${text(values[name])}`);
  return query.length > 0 ? `${url}?${query.join('&')}` : url;
}

/** The default report repeats the counterexample, which may be very long. */
function failInBrief<T>(run: fc.RunDetails<T>): void {
  if (run.failed) throw new Error(`seed ${run.seed}: ${String(run.errorInstance)}`.slice(0, 1_200));
}

describe('whatever a client sends', () => {
  it('never makes a server error, on any operation, signed in or not (PF-01)', async () => {
    const operations = operationsOf(world.app);
    expect(operations.length).toBeGreaterThan(20);
    for (const operation of operations) {
      await fc.assert(
        fc.asyncProperty(
          requestFor(operation),
          fc.boolean(),
          async ({ url, payload }, signedIn) => {
            const answer = await world.inject({
              method: operation.method,
              url,
              headers: {
                ...(payload !== undefined && { 'content-type': 'application/json' }),
                ...(signedIn && { cookie }),
              },
              ...(payload !== undefined && { payload }),
            });
            expect(
              answer.statusCode,
              `${operation.method} ${url} ${payload}: ${answer.body}`.slice(0, 800),
            ).toBeLessThan(500);
            if (answer.statusCode >= 400)
              expect(answer.headers['content-type']).toContain('application/problem+json');
          },
        ),
        { numRuns: runsPerOperation, endOnFailure: true, reporter: failInBrief },
      );
      if (operation.path.includes('/auth/')) cookie = await sessionCookie(world, email);
    }
  }, 600_000);

  it('is a broken body: answered as one', async () => {
    for (const operation of operationsOf(world.app).filter(({ body }) => body)) {
      const url = operation.path.replaceAll(/\{\w+\}/g, '01890000-0000-7000-8000-000000000000');
      for (const payload of [
        '{',
        '[',
        '"',
        '{"__proto__":{}}',
        '{"constructor":{"prototype":{}}}',
        '\0',
        '{"a":'.repeat(5_000),
      ]) {
        const answer = await world.inject({
          method: operation.method,
          url,
          payload,
          headers: { 'content-type': 'application/json', cookie },
        });
        expect(
          answer.statusCode,
          `${operation.method} ${url} ${payload.slice(0, 40)}`,
        ).toBeGreaterThanOrEqual(400);
        expect(answer.statusCode).toBeLessThan(500);
      }
    }
  });
});
