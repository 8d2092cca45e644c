import { Type } from 'typebox';
import {
  type App,
  clearCookie,
  cookieNames,
  Instant,
  Problem,
  requireFresh,
  setHttpOnlyCookie,
  Text,
  TimeZone,
  Uuid,
} from '../../../platform/http/index.ts';
import { returnToCharactersMax } from '../links/return-to.ts';
import { attemptCookieText, attemptSeconds, readAttemptCookie } from '../oidc/attempt.ts';
import { finishOidc } from '../oidc/finish-oidc.ts';
import { unlinkIdentity } from '../oidc/link-identity.ts';
import { findLinks } from '../oidc/links.queries.ts';
import { startOidc } from '../oidc/start-oidc.ts';
import { Empty } from '../schemas.ts';
import { browserOf } from '../sign-in/browser.ts';
import { personOf, publicAuth, tags } from './common.ts';
import { answerSignIn, SignInAnswer } from './sign-in-answer.ts';

const Provider = Type.Object({
  provider: Type.Union([Type.Object({ name: Type.String() }), Type.Null()]),
});
const StartBody = Type.Object({
  returnTo: Type.Optional(Text({ max: returnToCharactersMax })),
  remember: Type.Optional(Type.Boolean({ default: false })),
  timeZone: Type.Optional(TimeZone),
  link: Type.Optional(
    Type.Boolean({ default: false, description: 'link it to the account that is signed in' }),
  ),
});
const FinishBody = Type.Object(
  {
    state: Text({ min: 1, max: 500 }),
    code: Type.Optional(Text({ min: 1, max: 8_000 })),
    iss: Type.Optional(Text({ min: 1, max: 500 })),
    error: Type.Optional(Text({ min: 1, max: 200 })),
  },
  { description: 'the query that the provider sent the browser back with' },
);
const Finished = Type.Intersect([
  SignInAnswer,
  Type.Object({ returnTo: Type.String({ description: 'path on this site to go on with' }) }),
]);
const Link = Type.Object({
  id: Uuid,
  provider: Type.Union([Type.String(), Type.Null()], {
    description: 'null when it is no longer offered',
  }),
  email: Type.Union([Type.String(), Type.Null()]),
  createdAt: Instant,
  lastUsedAt: Instant,
});
const LinkId = Type.Object({ linkId: Uuid });

export function oidcRoutes(app: App): void {
  signInRoutes(app);
  linkRoutes(app);
}

function signInRoutes(app: App): void {
  app.get(
    '/api/v1/auth/oidc',
    {
      config: { access: 'public', actor: false },
      schema: {
        tags,
        operationId: 'getOidcProvider',
        summary: 'The other provider that one may sign in with, if there is one',
        response: { 200: Provider, default: Problem },
      },
    },
    async ({ ctx: { config } }) => ({ provider: config.oidc ? { name: config.oidc.name } : null }),
  );
  app.post(
    '/api/v1/auth/oidc/start',
    {
      config: publicAuth([{ name: 'oidc-start', points: 20, windowSeconds: 60 }]),
      schema: {
        tags,
        operationId: 'startOidc',
        summary: 'Begin to sign in (or to link) at the provider; send the browser to the address',
        body: StartBody,
        response: { 200: Type.Object({ url: Type.String() }), default: Problem },
      },
    },
    async ({ ctx, body }, reply) => {
      if (body.link) requireFresh(ctx);
      const { url, attempt } = await startOidc(ctx, body);
      const cookie = attemptCookieText(ctx.config, attempt);
      setHttpOnlyCookie(reply, ctx.config, cookieNames(ctx.config).oidc, cookie, attemptSeconds);
      reply.header('cache-control', 'no-store');
      return { url };
    },
  );
  app.post(
    '/api/v1/auth/oidc/finish',
    {
      config: publicAuth([{ name: 'oidc-finish', points: 20, windowSeconds: 60 }]),
      schema: {
        tags,
        operationId: 'finishOidc',
        summary: 'End what was begun at the provider, with what it sent back',
        body: FinishBody,
        response: { 200: Finished, default: Problem },
      },
    },
    async (request, reply) => {
      const { ctx, cookies, body: answer } = request;
      const { oidc } = cookieNames(ctx.config);
      const attempt = readAttemptCookie(ctx.config, cookies[oidc], ctx.clock.now());
      if (cookies[oidc]) clearCookie(reply, ctx.config, oidc);
      const browser = browserOf(request);
      const { signIn, returnTo } = await finishOidc(ctx, { answer, attempt, browser });
      if (!signIn) return { status: 'signed_in' as const, returnTo };
      return { ...answerSignIn(request, reply, signIn), returnTo };
    },
  );
}

function linkRoutes(app: App): void {
  app.get(
    '/api/v1/auth/oidc/links',
    {
      config: { access: 'signed_in' },
      schema: {
        tags,
        operationId: 'listOidcLinks',
        summary: 'The accounts elsewhere that one may sign in with; one for each provider',
        response: { 200: Type.Object({ items: Type.Array(Link) }), default: Problem },
      },
    },
    async (request, reply) => {
      const { oidc } = request.ctx.config;
      const links = await findLinks(request.ctx, personOf(request).id);
      reply.header('cache-control', 'private, no-store');
      return {
        items: links.map(({ issuer, createdAt, lastUsedAt, ...link }) => ({
          ...link,
          provider: issuer === oidc?.issuer ? oidc.name : null,
          createdAt: createdAt.toString(),
          lastUsedAt: lastUsedAt.toString(),
        })),
      };
    },
  );
  app.delete(
    '/api/v1/auth/oidc/links/:linkId',
    {
      config: { access: 'signed_in', fresh: true },
      schema: {
        tags,
        operationId: 'removeOidcLink',
        summary: 'Remove such a link, unless it is the only way in',
        params: LinkId,
        response: { 204: Empty, default: Problem },
      },
    },
    async (request, reply) => {
      const { id: personId } = personOf(request);
      await unlinkIdentity(request.ctx, { personId, ...request.params });
      return reply.code(204).send(null);
    },
  );
}
