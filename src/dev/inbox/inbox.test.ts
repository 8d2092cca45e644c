import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestWorld, type World } from '../../../test/support/world.ts';
import { openMail, type OutgoingMail } from '../../platform/mail/index.ts';
import { type Inbox, inboxPages, keptTexts, startInbox } from './index.ts';

let dir: string;
let inbox: Inbox;
let world: World;
let mail: Awaited<ReturnType<typeof openMail>>;

beforeAll(async () => {
  dir = mkdtempSync(join(tmpdir(), 'etude-inbox-'));
  inbox = await startInbox({ smtpPort: 0, dir });
  mail = await openMail({
    mail: { from: 'Etude <hello@etude.localhost>', smtpUrl: `smtp://127.0.0.1:${inbox.port}` },
  });
  world = await startTestWorld({
    domains: [],
    extend: (app) => inboxPages(app, { dir, texts: keptTexts(join(dir, 'sms')) }),
  });
});
afterAll(async () => {
  mail?.close();
  await world?.close();
  await inbox?.close();
  rmSync(dir, { recursive: true, force: true });
});

const letter: OutgoingMail = {
  to: 'ada@example.com',
  subject: 'Confirmé: ギター with Zoë 🎻',
  html: '<html><head><title>x</title></head><body><p>Hello <script>alert(1)</script></p></body></html>',
  text: 'Hello\n\nSee http://localhost:4600/verify-email?token=abc_def-123\n',
  messageId: '01-a@etude.localhost',
};
const invitation = {
  filename: 'lesson.ics',
  contentType: 'text/calendar; charset=utf-8',
  content: 'BEGIN:VCALENDAR\r\nMETHOD:REQUEST\r\nEND:VCALENDAR',
  method: 'REQUEST' as const,
};

const json = async (query = '') =>
  (await world.inject({ url: `/dev/inbox.json${query}` })).json().items;
const page = (path: string) => world.inject({ url: `/dev/inbox${path}` });

describe('the local inbox (NT-09)', () => {
  it('keeps what arrives by SMTP, with HTML, text, links and the calendar invitation', async () => {
    await mail.send({ ...letter, attachments: [invitation] });
    const [kept] = await json('?to=ada');
    expect(kept).toMatchObject({
      from: 'Etude <hello@etude.localhost>',
      to: ['ada@example.com'],
      subject: letter.subject,
      links: ['http://localhost:4600/verify-email?token=abc_def-123'],
    });
    expect(kept.html).toContain('<p>Hello');
    expect(kept.text).toContain('Hello');
    expect(kept.attachments).toContainEqual(
      expect.objectContaining({
        contentType: 'text/calendar',
        method: 'REQUEST',
        text: expect.stringContaining('METHOD:REQUEST'),
      }),
    );
  });

  it('lists the newest first, by address, page by page', async () => {
    for (let n = 0; n < 32; n++)
      await mail.send({ ...letter, to: 'many@example.com', subject: `Mail ${n}` });
    const first = (await page('?to=MANY')).body;
    expect(first.indexOf('Mail 31')).toBeGreaterThan(0);
    expect(first.indexOf('Mail 31')).toBeLessThan(first.indexOf('Mail 30'));
    expect(first).not.toContain('ada@example.com');
    const older = /href="(\/dev\/inbox\?[^"]*before=[^"]*)"/
      .exec(first)![1]!
      .replaceAll('&amp;', '&');
    const second = (await world.inject({ url: older })).body;
    expect(second).toContain('Mail 0<');
    expect(second).not.toContain('Mail 2<');
  });

  it('shows a mail as HTML, text and source, and hands out its attachments', async () => {
    await mail.send({ ...letter, to: 'one@example.com', attachments: [invitation] });
    const [{ id, attachments }] = await json('?to=one@');
    expect((await page(`/${id}`)).body).toContain(`src="/dev/inbox/${id}/html"`);
    expect((await page(`/${id}?view=text`)).body).toContain(
      'See http://localhost:4600/verify-email',
    );
    expect((await page(`/${id}?view=source`)).body).toContain('Delivered-To: one@example.com');
    for (const [index] of attachments.entries()) {
      const file = await page(`/${id}/attachments/${index}`);
      expect(file.headers).toMatchObject({
        'content-type': 'text/calendar; charset=utf-8',
        'content-disposition': expect.stringContaining('lesson.ics'),
      });
    }
  });

  it('lets no mail run scripts, load or send anything', async () => {
    await mail.send({ ...letter, to: 'evil@example.com', subject: '<img src=x onerror=alert(1)>' });
    const [{ id }] = await json('?to=evil');
    const { body, headers } = await page(`/${id}`);
    expect(body).toContain('sandbox="allow-top-navigation-by-user-activation"');
    expect(body).not.toContain('<img src=x');
    expect(headers['content-security-policy']).not.toMatch(/unsafe|script-src/);
    const frame = await page(`/${id}/html`);
    expect(frame.headers['content-security-policy']).toMatch(
      /default-src 'none'.*form-action 'none'.*sandbox allow-top-navigation-by-user-activation$/,
    );
    expect(frame.body).toContain('<head><base target="_top">');
  });

  it.each([
    '/nonsense',
    '/..%2f..%2fpackage',
    '/00000000-0000-7000-8000-000000000000',
    '/00000000-0000-7000-8000-000000000000/html',
    '/x/attachments/0',
  ])('knows no mail %s', async (path) => {
    expect((await page(path)).statusCode).toBe(404);
  });

  it('says what to do when there is none', async () => {
    const { statusCode, body } = await page('?to=nobody%3Cb%3E');
    expect(statusCode).toBe(200);
    expect(body).toContain('nobody&lt;b&gt;');
    expect(body).toContain('Show all mail');
  });

  it('refuses to share its port', async () => {
    await expect(startInbox({ smtpPort: inbox.port, dir })).rejects.toMatchObject({
      code: 'EADDRINUSE',
    });
  });
});
