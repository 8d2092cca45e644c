import { createServer, type IncomingMessage } from 'node:http';
import { createServer as createTcpServer, type AddressInfo, type Server } from 'node:net';
import { SMTPServer } from 'smtp-server';
import { afterEach, describe, expect, it } from 'vitest';
import { html, openMail, type OutgoingMail, senderOf } from './index.ts';
import { resendTransport } from './resend.ts';
import { smtpTransport } from './smtp.ts';

const letter: OutgoingMail = {
  to: 'ada@example.com',
  subject: 'Hello',
  html: '<p>Hello</p>',
  text: 'Hello',
  messageId: 'delivery-1@etude.example',
};
const from = 'Etude <hello@etude.example>';

const closing: (() => void)[] = [];
afterEach(() => closing.splice(0).forEach((close) => close()));

async function portOf(server: Server): Promise<number> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()));
  return (server.address() as AddressInfo).port;
}

async function smtpServer(onRcptTo: (address: string) => Error | undefined) {
  const received: { to: string[]; source: string }[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onAuth: (_auth, _session, done) => done(new Error('no')),
    onRcptTo: ({ address }, _session, done) => done(onRcptTo(address)),
    onData: (stream, session, done) => {
      let source = '';
      stream.on('data', (chunk) => (source += chunk));
      stream.on('end', () => {
        received.push({ to: session.envelope.rcptTo.map(({ address }) => address), source });
        done();
      });
    },
  });
  server.on('error', () => {});
  closing.push(() => server.close());
  return { url: `smtp://127.0.0.1:${await portOf(server.server)}`, received };
}

const withTransport = async (url: string) => {
  const transport = await openMail({ mail: { from, smtpUrl: url } });
  closing.push(() => transport.close());
  return transport;
};

const refusal = (responseCode: number) => Object.assign(new Error('refused'), { responseCode });

describe('mail by SMTP (NT-09)', () => {
  it('arrives with a message id that names the delivery', async () => {
    const { url, received } = await smtpServer(() => undefined);
    expect(await (await withTransport(url)).send(letter)).toEqual({
      providerId: '<delivery-1@etude.example>',
    });
    expect(received[0]!.to).toEqual(['ada@example.com']);
    expect(received[0]!.source).toContain('Message-ID: <delivery-1@etude.example>');
  });

  it('tells a refused receiver from a server that is busy', async () => {
    const gone = await smtpServer(() => refusal(550));
    await expect((await withTransport(gone.url)).send(letter)).rejects.toMatchObject({
      permanent: true,
    });
    const busy = await smtpServer(() => refusal(451));
    await expect((await withTransport(busy.url)).send(letter)).rejects.toMatchObject({
      permanent: false,
    });
  });

  it('takes a refused sign-in and an absent server for the operator’s to mend', async () => {
    const { url } = await smtpServer(() => undefined);
    await expect(
      (await withTransport(url.replace('//', '//user:wrong@'))).send(letter),
    ).rejects.toMatchObject({ permanent: false });
    await expect((await withTransport('smtp://127.0.0.1:1')).send(letter)).rejects.toMatchObject({
      permanent: false,
    });
  });

  it('gives up on a server that says nothing', async () => {
    const silent = createTcpServer(() => {});
    closing.push(() => silent.close());
    const transport = smtpTransport({
      url: `smtp://127.0.0.1:${await portOf(silent)}`,
      from,
      millisecondsMax: 200,
    });
    closing.push(() => transport.close());
    await expect(transport.send(letter)).rejects.toMatchObject({ permanent: false });
  });
});

describe('a mail header', () => {
  it.each([
    ['to', { to: 'ada@example.com, eve@example.com' }],
    ['to', { to: 'Ada <ada@example.com>' }],
    ['to', { to: 'ada@example.com\r\nBcc: eve@example.com' }],
    ['subject', { subject: 'Hello\r\nBcc: eve@example.com' }],
    ['headers', { headers: { 'X-A': 'a\nBcc: eve@example.com' } }],
    ['headers', { headers: { 'X-A\r\nBcc': 'eve@example.com' } }],
    [
      'attachments',
      { attachments: [{ filename: 'a\r\nb', contentType: 'text/plain', content: '' }] },
    ],
    ['messageId', { messageId: 'a@b>\r\nBcc: eve@example.com' }],
  ])('cannot be smuggled in through %s', async (_part, wrong) => {
    const { url, received } = await smtpServer(() => undefined);
    await expect((await withTransport(url)).send({ ...letter, ...wrong })).rejects.toMatchObject({
      permanent: true,
    });
    expect(received).toEqual([]);
  });

  it('carries any script in the subject', async () => {
    const { url, received } = await smtpServer(() => undefined);
    await (await withTransport(url)).send({ ...letter, subject: 'مرحبا 🎻' });
    expect(received[0]!.source).toMatch(/^Subject: =\?UTF-8\?/m);
  });
});

describe('mail by Resend (NT-09)', () => {
  async function resendServer(status: number, answer: object) {
    const requests: { headers: IncomingMessage['headers']; body: Record<string, unknown> }[] = [];
    const server = createServer((request, response) => {
      let body = '';
      request.on('data', (chunk) => (body += chunk));
      request.on('end', () => {
        requests.push({ headers: request.headers, body: JSON.parse(body) });
        response
          .writeHead(status, { 'content-type': 'application/json' })
          .end(JSON.stringify(answer));
      });
    });
    closing.push(() => server.close());
    const baseUrl = `http://127.0.0.1:${await portOf(server)}`;
    return {
      requests,
      transport: resendTransport({ apiKey: 're_0123456789abcdef', from, baseUrl }),
    };
  }

  it('is handed over once for one delivery, with the invitation', async () => {
    const { requests, transport } = await resendServer(200, { id: 'resend-7' });
    const ics = {
      filename: 'lesson.ics',
      contentType: 'text/calendar; charset=utf-8',
      content: 'BEGIN:VCALENDAR',
      method: 'REQUEST' as const,
    };
    expect(await transport.send({ ...letter, attachments: [ics] })).toEqual({
      providerId: 'resend-7',
    });
    expect(requests[0]!.headers['idempotency-key']).toBe('delivery-1@etude.example');
    expect(requests[0]!.body).toMatchObject({
      to: ['ada@example.com'],
      headers: { 'Message-ID': '<delivery-1@etude.example>' },
      attachments: [
        {
          filename: 'lesson.ics',
          content_type: 'text/calendar; charset=utf-8; method=REQUEST',
          content: Buffer.from('BEGIN:VCALENDAR').toString('base64'),
        },
      ],
    });
  });

  it.each([
    [422, true],
    [429, false],
    [401, false],
    [500, false],
  ])('answers %i: final is %s', async (status, permanent) => {
    const { transport } = await resendServer(status, {
      statusCode: status,
      name: 'x',
      message: 'no',
    });
    await expect(transport.send(letter)).rejects.toMatchObject({ name: 'MailError', permanent });
  });
});

describe('without a provider (NT-09)', () => {
  it('mail alone stops, and says what to set', async () => {
    const transport = await openMail({ mail: { from } });
    expect(transport.via).toBe('none');
    await expect(transport.send(letter)).rejects.toThrow(/SMTP_URL or RESEND_API_KEY/);
  });
});

describe('markup', () => {
  it('escapes every value that is not markup itself', () => {
    const name = `<b>"Ada" & 'Eve'</b>`;
    expect(html`<p title="${name}">${[html`<i>${name}</i>`, html`!`]}${undefined}</p>`.markup).toBe(
      '<p title="&lt;b&gt;&quot;Ada&quot; &amp; &#39;Eve&#39;&lt;/b&gt;"><i>&lt;b&gt;&quot;Ada&quot; &amp; &#39;Eve&#39;&lt;/b&gt;</i>!</p>',
    );
  });

  it('reads the sender from the setting', () => {
    expect(senderOf('"Etude Ltd" <hi@etude.example>')).toEqual({
      name: 'Etude Ltd',
      address: 'hi@etude.example',
    });
    expect(senderOf('hi@etude.example')).toEqual({ name: 'Etude', address: 'hi@etude.example' });
  });
});
