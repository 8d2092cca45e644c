import type { FastifyReply, FastifyRequest } from 'fastify';
import { type Static, Type } from 'typebox';
import {
  clearCookie,
  cookieNames,
  Instant,
  setHttpOnlyCookie,
} from '../../../platform/http/index.ts';
import { deviceCookieText } from '../devices/device-cookie.ts';
import type { SessionTokens } from '../sessions/tokens.ts';
import type { PendingSignIn, SignedIn, SignInResult } from '../sign-in/sign-in.ts';

const deviceSeconds = 400 * 24 * 3600;
const pendingSeconds = 5 * 60;

export const Tokens = Type.Object(
  {
    accessToken: Type.String(),
    accessExpiresAt: Instant,
    refreshToken: Type.String({ description: 'works once' }),
    refreshExpiresAt: Instant,
  },
  { description: 'for programs alone; browsers get a cookie' },
);

export const SignInAnswer = Type.Union([
  Type.Object({ status: Type.Literal('signed_in'), tokens: Type.Optional(Tokens) }),
  Type.Object({
    status: Type.Literal('second_step'),
    methods: Type.Array(
      Type.Union([Type.Literal('totp'), Type.Literal('backup_code'), Type.Literal('passkey')]),
    ),
    expiresAt: Instant,
    pendingToken: Type.Optional(Type.String({ description: 'for programs alone' })),
  }),
]);
export type SignInAnswer = Static<typeof SignInAnswer>;

/** Sets a browser's cookies and shapes the body; a program gets its tokens in the body. */
export function answerSignIn(
  request: FastifyRequest,
  reply: FastifyReply,
  result: SignInResult,
): SignInAnswer {
  reply.header('cache-control', 'no-store');
  return result.status === 'signed_in'
    ? answerSignedIn(request, reply, result)
    : answerPending(request, reply, result.pending);
}

function answerSignedIn(
  { ctx: { config }, cookies }: FastifyRequest,
  reply: FastifyReply,
  { session, device, trust }: SignedIn,
): SignInAnswer {
  const names = cookieNames(config);
  setHttpOnlyCookie(reply, config, names.device, deviceCookieText(device), deviceSeconds);
  if (trust) setHttpOnlyCookie(reply, config, names.trust, trust.token, trust.secondsValid);
  if (cookies[names.pending]) clearCookie(reply, config, names.pending);
  if (session.tokens) return { status: 'signed_in', tokens: tokensBody(session.tokens) };
  // Without "remember me" the cookie lasts as long as the browser runs.
  const maxAge = session.remember ? session.secondsValid : undefined;
  setHttpOnlyCookie(reply, config, names.session, session.token, maxAge);
  return { status: 'signed_in' };
}

function answerPending(
  { ctx }: FastifyRequest,
  reply: FastifyReply,
  { token, methods, expiresAt, client, device }: PendingSignIn,
): SignInAnswer {
  const answer = { status: 'second_step' as const, methods, expiresAt: expiresAt.toString() };
  if (client === 'api') return { ...answer, pendingToken: token };
  const names = cookieNames(ctx.config);
  setHttpOnlyCookie(reply, ctx.config, names.device, deviceCookieText(device), deviceSeconds);
  setHttpOnlyCookie(reply, ctx.config, names.pending, token, pendingSeconds);
  return answer;
}

export function tokensBody(tokens: SessionTokens): Static<typeof Tokens> {
  return {
    ...tokens,
    accessExpiresAt: tokens.accessExpiresAt.toString(),
    refreshExpiresAt: tokens.refreshExpiresAt.toString(),
  };
}
