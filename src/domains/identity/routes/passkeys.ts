import type { FastifyReply, FastifyRequest } from 'fastify';
import { Type } from 'typebox';
import { randomToken } from '../../../platform/crypto/index.ts';
import { unauthenticated } from '../../../platform/errors/index.ts';
import {
  type App,
  cookieNames,
  Problem,
  setHttpOnlyCookie,
  Text,
  Uuid,
} from '../../../platform/http/index.ts';
import { browserName } from '../devices/browser-name.ts';
import { removePasskey, renamePasskey } from '../passkeys/manage-passkeys.ts';
import { creationOptions, requestOptions } from '../passkeys/passkey-options.ts';
import { findPasskeys, type Passkey } from '../passkeys/passkeys.queries.ts';
import { registerPasskey } from '../passkeys/register-passkey.ts';
import * as passkeySchemas from '../passkeys/schemas.ts';
import { signInWithPasskey } from '../passkeys/sign-in-with-passkey.ts';
import { Client, Empty } from '../schemas.ts';
import { browserOf } from '../sign-in/browser.ts';
import { requirePending } from '../two-factor/second-step.ts';
import { personOf, publicAuth, tags } from './common.ts';
import { answerSignIn, SignInAnswer } from './sign-in-answer.ts';

const challengeSeconds = 5 * 60;
/** A program's answers are tied to nothing but the challenge, which only it knows. */
const program = 'api';

const OptionsBody = Type.Object({
  purpose: Type.Union([
    Type.Literal('sign_in'),
    Type.Literal('second_step'),
    Type.Literal('confirm'),
  ]),
  client: Type.Optional(Client),
  pendingToken: Type.Optional(Text({ min: 1, max: 200 })),
});
const SignInBody = Type.Object({
  response: passkeySchemas.AssertionResponse,
  remember: Type.Optional(Type.Boolean({ default: false })),
  client: Type.Optional(Client),
});
const RegisterBody = Type.Object({
  response: passkeySchemas.RegistrationResponse,
  name: Type.Optional(passkeySchemas.PasskeyName),
});
const PasskeyId = Type.Object({ passkeyId: Uuid });

export function passkeyRoutes(app: App): void {
  signInRoutes(app);
  registrationRoutes(app);
  listRoutes(app);
}

function signInRoutes(app: App): void {
  app.post(
    '/api/v1/auth/passkeys/options',
    {
      config: publicAuth([{ name: 'passkey-options', points: 60, windowSeconds: 60 }]),
      schema: {
        tags,
        operationId: 'askForPasskey',
        summary: 'What a browser needs to ask for a passkey; good for 5 minutes and one answer',
        body: OptionsBody,
        response: {
          200: Type.Object({ options: passkeySchemas.RequestOptions }),
          default: Problem,
        },
      },
    },
    async (request, reply) => {
      const { purpose, client, pendingToken } = request.body;
      reply.header('cache-control', 'no-store');
      if (purpose === 'confirm') {
        const { actor } = request.ctx;
        if (actor.kind !== 'person') throw unauthenticated('sign_in_required', 'Sign in to go on.');
        const { id: personId, sessionId: boundTo } = actor;
        return { options: await requestOptions(request.ctx, { purpose, personId, boundTo }) };
      }
      if (purpose === 'second_step') {
        const browser = browserOf(request);
        const pending = await requirePending(request.ctx, { browser, pendingToken });
        const { id: boundTo, personId } = pending;
        return { options: await requestOptions(request.ctx, { purpose, personId, boundTo }) };
      }
      const boundTo = client === 'api' ? program : bindBrowser(request, reply);
      return { options: await requestOptions(request.ctx, { purpose, boundTo }) };
    },
  );
  app.post(
    '/api/v1/auth/passkeys/sign-in',
    {
      config: publicAuth([{ name: 'passkey-sign-in', points: 20, windowSeconds: 60 }]),
      schema: {
        tags,
        operationId: 'signInWithPasskey',
        summary: 'Sign in with a passkey, which counts as both steps',
        body: SignInBody,
        response: { 200: SignInAnswer, default: Problem },
      },
    },
    async (request, reply) => {
      const { response, remember = false, client = 'browser' } = request.body;
      const bound = request.cookies[cookieNames(request.ctx.config).passkey] ?? '';
      const result = await signInWithPasskey(request.ctx, {
        response,
        remember,
        client,
        browser: browserOf(request),
        boundTo: client === 'api' ? program : bound,
      });
      return answerSignIn(request, reply, result);
    },
  );
}

/** The answer must come from the browser that was asked, so that nobody signs others in as themselves. */
function bindBrowser({ ctx: { config }, cookies }: FastifyRequest, reply: FastifyReply): string {
  const { passkey } = cookieNames(config);
  const kept = cookies[passkey];
  const bound = kept && /^[\w-]{43}$/.test(kept) ? kept : randomToken();
  setHttpOnlyCookie(reply, config, passkey, bound, challengeSeconds);
  return bound;
}

function registrationRoutes(app: App): void {
  app.post(
    '/api/v1/auth/passkeys/register/options',
    {
      config: {
        access: 'signed_in',
        fresh: true,
        rateLimit: { name: 'passkey-register', points: 30, windowSeconds: 60 },
      },
      schema: {
        tags,
        operationId: 'askForNewPasskey',
        summary: 'What a browser needs to make a passkey; good for 5 minutes and one answer',
        response: {
          200: Type.Object({ options: passkeySchemas.CreationOptions }),
          default: Problem,
        },
      },
    },
    async (request, reply) => {
      const { id: personId, email, displayName, sessionId: boundTo } = personOf(request);
      reply.header('cache-control', 'no-store');
      const asked = { personId, email, displayName, boundTo };
      return { options: await creationOptions(request.ctx, asked) };
    },
  );
  app.post(
    '/api/v1/auth/passkeys/register',
    {
      config: {
        access: 'signed_in',
        fresh: true,
        rateLimit: { name: 'passkey-register', points: 30, windowSeconds: 60 },
      },
      schema: {
        tags,
        operationId: 'addPasskey',
        summary: 'Add a passkey to the account',
        body: RegisterBody,
        response: { 201: Type.Object({ id: Uuid }), default: Problem },
      },
    },
    async (request, reply) => {
      const { id: personId, sessionId: boundTo } = personOf(request);
      const { response, name = browserName(request.headers['user-agent']) } = request.body;
      const id = await registerPasskey(request.ctx, { personId, response, name, boundTo });
      return reply.code(201).send({ id });
    },
  );
}

function listRoutes(app: App): void {
  app.get(
    '/api/v1/auth/passkeys',
    {
      config: { access: 'signed_in' },
      schema: {
        tags,
        operationId: 'listPasskeys',
        summary: 'The passkeys of this account, newest first; at most 20',
        response: {
          200: Type.Object({ items: Type.Array(passkeySchemas.PasskeyView) }),
          default: Problem,
        },
      },
    },
    async (request, reply) => {
      reply.header('cache-control', 'private, no-store');
      return { items: (await findPasskeys(request.ctx, personOf(request).id)).map(viewOf) };
    },
  );
  app.patch(
    '/api/v1/auth/passkeys/:passkeyId',
    {
      config: { access: 'signed_in' },
      schema: {
        tags,
        operationId: 'renamePasskey',
        summary: 'Give a passkey another name',
        params: PasskeyId,
        body: Type.Object({ name: passkeySchemas.PasskeyName }),
        response: { 204: Empty, default: Problem },
      },
    },
    async (request, reply) => {
      const { id: personId } = personOf(request);
      await renamePasskey(request.ctx, { personId, ...request.params, ...request.body });
      return reply.code(204).send(null);
    },
  );
  app.delete(
    '/api/v1/auth/passkeys/:passkeyId',
    {
      config: { access: 'signed_in', fresh: true },
      schema: {
        tags,
        operationId: 'removePasskey',
        summary: 'Remove a passkey, unless it is the only way in',
        params: PasskeyId,
        response: { 204: Empty, default: Problem },
      },
    },
    async (request, reply) => {
      const { id: personId } = personOf(request);
      await removePasskey(request.ctx, { personId, ...request.params });
      return reply.code(204).send(null);
    },
  );
}

const viewOf = ({ createdAt, lastUsedAt, ...passkey }: Passkey): passkeySchemas.PasskeyView => ({
  ...passkey,
  createdAt: createdAt.toString(),
  lastUsedAt: lastUsedAt?.toString() ?? null,
});
