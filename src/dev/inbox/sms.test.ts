import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestWorld, type World } from '../../../test/support/world.ts';
import { openSms, type SmsTransport } from '../../platform/sms/index.ts';
import { inboxPages, keptTexts, localSmsProvider } from './index.ts';

let dir: string;
let world: World;
let account: { from: string; accountSid: string; authToken: string; apiUrl: string };
let sms: SmsTransport;

beforeAll(async () => {
  dir = mkdtempSync(join(tmpdir(), 'etude-sms-'));
  const texts = keptTexts(dir);
  world = await startTestWorld({
    domains: [],
    async extend(app, { config }) {
      await localSmsProvider(app, config, texts);
      inboxPages(app, { dir, texts });
    },
  });
  await world.app.listen({ port: 0, host: '127.0.0.1' });
  const { port } = world.app.server.address() as AddressInfo;
  account = { ...world.ctx.config.sms!, apiUrl: `http://127.0.0.1:${port}/dev/sms` };
  sms = openSms({ sms: account });
});
afterAll(async () => {
  await world?.close();
  rmSync(dir, { recursive: true, force: true });
});

const to = '+447400123456';
const page = (path: string) => world.inject({ url: `/dev/inbox${path}` });
const failure = (transport: SmsTransport, number = to) =>
  transport.send({ to: number, text: 'Hello' }).then(
    () => 'sent',
    ({ name, permanent }) => `${name}, ${permanent ? 'for good' : 'for now'}`,
  );

describe('SMS (ID-11, ID-12)', () => {
  it('goes over HTTP to the local provider and stands in the local inbox', async () => {
    const { providerId } = await sms.send({ to, text: 'Your code is 123456 <b>ü</b>' });
    expect(providerId).toMatch(/^SM[0-9a-f]{32}$/);
    const { items } = (await page('/sms.json?to=7400%20123')).json();
    expect(items).toMatchObject([{ to, from: 'Etude', text: 'Your code is 123456 <b>ü</b>' }]);
    const { body, statusCode } = await page('/sms');
    expect(statusCode).toBe(200);
    expect(body).toContain('Your code is 123456 &lt;b&gt;ü&lt;/b&gt;');
    expect((await page('')).body).toContain('href="/dev/inbox/sms"');
  });

  it.each([
    ['+14155550001', 'for good'],
    ['+14155550002', 'for now'],
    ['+14155550003', 'for now'],
    ['+14155550004', 'for good'],
    ['+14155550009', 'for good'],
    ['nonsense', 'for good'],
  ])('to %s is refused %s', async (number, how) => {
    expect(await failure(sms, number)).toBe(`SmsError, ${how}`);
  });

  it('is refused with a wrong key, and nothing repeats the number or the key', async () => {
    const wrong = openSms({ sms: { ...account, authToken: 'not-the-right-key' } });
    expect(await failure(wrong)).toBe('SmsError, for now');
    const error = (await wrong.send({ to, text: 'Hello' }).catch((e: unknown) => e)) as Error;
    expect(`${error.message} ${error.stack}`).not.toMatch(/447400123456|not-the-right-key/);
  });

  it.each([
    ['hangs up', (socket: { destroy(): void }) => socket.destroy()],
    [
      'answers nonsense',
      (socket: { end(text: string): void }) =>
        socket.end('HTTP/1.1 500 No\r\ncontent-length: 2\r\n\r\nno'),
    ],
  ])('fails for now when the provider %s', async (_what, react) => {
    const server = createServer(({ socket }) => react(socket as never));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    const broken = openSms({ sms: { ...account, apiUrl: `http://127.0.0.1:${port}` } });
    expect(await failure(broken)).toBe('SmsError, for now');
    server.close();
  });

  it('is plainly unavailable where no provider is configured', async () => {
    const none = openSms({});
    expect(none.via).toBe('none');
    expect(await failure(none)).toBe('SmsError, for now');
  });
});
