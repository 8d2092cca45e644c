import { timingSafeEqual } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Config } from '../../platform/config/index.ts';
import type { App } from '../../platform/http/index.ts';
import type { KeptTexts } from './kept-texts.ts';

/** Under the product's own address, so that it needs no port. */
const path = '/dev/sms';
const formBytesMax = 16 * 1024;
const textCharactersMax = 1600;

/** As Twilio's magic numbers do, numbers that end like these are refused, with its code for the reason. */
const refusedEndings: Record<string, { code: number; message: string }> = {
  5550001: { code: 21211, message: "The 'To' number is not a valid phone number." },
  5550002: { code: 21612, message: "The 'To' phone number is not currently reachable." },
  5550003: { code: 21408, message: 'Permission to send an SMS has not been enabled.' },
  5550004: { code: 21610, message: 'Attempt to send to unsubscribed recipient.' },
  5550009: { code: 21614, message: "'To' number is not a valid mobile number." },
};

interface Form {
  To?: string;
  From?: string;
  Body?: string;
}

/** Speaks the part of Twilio that the product uses and keeps every SMS; never in production. */
export async function localSmsProvider(app: App, config: Config, texts: KeptTexts): Promise<void> {
  const { sms, port, production } = config;
  if (production || sms?.apiUrl !== `http://127.0.0.1:${port}${path}`) return;
  await app.register(async (scope) => messageRoute(scope as never, sms, texts), { prefix: path });
}

function messageRoute(
  app: FastifyInstance,
  { accountSid, authToken }: NonNullable<Config['sms']>,
  texts: KeptTexts,
): void {
  const account = Buffer.from(
    `Basic ${Buffer.from(`${accountSid}:${authToken}`).toString('base64')}`,
  );
  app.addContentTypeParser(
    'application/x-www-form-urlencoded',
    { parseAs: 'string', bodyLimit: formBytesMax },
    (_request, body, done) => done(null, Object.fromEntries(new URLSearchParams(String(body)))),
  );
  app.post(
    '/2010-04-01/Accounts/:sid/Messages.json',
    { config: { access: 'public', actor: false, csrf: false }, schema: { hide: true } as object },
    async (request: FastifyRequest, reply: FastifyReply) => {
      const given = Buffer.from(request.headers.authorization ?? '');
      if (given.length !== account.length || !timingSafeEqual(given, account))
        return refuse(reply, 401, { code: 20003, message: 'Authenticate' });
      const { To: to = '', From: from = '', Body: text = '' } = request.body as Form;
      const wrong = refusalOf(to, text);
      if (wrong) return refuse(reply, 400, wrong);
      const { id, receivedAt } = await texts.keep({ to, from, text });
      return reply.code(201).send({
        sid: `SM${id.replaceAll('-', '')}`,
        account_sid: accountSid,
        to,
        from,
        body: text,
        status: 'queued',
        date_created: receivedAt,
        error_code: null,
        error_message: null,
      });
    },
  );
}

function refusalOf(to: string, text: string): { code: number; message: string } | undefined {
  if (!to) return { code: 21604, message: "A 'To' phone number is required." };
  if (!/^\+[1-9]\d{6,14}$/.test(to)) return refusedEndings['5550001'];
  if (!text) return { code: 21602, message: 'Message body is required.' };
  if (text.length > textCharactersMax)
    return { code: 21617, message: 'The concatenated message body exceeds the 1600 limit.' };
  return refusedEndings[to.slice(-7)];
}

function refuse(
  reply: FastifyReply,
  status: number,
  { code, message }: { code: number; message: string },
): FastifyReply {
  return reply
    .code(status)
    .send({ code, message, status, more_info: `https://www.twilio.com/docs/errors/${code}` });
}
