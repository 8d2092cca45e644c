import type { FastifyRequest } from 'fastify';
import type { Actor, Ctx, OperatorScope } from '../context.ts';
import { forbidden, unauthenticated } from '../errors/index.ts';
import type { Access, OperatorRequest } from './index.ts';

/** Who may call a route that says `access`. Throws unauthenticated sign_in_required, forbidden not_allowed. */
export function refuseStrangers(actor: Actor, access: Access): void {
  if (access === 'public') return;
  if (actor.kind !== 'person') throw unauthenticated('sign_in_required', 'Sign in to go on.');
  if (access === 'signed_in') return;
  const scope = scopeOf(access);
  if (!scope) {
    if (!actor.roles.includes('instructor'))
      throw forbidden('not_allowed', 'This is for instructors.');
  } else if (!actor.roles.includes('operator') || !actor.operatorScopes.includes(scope))
    throw forbidden('not_allowed', `This is for operators who look after ${scope}.`);
}

export function scopeOf(access: Access): OperatorScope | undefined {
  return access.startsWith('operator:')
    ? (access.slice('operator:'.length) as OperatorScope)
    : undefined;
}

const freshMinutes = 10;

/** Lets pass who proved their identity a short while ago. Throws forbidden fresh_sign_in_required. */
export function requireFresh({ actor, clock }: Ctx): void {
  if (actor.kind !== 'person') return;
  const ageMs = clock.now().epochMilliseconds - actor.authenticatedAt.epochMilliseconds;
  if (ageMs > freshMinutes * 60_000)
    throw forbidden(
      'fresh_sign_in_required',
      `Please confirm that it is you: this needs a proof from the last ${freshMinutes} minutes.`,
      { details: { freshMinutes } },
    );
}

/** The token of `Authorization: Bearer …`, on the API alone; other schemes are not for us. */
export function bearerOf({ headers, url }: FastifyRequest): string | undefined {
  const { authorization } = headers;
  if (authorization === undefined || !url.startsWith('/api/')) return undefined;
  return /^bearer(?: +(.*))?$/i.exec(authorization)?.slice(1).join('');
}

export const tokenInvalid = () =>
  unauthenticated(
    'token_invalid',
    'This access token is not one of ours, or has expired. Refresh it, or sign in again.',
  );

export function operatorRequestOf({
  method,
  routeOptions,
  params,
}: FastifyRequest): OperatorRequest {
  return {
    method,
    route: routeOptions.url ?? '',
    params: { ...(params as Record<string, string>) },
  };
}
