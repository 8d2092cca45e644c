import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { FastifyReply } from 'fastify';
import { Type } from 'typebox';
import { type App, Limit } from '../../platform/http/index.ts';
import { listPage, mailPage, missingPage, views } from './inbox-view.ts';
import { type KeptMail, type KeptMails, keptMails } from './kept-mails.ts';
import type { KeptTexts } from './kept-texts.ts';
import { textsPage } from './sms-view.ts';

const pagePolicy =
  "default-src 'none'; style-src 'self'; font-src 'self'; img-src 'self' data:; frame-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

/** A mail is foreign text: it may look as it likes, but runs, loads and sends nothing. */
const letterPolicy =
  "default-src 'none'; style-src 'unsafe-inline'; img-src data:; form-action 'none'; base-uri 'none'; frame-ancestors 'self'; sandbox allow-top-navigation-by-user-activation";

const pageSize = 30;
const config = { access: 'public', actor: false } as const;
const Id = Type.Object({ id: Type.String({ maxLength: 36 }) });
const Filter = { to: Type.Optional(Type.String({ maxLength: 320 })) };

/** Pages on which the mail in `dir` can be read; never registered in production. */
export function inboxPages(app: App, { dir, texts }: { dir: string; texts: KeptTexts }): void {
  const mails = keptMails(dir);
  textRoutes(app, texts);
  listRoutes(app, mails);
  mailRoutes(app, mails);
  assetRoutes(app);
}

function listRoutes(app: App, mails: KeptMails): void {
  app.get(
    '/dev/inbox',
    {
      config,
      schema: {
        querystring: Type.Object({
          ...Filter,
          before: Type.Optional(Type.String({ maxLength: 36 })),
        }),
      },
    },
    async ({ query }, reply) => {
      const { to = '', before } = query;
      const found = await mails.list({ to, ...(before && { before }), limit: pageSize + 1 });
      const shown = found.slice(0, pageSize);
      const olderThan = found.length > pageSize ? shown.at(-1)?.id : undefined;
      return sendPage(reply, listPage({ mails: shown, to, ...(olderThan && { olderThan }) }));
    },
  );
  app.get(
    '/dev/inbox.json',
    { config, schema: { querystring: Type.Object({ ...Filter, limit: Limit(20) }) } },
    async ({ query }, reply) => {
      reply.header('cache-control', 'no-store');
      const found = await mails.list({
        ...(query.to && { to: query.to }),
        limit: query.limit ?? 20,
      });
      return { items: found.map(asJson) };
    },
  );
}

function textRoutes(app: App, texts: KeptTexts): void {
  const schema = { querystring: Type.Object({ ...Filter, limit: Limit(pageSize) }) };
  app.get('/dev/inbox/sms', { config, schema }, async ({ query }, reply) => {
    const { to = '', limit = pageSize } = query;
    return sendPage(reply, textsPage({ texts: await texts.list({ to, limit }), to }));
  });
  app.get('/dev/inbox/sms.json', { config, schema }, async ({ query }, reply) => {
    const { to = '', limit = pageSize } = query;
    reply.header('cache-control', 'no-store');
    return { items: await texts.list({ to, limit }) };
  });
}

function mailRoutes(app: App, mails: KeptMails): void {
  const View = Type.Optional(Type.Union(views.map((view) => Type.Literal(view))));
  app.get(
    '/dev/inbox/:id',
    { config, schema: { params: Id, querystring: Type.Object({ view: View }) } },
    async ({ params, query }, reply) => {
      const mail = await mails.find(params.id);
      return sendPage(
        reply,
        mail ? mailPage(mail, query.view ?? 'html') : missingPage(),
        mail ? 200 : 404,
      );
    },
  );
  app.get('/dev/inbox/:id/html', { config, schema: { params: Id } }, async ({ params }, reply) => {
    const mail = await mails.find(params.id);
    if (!mail) return sendPage(reply, missingPage(), 404);
    return reply
      .headers({
        'content-security-policy': letterPolicy,
        'x-frame-options': 'SAMEORIGIN',
        'cache-control': 'no-store',
      })
      .type('text/html; charset=utf-8')
      .send(opensLinksAbove(mail.html));
  });
  const Part = Type.Object({
    id: Type.String({ maxLength: 36 }),
    index: Type.Integer({ minimum: 0, maximum: 100 }),
  });
  app.get(
    '/dev/inbox/:id/attachments/:index',
    { config, schema: { params: Part } },
    async ({ params }, reply) => {
      const attachment = (await mails.find(params.id))?.attachments[params.index];
      if (!attachment) return sendPage(reply, missingPage(), 404);
      return reply
        .header(
          'content-disposition',
          `attachment; filename*=UTF-8''${encodeURIComponent(attachment.filename)}`,
        )
        .type(
          attachment.contentType === 'text/calendar'
            ? 'text/calendar; charset=utf-8'
            : 'application/octet-stream',
        )
        .send(Buffer.from(attachment.content));
    },
  );
}

function assetRoutes(app: App): void {
  const resolve = createRequire(import.meta.url).resolve;
  const assets: Record<string, { file: string; type: string }> = {
    'style.css': { file: join(import.meta.dirname, 'inbox.css'), type: 'text/css; charset=utf-8' },
    'fraunces.woff2': {
      file: resolve('@fontsource-variable/fraunces/files/fraunces-latin-wght-normal.woff2'),
      type: 'font/woff2',
    },
    'instrument-sans.woff2': {
      file: resolve(
        '@fontsource-variable/instrument-sans/files/instrument-sans-latin-wght-normal.woff2',
      ),
      type: 'font/woff2',
    },
  };
  for (const [name, { file, type }] of Object.entries(assets))
    app.get(`/dev/inbox/${name}`, { config }, async (_request, reply) =>
      reply
        .header('cache-control', 'max-age=300')
        .type(type)
        .send(await readFile(file)),
    );
}

function sendPage(reply: FastifyReply, markup: string, status = 200): FastifyReply {
  return reply
    .code(status)
    .headers({ 'content-security-policy': pagePolicy, 'cache-control': 'no-store' })
    .type('text/html; charset=utf-8')
    .send(markup);
}

/** A link in the mail leaves the frame, as it leaves a mail program. */
function opensLinksAbove(markup: string): string {
  const base = '<base target="_top">';
  return /<head[^>]*>/i.test(markup)
    ? markup.replace(/<head[^>]*>/i, (head) => head + base)
    : base + markup;
}

function asJson({ source: _source, receivedAt, attachments, ...mail }: KeptMail) {
  return {
    ...mail,
    receivedAt: receivedAt.toString(),
    links: [...new Set(mail.text.match(/https?:\/\/\S+/g) ?? [])],
    attachments: attachments.map(({ filename, contentType, method, content }) => ({
      filename,
      contentType,
      method: method ?? null,
      text: contentType.startsWith('text/') ? new TextDecoder().decode(content) : null,
    })),
  };
}
