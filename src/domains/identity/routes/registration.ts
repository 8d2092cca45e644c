import { type App, Problem } from '../../../platform/http/index.ts';
import { register } from '../registration/register.ts';
import { resendVerification } from '../registration/resend-verification.ts';
import { verifyEmail } from '../registration/verify-email.ts';
import { hashingRoom } from '../passwords/password-hash.ts';
import * as schemas from '../schemas.ts';
import { browserOf } from '../sign-in/browser.ts';
import { accepted, perAddressAndAccount, publicAuth, tags } from './common.ts';
import { answerSignIn } from './sign-in-answer.ts';

export function registrationRoutes(app: App): void {
  app.post(
    '/api/v1/auth/register',
    {
      config: { ...publicAuth(perAddressAndAccount('register', 3, 60)), room: hashingRoom },
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
      config: publicAuth(perAddressAndAccount('resend-verification', 5, 3600)),
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
      config: publicAuth([{ name: 'verify-email', points: 20, windowSeconds: 3600 }]),
      schema: {
        tags,
        operationId: 'verifyEmail',
        summary: 'Spend a verification link and sign in',
        body: schemas.VerifyBody,
        response: { 200: schemas.Verified, default: Problem },
      },
    },
    async (request, reply) => {
      const { signedIn, returnTo } = await verifyEmail(request.ctx, {
        token: request.body.token,
        browser: browserOf(request),
      });
      answerSignIn(request, reply, signedIn);
      return { returnTo };
    },
  );
}
