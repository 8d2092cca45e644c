import type { FastifyReply, FastifyRequest } from 'fastify';
import type { App, RateLimitRule } from '../../platform/http/index.ts';
import { clearCookie, cookieNames, Problem, setHttpOnlyCookie } from '../../platform/http/index.ts';
import { forgotPassword } from './recovery/forgot-password.ts';
import { resetPassword } from './recovery/reset-password.ts';
import { register } from './registration/register.ts';
import { resendVerification } from './registration/resend-verification.ts';
import { verifyEmail } from './registration/verify-email.ts';
import * as schemas from './schemas.ts';
import { logIn } from './sessions/log-in.ts';
import {
  type Device,
  findSessionPerson,
  logOut,
  type StartedSession,
} from './sessions/sessions.ts';

/** ID-10: each counts per sender's address and per account. */
const limits = {
  register: perAddressAndAccount('register', 3, 60),
  resend: perAddressAndAccount('resend-verification', 5, 3600),
  logIn: perAddressAndAccount('log-in', 5, 60),
  forgot: perAddressAndAccount('forgot-password', 3, 3600),
  reset: [{ name: 'reset-password', points: 5, windowSeconds: 3600 }],
  verify: [{ name: 'verify-email', points: 20, windowSeconds: 3600 }],
} satisfies Record<string, RateLimitRule[]>;

function perAddressAndAccount(
  name: string,
  points: number,
  windowSeconds: number,
): RateLimitRule[] {
  return [
    { name, points, windowSeconds },
    { name: `${name}-account`, points, windowSeconds, key: accountOf },
  ];
}

function accountOf({ body }: FastifyRequest): string | undefined {
  const { email } = body as { email?: string };
  return email?.trim().normalize('NFKC').toLowerCase();
}

const publicAuth = (rateLimit: RateLimitRule[]) => ({ access: 'public' as const, rateLimit });
const tags = ['identity'];

export function routes(app: App): void {
  app.setSessionResolver(findSessionPerson);
  registrationRoutes(app);
  recoveryRoutes(app);
  sessionRoutes(app);
}

function registrationRoutes(app: App): void {
  app.post(
    '/api/v1/auth/register',
    {
      config: publicAuth(limits.register),
      schema: {
        tags,
        operationId: 'register',
        summary: 'Register; a link is mailed',
        body: schemas.RegisterBody,
        response: { 202: schemas.Accepted, default: Problem },
      },
    },
    async ({ ctx, body }, reply) => {
      await register(ctx, { ...body, role: body.role ?? 'learner' });
      return reply.code(202).send(accepted);
    },
  );
  app.post(
    '/api/v1/auth/resend-verification',
    {
      config: publicAuth(limits.resend),
      schema: {
        tags,
        operationId: 'resendVerification',
        summary: 'Mail another verification link',
        body: schemas.ResendBody,
        response: { 202: schemas.Accepted, default: Problem },
      },
    },
    async ({ ctx, body }, reply) => {
      await resendVerification(ctx, body);
      return reply.code(202).send(accepted);
    },
  );
  app.post(
    '/api/v1/auth/verify-email',
    {
      config: publicAuth(limits.verify),
      schema: {
        tags,
        operationId: 'verifyEmail',
        summary: 'Spend a verification link and sign in',
        body: schemas.VerifyBody,
        response: { 200: schemas.Verified, default: Problem },
      },
    },
    async (request, reply) => {
      const { session, returnTo } = await verifyEmail(request.ctx, {
        token: request.body.token,
        device: deviceOf(request),
      });
      setSession(request, reply, session);
      return { returnTo };
    },
  );
}

function recoveryRoutes(app: App): void {
  app.post(
    '/api/v1/auth/forgot-password',
    {
      config: publicAuth(limits.forgot),
      schema: {
        tags,
        operationId: 'forgotPassword',
        summary: 'Mail a reset link',
        body: schemas.ForgotBody,
        response: { 202: schemas.Accepted, default: Problem },
      },
    },
    async ({ ctx, body }, reply) => {
      await forgotPassword(ctx, body);
      return reply.code(202).send(accepted);
    },
  );
  app.post(
    '/api/v1/auth/reset-password',
    {
      config: publicAuth(limits.reset),
      schema: {
        tags,
        operationId: 'resetPassword',
        summary: 'Set a new password by a mailed link',
        body: schemas.ResetBody,
        response: { 204: schemas.Empty, default: Problem },
      },
    },
    async ({ ctx, body }, reply) => {
      await resetPassword(ctx, body);
      return reply.code(204).send(null);
    },
  );
}

function sessionRoutes(app: App): void {
  app.post(
    '/api/v1/auth/login',
    {
      config: publicAuth(limits.logIn),
      schema: {
        tags,
        operationId: 'logIn',
        summary: 'Sign in',
        body: schemas.LogInBody,
        response: { 204: schemas.Empty, default: Problem },
      },
    },
    async (request, reply) => {
      const { email, password, remember = false } = request.body;
      setSession(
        request,
        reply,
        await logIn(request.ctx, { email, password, remember, device: deviceOf(request) }),
      );
      return reply.code(204).send(null);
    },
  );
  app.post(
    '/api/v1/auth/logout',
    {
      config: { access: 'public' },
      schema: {
        tags,
        operationId: 'logOut',
        summary: 'End this session everywhere',
        response: { 204: schemas.Empty, default: Problem },
      },
    },
    async ({ ctx }, reply) => {
      await logOut(ctx);
      clearCookie(reply, ctx.config, cookieNames(ctx.config).session);
      return reply.code(204).send(null);
    },
  );
  app.get(
    '/api/v1/me',
    {
      config: { access: 'signed_in' },
      schema: {
        tags,
        operationId: 'getMe',
        summary: 'Who is signed in',
        response: { 200: schemas.Me, default: Problem },
      },
    },
    async ({ ctx }, reply): Promise<schemas.Me> => {
      if (ctx.actor.kind !== 'person')
        throw new TypeError('access signed_in lets people through alone');
      const { id, email, displayName, roles, timeZone } = ctx.actor;
      reply.header('cache-control', 'private, no-store');
      return { id, email, displayName, roles, timeZone };
    },
  );
}

/** The same words whether the address is known or not. */
const accepted = { message: 'If the address can receive it, a mail with a link is on its way.' };

function deviceOf(request: FastifyRequest): Device {
  return { userAgent: request.headers['user-agent'], address: request.ip };
}

/** Without "remember me" the cookie lasts as long as the browser runs. */
function setSession(
  { ctx }: FastifyRequest,
  reply: FastifyReply,
  { token, remember, secondsValid }: StartedSession,
): void {
  setHttpOnlyCookie(
    reply,
    ctx.config,
    cookieNames(ctx.config).session,
    token,
    remember ? secondsValid : undefined,
  );
}
