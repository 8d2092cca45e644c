import type { FastifyRequest } from 'fastify';
import { memoryCache } from '../../platform/cache/index.ts';
import { randomToken } from '../../platform/crypto/index.ts';
import type { Changes } from './changes.ts';
import { countryOf, personalCookies, timeZoneOf } from './web-request.ts';

const pagesMax = 400;
const pageTtlMs = 60_000;
const longestUrl = 500;

export interface Page {
  status: number;
  /** The page with a nonce of its own, for one send. */
  withNonce(): { html: Buffer; nonce: string };
}

export interface PageCache {
  /** Stands for the nonce while a page that may be kept is rendered. */
  nonceMark: string;
  get(key: string): Page | undefined;
  page(status: number, html: Buffer): Page;
  /** Taken before rendering: a page made from data that changed meanwhile is not kept. */
  ticket(): number;
  keep(key: string, page: Page, topics: string[], ticket: number): void;
}

interface Kept {
  page: Page;
  topics: string[];
  ticket: number;
}

/** Keeps pages that look the same to every anonymous visitor, until they age or a topic speaks. */
export function openPageCache(changes: Changes): PageCache {
  const nonceMark = `nonce-${randomToken(12)}`;
  const kept = memoryCache<Kept>({ max: pagesMax, ttlMs: pageTtlMs });
  return {
    nonceMark,
    ticket: changes.ticket,
    page: (status, html) => splitPage(status, html, nonceMark),
    get(key) {
      const entry = kept.get(key);
      return entry && changes.unchanged(entry.topics, entry.ticket) ? entry.page : undefined;
    },
    keep(key, page, topics, ticket) {
      if (changes.unchanged(topics, ticket)) kept.set(key, { page, topics, ticket });
    },
  };
}

function splitPage(status: number, html: Buffer, mark: string): Page {
  const parts: Buffer[] = [];
  let start = 0;
  for (let at = html.indexOf(mark); at !== -1; at = html.indexOf(mark, start)) {
    parts.push(html.subarray(start, at));
    start = at + mark.length;
  }
  const rest = html.subarray(start);
  // A page without a script of its own inside needs no copy.
  if (parts.length === 0) return { status, withNonce: () => ({ html, nonce: randomToken(16) }) };
  return {
    status,
    withNonce() {
      const nonce = randomToken(16);
      const nonceBytes = Buffer.from(nonce);
      return { html: Buffer.concat([...parts.flatMap((part) => [part, nonceBytes]), rest]), nonce };
    },
  };
}

/** What an anonymous page depends on, or undefined when the answer is a person's own. */
export function pageKeyOf(request: FastifyRequest): string | undefined {
  if (request.method !== 'GET' || request.url.length > longestUrl) return undefined;
  const { cookies } = request;
  if (personalCookies.some((name) => cookies[name] !== undefined)) return undefined;
  const market = cookies['etude_market'] ?? countryOf(request) ?? '';
  return [
    request.host,
    request.url,
    market,
    timeZoneOf(request) ?? '',
    request.headers['accept-language'] ?? '',
  ].join('\n');
}
