import type { FastifyRequest } from 'fastify';
import type { Actor } from '../../platform/context.ts';
import type { Visitor, WebRequest } from './request-context.ts';

/** Cookies that make an answer a person's own. */
export const personalCookies = [
  'etude_session',
  '__Host-etude_session',
  'etude_guest',
  '__Host-etude_guest',
];

const zones = new Map<string, boolean>();

/** The IANA zone that the browser has told us, when it is one. */
export function timeZoneOf(request: FastifyRequest): string | undefined {
  const zone = request.cookies['etude_zone'];
  if (zone === undefined || zone.length > 50) return undefined;
  let known = zones.get(zone);
  if (known === undefined) {
    known = isTimeZone(zone);
    if (known) zones.set(zone, known);
  }
  return known ? zone : undefined;
}

/** The visitor's country, when a proxy that we trust tells it. */
export function countryOf(request: FastifyRequest): string | undefined {
  if (request.ip === request.raw.socket.remoteAddress) return undefined;
  const country = request.headers['cf-ipcountry'] ?? request.headers['x-country-code'];
  return typeof country === 'string' ? country.slice(0, 2) : undefined;
}

function isTimeZone(zone: string): boolean {
  if (!/^[A-Za-z][\w+-]*(\/[\w+-]+)*$/.test(zone)) return false;
  try {
    return Boolean(new Intl.DateTimeFormat('en', { timeZone: zone }));
  } catch {
    return false;
  }
}

export function visitorOf(actor: Actor): Visitor | undefined {
  return actor.kind === 'person'
    ? {
        id: actor.id,
        displayName: actor.displayName,
        roles: actor.roles,
        scopes: actor.operatorScopes,
        timeZone: actor.timeZone,
        provenAt: actor.authenticatedAt.toString(),
      }
    : undefined;
}

interface Parts extends Pick<
  WebRequest,
  'client' | 'visitor' | 'timeZone' | 'nonce' | 'publicUrl' | 'enhanceUrl' | 'remember'
> {
  request: FastifyRequest;
  cookies: string[];
}

export function webRequestOf({ request, cookies, ...known }: Parts): WebRequest {
  return {
    ...known,
    requestId: request.ctx.requestId,
    now: request.ctx.clock.now().toString(),
    cookies: request.cookies,
    signals: [
      countryOf(request) ?? '',
      timeZoneOf(request) ?? '',
      request.headers['accept-language'] ?? '',
    ].join(' '),
    setCookie: (line) => cookies.push(line),
    reportError: (error) =>
      request.ctx.log.error({ err: error, requestId: request.ctx.requestId }, 'page failed'),
  };
}
