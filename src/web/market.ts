import type { WebRequest } from './server/request-context.ts';

/** A market as pages need it. */
export interface Market {
  code: string;
  name: string;
  currency: string;
  /** For numbers and dates in the interface's language. */
  locale: string;
  timeZone: string;
  distanceUnit: 'mi' | 'km';
  commissionBp: number;
}

const year = 365 * 24 * 60 * 60;
const chosen = new WeakMap<WebRequest, Promise<Market>>();

/**
 * The visitor's market: the one in their cookie, the one of their account, or the one that their
 * request suggests. Asked once per request.
 */
export function marketOf(web: WebRequest): Promise<Market> {
  const known = chosen.get(web) ?? findMarket(web);
  chosen.set(web, known);
  return known;
}

/** The cookie that keeps an anonymous visitor's market. */
export function marketCookie(code: string, publicUrl: string): string {
  const secure = publicUrl.startsWith('https:') ? '; Secure' : '';
  return `etude_market=${code}; Path=/; Max-Age=${year}; SameSite=Lax${secure}`;
}

async function findMarket(web: WebRequest): Promise<Market> {
  const markets = await listMarkets(web);
  const byCode = (code: string | undefined): Market | undefined =>
    markets.find((market) => market.code === code);
  const fromCookie = byCode(web.cookies['etude_market']);
  if (fromCookie) return fromCookie;
  if (web.visitor) {
    const { data } = await web.client.GET('/api/v1/me/market');
    const own = byCode(data?.market?.code);
    if (own) {
      web.setCookie(marketCookie(own.code, web.publicUrl));
      return own;
    }
  }
  const suggested = byCode(await suggestedCode(web)) ?? markets[0];
  if (!suggested) throw new Error('there is no market');
  return suggested;
}

function suggestedCode(web: WebRequest): Promise<string | undefined> {
  return web.remember(`suggestion ${web.signals}`, [], async () => {
    const { data } = await web.client.GET('/api/v1/markets/suggestion');
    return data?.market.code;
  });
}

/** Every market: they change with a release. */
export function listMarkets(web: WebRequest): Promise<Market[]> {
  return web.remember('markets', [], () => fetchMarkets(web));
}

async function fetchMarkets(web: WebRequest): Promise<Market[]> {
  const { data, response } = await web.client.GET('/api/v1/markets');
  if (!data) throw new Error(`the markets answered ${response.status}`);
  return data.items.map(({ locales, ...market }) => ({
    code: market.code,
    name: market.name,
    currency: market.currency,
    timeZone: market.timeZone,
    distanceUnit: market.distanceUnit,
    commissionBp: market.commissionBp,
    locale: locales.find((locale) => locale.startsWith('en')) ?? `en-${market.code.toUpperCase()}`,
  }));
}
