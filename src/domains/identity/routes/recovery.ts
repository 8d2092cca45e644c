import { type App, Problem } from '../../../platform/http/index.ts';
import { forgotPassword } from '../recovery/forgot-password.ts';
import { resetPassword } from '../recovery/reset-password.ts';
import * as schemas from '../schemas.ts';
import { accepted, perAddressAndAccount, publicAuth, tags } from './common.ts';

export function recoveryRoutes(app: App): void {
  app.post(
    '/api/v1/auth/forgot-password',
    {
      config: publicAuth(perAddressAndAccount('forgot-password', 3, 3600)),
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
      config: publicAuth([{ name: 'reset-password', points: 5, windowSeconds: 3600 }]),
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
