import type { FastifyRequest } from 'fastify';
import type { Person } from '../../../platform/context.ts';
import type { RateLimitRule } from '../../../platform/http/index.ts';
import { knowsAccount } from '../devices/device-cookie.ts';
import { emailKeyOf } from '../people/email-address.ts';
import { browserOf } from '../sign-in/browser.ts';

export const tags = ['identity'];

export const publicAuth = (rateLimit: RateLimitRule[]) => ({
  access: 'public' as const,
  rateLimit,
});

/** The same words whether the address is known or not. */
export const accepted = {
  message: 'If the address can receive it, a mail with a link is on its way.',
};

/** ID-10: counts per sender's address and per account. */
export function perAddressAndAccount(
  name: string,
  points: number,
  windowSeconds: number,
): RateLimitRule[] {
  return [
    { name, points, windowSeconds },
    { name: `${name}-account`, points, windowSeconds, key: accountOf },
  ];
}

/** A browser that has signed in to the account counts for itself, so strangers can't use up its tries. */
function accountOf(request: FastifyRequest): string | undefined {
  const { email } = request.body as { email?: string };
  if (email === undefined) return undefined;
  const emailKey = emailKeyOf(email);
  const { device } = browserOf(request);
  return knowsAccount(request.ctx.config, device, emailKey) ? `${emailKey} ${device.id}` : emailKey;
}

/** Counts by who is signed in, wherever they are. */
export const perPerson = (name: string, points: number, windowSeconds: number): RateLimitRule => ({
  name,
  points,
  windowSeconds,
  key: (request: FastifyRequest) => personOf(request).id,
});

/** Who is signed in; for routes that let nobody else through. */
export function personOf({ ctx }: FastifyRequest): Person {
  if (ctx.actor.kind !== 'person')
    throw new TypeError('access signed_in lets people through alone');
  return ctx.actor;
}
