import { afterAll, beforeAll, expect, it } from 'vitest';
import { startTestWorld, type World } from '../../../test/support/world.ts';
import type { Domain } from '../domain.ts';

const outage = (code: string) => Object.assign(new Error('connect'), { code });
const away: Domain = {
  name: 'away',
  routes: (app) =>
    void app.get('/api/v1/away/:code', { config: { access: 'public' } }, async ({ params }) => {
      throw outage((params as { code: string }).code);
    }),
};

let world: World;
let busAnswers = true;
beforeAll(async () => {
  world = await startTestWorld({ domains: [away] });
  world.ctx.bus.healthy = async () => busAnswers;
}, 120_000);
afterAll(() => world?.close());

it('is live and ready while the database answers (AN-04)', async () => {
  expect((await world.inject({ url: '/health/live' })).statusCode).toBe(200);
  const ready = await world.inject({ url: '/health/ready' });
  expect([ready.statusCode, ready.json()]).toEqual([
    200,
    { status: 'ok', checks: { database: true, bus: true } },
  ]);
});

it('goes on serving without Redis, and says so (AN-04)', async () => {
  busAnswers = false;
  const ready = await world.inject({ url: '/health/ready' });
  busAnswers = true;
  expect([ready.statusCode, ready.json().status]).toEqual([200, 'degraded']);
});

it('is not ready once it drains, and stays live (AN-04)', async () => {
  world.readiness.startDraining();
  expect((await world.inject({ url: '/health/ready' })).statusCode).toBe(503);
  expect((await world.inject({ url: '/health/live' })).statusCode).toBe(200);
});

it.each(['ECONNREFUSED', '57P01', '53300', '08006'])(
  'answers 503, not 500, while the database is away (%s)',
  async (code) => {
    expect((await world.inject({ url: `/api/v1/away/${code}` })).statusCode).toBe(503);
  },
);
