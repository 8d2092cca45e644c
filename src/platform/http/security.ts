import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Config } from '../config/index.ts';
import { forbidden } from '../errors/index.ts';

/** Headers of every answer. */
export function securityHeaders(config: Config): Record<string, string> {
  return {
    'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
    'x-content-type-options': 'nosniff',
    // Stricter ("no-referrer") would make form posts without scripts send "Origin: null".
    'referrer-policy': 'strict-origin-when-cross-origin',
    'cross-origin-resource-policy': 'same-origin',
    ...(config.publicUrl.startsWith('https:') && {
      'strict-transport-security': 'max-age=63072000; includeSubDomains',
    }),
  };
}

/** And of what a browser may open as a document. Pages replace the policy by one with their own nonce. */
export function documentHeaders(config: Config): Record<string, string> {
  return {
    ...securityHeaders(config),
    'x-frame-options': 'DENY',
    'permissions-policy':
      'camera=(self), microphone=(self), geolocation=(self), payment=(self), usb=(), interest-cohort=()',
    'cross-origin-opener-policy': 'same-origin',
  };
}

const safeMethods = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Refuses a changing request that a browser sends from another site (OWASP: verify the origin with
 * standard headers). Clients that are no browsers send neither header and carry no cookies by
 * themselves. Throws forbidden `cross_site`.
 */
export function refuseCrossSite(request: FastifyRequest, config: Config): void {
  if (safeMethods.has(request.method)) return;
  const { origin, 'sec-fetch-site': site } = request.headers;
  const allowed =
    origin === undefined
      ? site === undefined || site === 'same-origin' || site === 'none'
      : origin === config.publicUrl ||
        isOwnHost(origin, request.headers.host, config) ||
        config.corsOrigins.includes(origin);
  if (!allowed) throw forbidden('cross_site', 'This request came from another site.');
}

/** A page of ours under another name that leads here; where we are encrypted, an open one is not ours. */
function isOwnHost(origin: string, host: string | undefined, { publicUrl }: Config): boolean {
  const url = URL.parse(origin);
  const asSecure = url?.protocol === 'https:' || !publicUrl.startsWith('https:');
  return asSecure && host !== undefined && url?.host === host;
}

export interface CookieNames {
  session: string;
  guest: string;
  /** Says that this browser has signed in before: 400 days. */
  device: string;
  /** The first step of a sign-in in two steps: 5 minutes. */
  pending: string;
  /** Spares this browser the second step. */
  trust: string;
  /** Ties a passkey's answer to the browser that was asked: 5 minutes. */
  passkey: string;
  /** A sign-in under way at another provider. */
  oidc: string;
}

/** Names of our cookies; over https they carry the prefix that pins them to this host. */
export function cookieNames(config: Config): CookieNames {
  const prefix = config.publicUrl.startsWith('https:') ? '__Host-' : '';
  return {
    session: `${prefix}etude_session`,
    guest: `${prefix}etude_guest`,
    device: `${prefix}etude_device`,
    pending: `${prefix}etude_pending`,
    trust: `${prefix}etude_trust`,
    passkey: `${prefix}etude_passkey`,
    oidc: `${prefix}etude_oidc`,
  };
}

/** Sets a cookie that scripts can't read; without maxAge it lasts as long as the browser runs. */
export function setHttpOnlyCookie(
  reply: FastifyReply,
  config: Config,
  name: string,
  value: string,
  maxAgeSeconds?: number,
): void {
  reply.setCookie(name, value, {
    path: '/',
    httpOnly: true,
    sameSite: 'lax',
    secure: config.publicUrl.startsWith('https:'),
    ...(maxAgeSeconds !== undefined && { maxAge: maxAgeSeconds }),
  });
}

export function clearCookie(reply: FastifyReply, config: Config, name: string): void {
  setHttpOnlyCookie(reply, config, name, '', 0);
}
