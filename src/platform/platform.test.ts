import { Type } from 'typebox';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestWorld, type World } from '../../test/support/world.ts';
import { afterCommit, inTransaction, newId, sql } from './db/index.ts';
import type { Domain } from './domain.ts';
import { conflict } from './errors/index.ts';
import { defineEvent } from './events/index.ts';
import { Instant, Limit, Text } from './http/index.ts';

const noted = defineEvent<{ text: string }>('probe.noted');
const heard: string[] = [];
const ran: string[] = [];

const probe: Domain = {
  name: 'probe',
  listeners: (events) =>
    events.on(noted, 'probe.hear', async (_ctx, { text }) => void heard.push(text)),
  jobs: (jobs) =>
    jobs.define<{ text: string }>('probe.run', {
      handler: async (_ctx, { text }) => void ran.push(text),
    }),
  routes(app) {
    app.post(
      '/api/v1/probe',
      {
        config: {
          access: 'public',
          rateLimit: {
            name: 'probe',
            points: 1,
            windowSeconds: 60,
            key: ({ body }) => (body as { name: string }).name,
          },
        },
        schema: {
          body: Type.Object({ name: Text({ min: 1, max: 20 }), at: Type.Optional(Instant) }),
          querystring: Type.Object({ limit: Limit(20) }),
        },
      },
      async ({ body, query }) => ({ name: body.name, limit: query.limit }),
    );
    app.get('/api/v1/probe/conflict', { config: { access: 'public' } }, async () => {
      throw conflict('slot_taken', 'Somebody was faster.', { field: 'startsAt' });
    });
    app.get('/api/v1/probe/fault', { config: { access: 'public' } }, async () => {
      throw new Error('a secret detail');
    });
    app.get('/api/v1/probe/mine', { config: { access: 'signed_in' } }, async () => ({}));
  },
};

let world: World;
beforeAll(async () => {
  world = await startTestWorld({ domains: [probe], env: { RATE_LIMIT_FACTOR: '3' } });
}, 120_000);
afterAll(() => world?.close());

const post = (payload: unknown, headers: Record<string, string> = {}) =>
  world.inject({ method: 'POST', url: '/api/v1/probe', payload: payload as object, headers });

describe('the database', () => {
  it('gives instants, safe integers and plain dates on both engines (PF-03)', async () => {
    const { rows } =
      await sql<object>`select timestamptz '2026-03-29 01:30:00.123+00' as at, 9007199254740991::int8 as big, date '2026-02-03' as day, array[timestamptz '2026-01-01'] as list`.execute(
        world.ctx.db,
      );
    expect(rows[0]).toEqual({
      at: Temporal.Instant.from('2026-03-29T01:30:00.123Z'),
      big: Number.MAX_SAFE_INTEGER,
      day: '2026-02-03',
      list: [Temporal.Instant.from('2026-01-01T00:00Z')],
    });
  });

  it('refuses the outer handle inside a transaction instead of waiting for ever', async () => {
    const outer = world.ctx;
    const wrong = inTransaction(outer, () => sql`select 1`.execute(outer.db));
    await expect(wrong).rejects.toThrow(/outer database handle/);
  });

  it('joins an open transaction and takes everything back together', async () => {
    await sql`create table if not exists probe_rows (id int)`.execute(world.ctx.db);
    const failing = inTransaction(world.ctx, async (ctx) => {
      await inTransaction(ctx, (inner) => sql`insert into probe_rows values (1)`.execute(inner.db));
      throw new Error('no');
    });
    await expect(failing).rejects.toThrow('no');
    const { rows } = await sql`select id from probe_rows`.execute(world.ctx.db);
    expect(rows).toEqual([]);
  });

  it('makes ids that sort by time', () => {
    const first = newId(world.clock);
    world.clock.advance({ milliseconds: 5 });
    expect(first < newId(world.clock)).toBe(true);
    const within = Array.from({ length: 1_000 }, () => newId(world.clock));
    expect(within).toEqual(within.toSorted());
    expect(new Set(within).size).toBe(1_000);
  });
});

describe('jobs and events', () => {
  it('exist if and only if the transaction commits (PF-04)', async () => {
    await expect(
      inTransaction(world.ctx, async (ctx) => {
        await ctx.events.publish(ctx, noted, { text: 'lost' });
        throw new Error('no');
      }),
    ).rejects.toThrow('no');
    await inTransaction(world.ctx, (ctx) => ctx.events.publish(ctx, noted, { text: 'kept' }));
    await world.runJobs();
    expect(heard).toEqual(['kept']);
  });

  it('wait for their time', async () => {
    await world.ctx.jobs.enqueue(
      world.ctx,
      'probe.run',
      { text: 'later' },
      { startAt: world.clock.now().add({ minutes: 10 }) },
    );
    await world.runJobs();
    expect(ran).toEqual([]);
    world.clock.advance({ minutes: 10 });
    await world.runJobs();
    expect(ran).toEqual(['later']);
  });

  it('run effects after the commit only', async () => {
    const order: string[] = [];
    await inTransaction(world.ctx, async (ctx) => {
      afterCommit(ctx, () => void order.push('effect'));
      order.push('work');
    });
    expect(order).toEqual(['work', 'effect']);
  });
});

describe('HTTP', () => {
  it('answers errors as problem documents with the request id (PF-01)', async () => {
    const answer = await world.inject({
      url: '/api/v1/probe/conflict',
      headers: { 'x-request-id': 'probe-request-1' },
    });
    expect(answer.statusCode).toBe(409);
    expect(answer.headers['content-type']).toContain('application/problem+json');
    expect(answer.json()).toMatchObject({
      code: 'slot_taken',
      requestId: 'probe-request-1',
      errors: [{ field: 'startsAt' }],
    });
  });

  it('keeps the details of our own faults to the log (AN-04)', async () => {
    const answer = await world.inject({ url: '/api/v1/probe/fault' });
    expect(answer.statusCode).toBe(500);
    expect(answer.body).not.toContain('secret');
    expect(answer.json().requestId).toBe(answer.headers['x-request-id']);
  });

  it.each([
    ['an unknown field', { name: 'a', more: 1 }, 'more'],
    ['a missing field', {}, 'name'],
    ['a number for a text', { name: 1 }, 'name'],
    ['a text that is too long', { name: 'x'.repeat(10_000) }, 'name'],
    ['an impossible time', { name: 'a', at: '2026-02-30T00:00:00Z' }, 'at'],
  ])('refuses %s by name', async (_what, payload, field) => {
    const answer = await post(payload);
    expect(answer.statusCode).toBe(400);
    expect(answer.json().errors[0].field).toBe(field);
  });

  it('refuses NUL bytes, __proto__, other formats and large bodies', async () => {
    expect((await post({ name: 'a\0b' })).statusCode).toBe(422);
    const raw = (payload: string, type = 'application/json') =>
      post(payload, { 'content-type': type });
    expect((await raw('{"name":"a","__proto__":{"x":1}}')).statusCode).toBe(400);
    expect((await raw('{"name":')).statusCode).toBe(400);
    expect((await raw('name=a', 'text/plain')).statusCode).toBe(415);
    expect((await raw(`{"name":"${'x'.repeat(70_000)}"}`)).statusCode).toBe(413);
  });

  it('limits by key with Retry-After and RateLimit headers (ID-10)', async () => {
    for (let i = 0; i < 3; i++) expect((await post({ name: 'often' })).statusCode).toBe(200);
    const refused = await post({ name: 'often' });
    expect(refused.statusCode).toBe(429);
    expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0);
    expect(refused.headers['ratelimit-limit']).toBe('3');
    expect((await post({ name: 'seldom' })).statusCode).toBe(200);
  });

  it('refuses changes that another site sends, and lets its own through (ID-16)', async () => {
    const from = (headers: Record<string, string>) => post({ name: `x${Math.random()}` }, headers);
    expect((await from({ origin: 'https://evil.example' })).statusCode).toBe(403);
    expect((await from({ origin: 'null' })).statusCode).toBe(403);
    expect((await from({ 'sec-fetch-site': 'cross-site' })).statusCode).toBe(403);
    expect((await from({ origin: world.ctx.config.publicUrl })).statusCode).toBe(200);
  });

  it('sends its security headers with every answer (ID-16)', async () => {
    const { headers } = await world.inject({ url: '/nowhere' });
    expect(headers['content-security-policy']).toContain("default-src 'none'");
    expect(headers['x-content-type-options']).toBe('nosniff');
  });

  it('asks for a session where the route says so', async () => {
    expect((await world.inject({ url: '/api/v1/probe/mine' })).statusCode).toBe(401);
  });

  it('refuses a route that does not say who may call it', async () => {
    const careless: Domain = {
      name: 'careless',
      routes: (app) => void app.get('/api/v1/careless', async () => ({})),
    };
    await expect(startTestWorld({ domains: [careless] })).rejects.toThrow(
      /does not say who may call/,
    );
  });
});
