import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestWorld, type World } from '../../../test/support/world.ts';
import type { Domain } from '../domain.ts';

/** Tells who asks, as far as addresses go. */
const mirror: Domain = {
  name: 'mirror',
  routes(app) {
    app.get('/api/v1/mirror', { config: { access: 'public' } }, async ({ ip }) => ({ ip }));
    app.get('/api/v1/mirror/mine', { config: { access: 'signed_in' } }, async () => ({}));
    app.get(
      '/api/v1/mirror/limited',
      { config: { access: 'public', rateLimit: { name: 'mirror', points: 1, windowSeconds: 60 } } },
      async () => ({}),
    );
  },
};

async function worldBehind(proxies: string): Promise<World> {
  return startTestWorld({
    domains: [mirror],
    env: { RATE_LIMIT_FACTOR: '1', TRUSTED_PROXIES: proxies },
  });
}

describe('the address of a sender', () => {
  let open: World;
  let proxied: World;
  beforeAll(async () => {
    open = await worldBehind('');
    proxied = await worldBehind('10.0.0.0/8, 2001:db8:ffff::/48');
  }, 120_000);
  afterAll(async () => {
    await open?.close();
    await proxied?.close();
  });

  const ask = (world: World, remoteAddress: string, forwarded?: string, path = '') =>
    world.inject({
      url: `/api/v1/mirror${path}`,
      remoteAddress,
      headers: forwarded === undefined ? {} : { 'x-forwarded-for': forwarded },
    });
  const ipSeen = async (...asked: Parameters<typeof ask>) => (await ask(...asked)).json().ip;

  it('is the socket’s where no proxy is configured, whatever is claimed (ID-10)', async () => {
    expect(await ipSeen(open, '203.0.113.7', '198.51.100.1')).toBe('203.0.113.7');
    expect(await ipSeen(open, '127.0.0.1', '198.51.100.1')).toBe('127.0.0.1');
  });

  it('is what a configured proxy says, and nobody else (ID-10)', async () => {
    expect(await ipSeen(proxied, '10.1.2.3', '198.51.100.1')).toBe('198.51.100.1');
    expect(await ipSeen(proxied, '2001:db8:ffff::1', '198.51.100.1')).toBe('198.51.100.1');
    expect(await ipSeen(proxied, '203.0.113.7', '198.51.100.1')).toBe('203.0.113.7');
  });

  it('is the last hop that is no proxy of ours: what stands before it is the sender’s own claim (ID-10)', async () => {
    expect(await ipSeen(proxied, '10.1.2.3', '1.1.1.1, 198.51.100.1, 10.9.9.9')).toBe(
      '198.51.100.1',
    );
    expect(await ipSeen(proxied, '10.1.2.3', '10.6.6.6, 198.51.100.1')).toBe('198.51.100.1');
  });

  it('counts by the /64 of IPv6, so that one home has one limit (ID-10)', async () => {
    const from = async (address: string) =>
      (await ask(proxied, '10.0.0.1', address, '/limited')).statusCode;
    expect(await from('2001:db8:1:2::1')).toBe(200);
    expect(await from('2001:db8:1:2:ffff::9')).toBe(429);
    expect(await from('2001:db8:1:3::1')).toBe(200);
  });

  it('can’t be changed to escape a limit (ID-10)', async () => {
    const from = async (claimed: string) =>
      (await ask(open, '203.0.113.50', claimed, '/limited')).statusCode;
    expect(await from('198.51.100.1')).toBe(200);
    expect(await from('198.51.100.2')).toBe(429);
  });
});

describe('a request that is odd', () => {
  let world: World;
  let port: number;
  beforeAll(async () => {
    world = await worldBehind('');
    port = Number(new URL(await world.app.listen({ port: 0, host: '127.0.0.1' })).port);
  }, 120_000);
  afterAll(() => world?.close());

  /** Sends bytes as they are and reads what comes back. */
  function raw(text: string): Promise<{ status: number; headers: string; body: string }> {
    return new Promise((resolve, reject) => {
      const socket = connect(port, '127.0.0.1', () => socket.write(text));
      let answer = '';
      socket.setEncoding('utf8');
      socket.on('data', (part) => (answer += part));
      socket.on('error', reject);
      socket.on('close', () => {
        const [headers = '', body = ''] = answer.split('\r\n\r\n');
        resolve({ status: Number(headers.split(' ')[1]), headers, body });
      });
    });
  }
  const get = (more: string, path = '/api/v1/mirror/mine') =>
    raw(`GET ${path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n${more}\r\n`);

  it('with an oversized cookie is refused as such, in our own words (ID-16)', async () => {
    const { status, headers, body } = await get(`Cookie: etude_session=${'x'.repeat(20_000)}\r\n`);
    expect(status).toBe(431);
    expect(headers).toContain('application/problem+json');
    expect(JSON.parse(body)).toMatchObject({ status: 431, code: 'headers_too_large' });
  });

  it('that is no HTTP is refused as such (ID-16)', async () => {
    const { status, body } = await raw('nonsense\r\n\r\n');
    expect([status, JSON.parse(body).code]).toEqual([400, 'bad_request']);
  });

  it.each([
    'etude_session=%E0%A4%A',
    'etude_session=; etude_session=x',
    'etude_session="',
    '=;;=;,',
    `etude_session=${'A'.repeat(43)}; etude_device=..........; etude_trust=%00`,
    `etude_device=${'x.'.repeat(3_000)}`,
  ])('with the cookie %j is nobody’s, and never our fault (ID-16)', async (cookie) => {
    expect((await get(`Cookie: ${cookie}\r\n`)).status).toBe(401);
    expect((await get(`Cookie: ${cookie}\r\n`, '/api/v1/mirror')).status).toBe(200);
  });

  it.each(['Bearer', 'Bearer ', `Bearer ${'x'.repeat(9_000)}`, 'bearer \u0001', 'Basic eDp5'])(
    'with the authorization %j is refused with 401 or 400 (ID-08)',
    async (authorization) => {
      expect([400, 401]).toContain((await get(`Authorization: ${authorization}\r\n`)).status);
    },
  );
});
