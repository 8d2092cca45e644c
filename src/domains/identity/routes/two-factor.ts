import type { FastifyRequest } from 'fastify';
import { Type } from 'typebox';
import { type App, Instant, Problem, type RateLimitRule } from '../../../platform/http/index.ts';
import { browserOf } from '../sign-in/browser.ts';
import { Empty } from '../schemas.ts';
import { disableTwoFactor } from '../two-factor/disable-two-factor.ts';
import { initiateSetUp } from '../two-factor/initiate-set-up.ts';
import { regenerateBackupCodes } from '../two-factor/regenerate-backup-codes.ts';
import { requestTwoFactorReset, stopTwoFactorReset } from '../two-factor/reset-two-factor.ts';
import * as schemas from '../two-factor/schemas.ts';
import { requirePending, secondStepMethods } from '../two-factor/second-step.ts';
import { twoFactorStatus } from '../two-factor/two-factor-status.ts';
import { verifyLogin } from '../two-factor/verify-login.ts';
import { verifySetUp } from '../two-factor/verify-set-up.ts';
import { personOf, publicAuth, tags } from './common.ts';
import { answerSignIn, SignInAnswer } from './sign-in-answer.ts';

export function twoFactorRoutes(app: App): void {
  setUpRoutes(app);
  keepingRoutes(app);
  signInRoutes(app);
  resetRoutes(app);
}

const perPerson = (name: string, points: number, windowSeconds: number): RateLimitRule => ({
  name,
  points,
  windowSeconds,
  key: (request: FastifyRequest) => personOf(request).id,
});

/** For what only who has just proved who they are may change. */
const fresh = (rateLimit: RateLimitRule) => ({
  access: 'signed_in' as const,
  fresh: true,
  rateLimit,
});

function setUpRoutes(app: App): void {
  app.post(
    '/api/v1/auth/2fa/setup/initiate',
    {
      config: fresh(perPerson('two-factor-set-up', 20, 3600)),
      schema: {
        tags,
        operationId: 'initiateTwoFactor',
        summary: 'A new secret for an authenticator app, as QR code and as key to type',
        response: { 200: schemas.SetUp, default: Problem },
      },
    },
    async (request, reply) => {
      reply.header('cache-control', 'no-store');
      return initiateSetUp(request.ctx, personOf(request));
    },
  );
  app.post(
    '/api/v1/auth/2fa/setup/verify',
    {
      config: fresh(perPerson('two-factor-verify', 20, 600)),
      schema: {
        tags,
        operationId: 'verifyTwoFactor',
        summary: 'Turn the second step on with a first code; other sessions end',
        body: schemas.SetUpCodeBody,
        response: { 200: schemas.BackupCodes, default: Problem },
      },
    },
    async (request, reply) => {
      reply.header('cache-control', 'no-store');
      const { code } = request.body;
      const person = personOf(request);
      return { backupCodes: await verifySetUp(request.ctx, { person, code }) };
    },
  );
}

function keepingRoutes(app: App): void {
  app.get(
    '/api/v1/auth/2fa/status',
    {
      config: { access: 'signed_in' },
      schema: {
        tags,
        operationId: 'getTwoFactorStatus',
        summary: 'Whether the second step is on, and how many backup codes are left',
        response: { 200: schemas.Status, default: Problem },
      },
    },
    async (request, reply) => {
      reply.header('cache-control', 'private, no-store');
      const { enabledAt, resetTakesEffectAt, ...status } = await twoFactorStatus(
        request.ctx,
        personOf(request).id,
      );
      return {
        ...status,
        enabled: enabledAt !== null,
        enabledAt: enabledAt?.toString() ?? null,
        resetTakesEffectAt: resetTakesEffectAt?.toString() ?? null,
      };
    },
  );
  app.post(
    '/api/v1/auth/2fa/disable',
    {
      config: fresh(perPerson('two-factor-disable', 10, 600)),
      schema: {
        tags,
        operationId: 'disableTwoFactor',
        summary: 'Turn the second step off; backup codes and trusted browsers go with it',
        body: schemas.DisableBody,
        response: { 204: Empty, default: Problem },
      },
    },
    async (request, reply) => {
      const { device } = browserOf(request);
      const { password } = request.body;
      await disableTwoFactor(request.ctx, { person: personOf(request), password, device });
      return reply.code(204).send(null);
    },
  );
  app.post(
    '/api/v1/auth/2fa/regenerate-backup-codes',
    {
      config: fresh(perPerson('backup-codes', 10, 3600)),
      schema: {
        tags,
        operationId: 'regenerateBackupCodes',
        summary: 'Ten new backup codes; the old ones are void',
        response: { 200: schemas.BackupCodes, default: Problem },
      },
    },
    async (request, reply) => {
      reply.header('cache-control', 'no-store');
      return { backupCodes: await regenerateBackupCodes(request.ctx, personOf(request).id) };
    },
  );
}

function signInRoutes(app: App): void {
  app.get(
    '/api/v1/auth/2fa/pending',
    {
      config: { access: 'public' },
      schema: {
        tags,
        operationId: 'getPendingSignIn',
        summary: 'What the sign-in of this browser waits for',
        response: { 200: schemas.PendingView, default: Problem },
      },
    },
    async (request, reply) => {
      reply.header('cache-control', 'private, no-store');
      const { ctx } = request;
      const pending = await requirePending(ctx, { browser: browserOf(request) });
      return {
        methods: await secondStepMethods(ctx, pending.personId),
        expiresAt: pending.expiresAt.toString(),
        triesLeft: pending.triesLeft,
        trustedBrowserDays: ctx.config.trustedBrowserDays,
      };
    },
  );
  app.post(
    '/api/v1/auth/2fa/verify-login',
    {
      config: publicAuth([{ name: 'verify-login', points: 20, windowSeconds: 60 }]),
      schema: {
        tags,
        operationId: 'verifyLogin',
        summary: 'The second step of a sign-in: a code, a backup code or a passkey',
        body: schemas.VerifyLoginBody,
        response: { 200: SignInAnswer, default: Problem },
      },
    },
    async (request, reply) => {
      const { trustBrowser: trust = false, pendingToken, ...proof } = request.body;
      const browser = browserOf(request);
      const signedIn = await verifyLogin(request.ctx, { proof, trust, browser, pendingToken });
      return answerSignIn(request, reply, signedIn);
    },
  );
}

function resetRoutes(app: App): void {
  app.post(
    '/api/v1/operator/people/:personId/reset-two-factor',
    {
      config: { access: 'operator:people', fresh: true },
      schema: {
        tags,
        operationId: 'resetTwoFactor',
        summary:
          'Take the second step off in 72 hours, unless the person stops it by the mailed link',
        params: schemas.PersonParams,
        response: { 202: Type.Object({ takesEffectAt: Instant }), default: Problem },
      },
    },
    async (request, reply) => {
      const takesEffectAt = await requestTwoFactorReset(request.ctx, {
        operator: personOf(request),
        personId: request.params.personId,
      });
      return reply.code(202).send({ takesEffectAt: takesEffectAt.toString() });
    },
  );
  app.post(
    '/api/v1/auth/2fa/stop-reset',
    {
      config: publicAuth([{ name: 'stop-two-factor-reset', points: 20, windowSeconds: 3600 }]),
      schema: {
        tags,
        operationId: 'stopTwoFactorReset',
        summary: 'Keep the second step that an operator is about to take off, by the mailed link',
        body: schemas.StopResetBody,
        response: { 204: Empty, default: Problem },
      },
    },
    async ({ ctx, body }, reply) => {
      await stopTwoFactorReset(ctx, body);
      return reply.code(204).send(null);
    },
  );
}
