import { type App, clearCookie, cookieNames, Problem } from '../../../platform/http/index.ts';
import { hashingRoom } from '../passwords/password-hash.ts';
import * as schemas from '../schemas.ts';
import { logIn } from '../sessions/log-in.ts';
import { logOut } from '../sessions/sessions.ts';
import { browserOf } from '../sign-in/browser.ts';
import { perAddressAndAccount, publicAuth, tags } from './common.ts';
import { answerSignIn, SignInAnswer } from './sign-in-answer.ts';

export function signInRoutes(app: App): void {
  app.post(
    '/api/v1/auth/login',
    {
      config: { ...publicAuth(perAddressAndAccount('log-in', 5, 60)), room: hashingRoom },
      schema: {
        tags,
        operationId: 'logIn',
        summary: 'Sign in with a password: the first step, and for most the only one',
        body: schemas.LogInBody,
        response: { 200: SignInAnswer, default: Problem },
      },
    },
    async (request, reply) => {
      const { email, password, remember = false, client = 'browser' } = request.body;
      const browser = browserOf(request);
      const result = await logIn(request.ctx, { email, password, remember, client, browser });
      return answerSignIn(request, reply, result);
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
}
