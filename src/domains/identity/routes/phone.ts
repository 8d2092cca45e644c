import { type App, Problem } from '../../../platform/http/index.ts';
import { getPhone, type PendingPhone } from '../phone/phone-state.ts';
import { removePhone } from '../phone/remove-phone.ts';
import * as schemas from '../phone/schemas.ts';
import { resendCode, startPhone } from '../phone/send-code.ts';
import { verifyPhone } from '../phone/verify-phone.ts';
import { Empty } from '../schemas.ts';
import { perPerson, personOf, tags } from './common.ts';

/** ID-10: start and resend share one counter. */
const codes = perPerson('phone-code', 3, 600);

export function phoneRoutes(app: App): void {
  keepingRoutes(app);
  codeRoutes(app);
}

function keepingRoutes(app: App): void {
  app.get(
    '/api/v1/auth/phone',
    {
      config: { access: 'signed_in' },
      schema: {
        tags,
        operationId: 'getPhone',
        summary: 'My confirmed number, and the one that waits for its code',
        response: { 200: schemas.State, default: Problem },
      },
    },
    async (request, reply) => {
      reply.header('cache-control', 'private, no-store');
      const { pending, ...state } = await getPhone(request.ctx, whose(request));
      return { ...state, pending: pending && asJson(pending) };
    },
  );
  app.delete(
    '/api/v1/auth/phone',
    {
      config: { access: 'signed_in', fresh: true },
      schema: {
        tags,
        operationId: 'removePhone',
        summary: 'Forget my number; notices then go by mail alone',
        response: { 204: Empty, default: Problem },
      },
    },
    async (request, reply) => {
      await removePhone(request.ctx, whose(request));
      return reply.code(204).send(null);
    },
  );
}

function codeRoutes(app: App): void {
  app.post(
    '/api/v1/auth/phone/start',
    {
      config: { access: 'signed_in', fresh: true, rateLimit: codes },
      schema: {
        tags,
        operationId: 'startPhone',
        summary: 'Send a code to a number, to confirm that it is mine',
        body: schemas.StartBody,
        response: { 202: schemas.Pending, default: Problem },
      },
    },
    async (request, reply) => {
      const pending = await startPhone(request.ctx, { ...whose(request), ...request.body });
      return reply.code(202).send(asJson(pending));
    },
  );
  app.post(
    '/api/v1/auth/phone/resend',
    {
      config: { access: 'signed_in', rateLimit: codes },
      schema: {
        tags,
        operationId: 'resendPhoneCode',
        summary: 'Send a new code; the one before no longer works',
        response: { 202: schemas.Pending, default: Problem },
      },
    },
    async (request, reply) =>
      reply.code(202).send(asJson(await resendCode(request.ctx, whose(request)))),
  );
  app.post(
    '/api/v1/auth/phone/verify',
    {
      config: { access: 'signed_in', rateLimit: perPerson('phone-verify', 30, 600) },
      schema: {
        tags,
        operationId: 'verifyPhone',
        summary: 'Give the code back: the number is mine',
        body: schemas.VerifyBody,
        response: { 200: schemas.Verified, default: Problem },
      },
    },
    async (request) => verifyPhone(request.ctx, { ...whose(request), ...request.body }),
  );
}

const whose = (request: Parameters<typeof personOf>[0]) => ({ personId: personOf(request).id });

const asJson = ({ expiresAt, resendAt, ...pending }: PendingPhone) => ({
  ...pending,
  expiresAt: expiresAt.toString(),
  resendAt: resendAt.toString(),
});
