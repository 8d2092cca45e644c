import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestWorld, type World } from '../../../test/support/world.ts';
import { exponentOf } from '../../platform/money/index.ts';
import { createPerson, hashPassword, identityDomain } from '../identity/index.ts';
import { findChosenMarket, listMarkets, marketsDomain } from './index.ts';

let world: World;
let personId: string;
let cookies: Record<string, string>;

beforeAll(async () => {
  world = await startTestWorld({
    domains: [identityDomain, marketsDomain],
    env: { TRUSTED_PROXIES: '10.0.0.0/8' },
  });
  const credentials = { email: 'ada@example.com', password: 'Tidy-Garden-42' };
  personId = await createPerson(world.ctx, {
    ...credentials,
    displayName: 'Ada',
    verified: true,
    passwordHash: await hashPassword(credentials.password),
  });
  const answer = await world.inject({
    method: 'POST',
    url: '/api/v1/auth/login',
    payload: credentials,
  });
  cookies = { etude_session: answer.cookies.find(({ name }) => name === 'etude_session')!.value };
});
afterAll(() => world?.close());

const choose = (payload: object) =>
  world.inject({ method: 'PUT', url: '/api/v1/me/market', payload, cookies });

describe('markets', () => {
  it('name currency, limits, commission, tax and units, each in its own minor units (MK-01)', async () => {
    const { items } = (await world.inject({ url: '/api/v1/markets' })).json();
    expect(items[0]).not.toHaveProperty('zones');
    expect(
      items.map(({ code, currency, exponent }: Record<string, unknown>) => [
        code,
        currency,
        exponent,
      ]),
    ).toEqual([
      ['us', 'USD', 2],
      ['gb', 'GBP', 2],
      ['in', 'INR', 2],
      ['jp', 'JPY', 0],
    ]);
    for (const {
      currency,
      exponent,
      priceMin,
      priceMax,
      commissionBp,
      taxNote,
      paymentMethods,
    } of items) {
      expect(exponent).toBe(exponentOf(currency));
      expect([priceMin.currency, priceMax.currency]).toEqual([currency, currency]);
      expect(priceMax.minor).toBeGreaterThan(priceMin.minor);
      expect(commissionBp).toBe(1000);
      expect(taxNote).not.toBe('');
      expect(paymentMethods).toContain('card');
    }
  });

  it('only name zones and locales that the runtime knows (MK-01)', async () => {
    for (const { zones, timeZone, locales } of await listMarkets(world.ctx)) {
      for (const zone of [...zones, timeZone])
        expect(() => new Intl.DateTimeFormat('en', { timeZone: zone })).not.toThrow();
      expect(Intl.getCanonicalLocales(locales)).toEqual(locales);
    }
  });
});

describe('the suggestion (MK-02)', () => {
  const suggestion = async (
    headers: Record<string, string>,
    remoteAddress: string,
    more: Record<string, string> = {},
  ) =>
    (
      await world.inject({
        url: '/api/v1/markets/suggestion',
        headers,
        remoteAddress,
        cookies: more,
      })
    ).json().market.code;

  it('believes a country header from a trusted proxy alone', async () => {
    const headers = {
      'cf-ipcountry': 'JP',
      'accept-language': 'en-GB',
      'x-forwarded-for': '203.0.113.9',
    };
    expect(await suggestion(headers, '10.1.2.3')).toBe('jp');
    expect(await suggestion(headers, '198.51.100.7')).toBe('gb');
  });

  it('uses the browser’s zone before its language', async () => {
    expect(
      await suggestion({ 'accept-language': 'en-US' }, '198.51.100.7', {
        etude_zone: 'Asia/Kolkata',
      }),
    ).toBe('in');
  });
});

describe('choosing a market (MK-02)', () => {
  it('starts without a choice, and a suggestion is none', async () => {
    await world.inject({ url: '/api/v1/markets/suggestion', cookies });
    expect((await world.inject({ url: '/api/v1/me/market', cookies })).json()).toEqual({
      market: null,
    });
    expect(await findChosenMarket(world.ctx, personId)).toBeUndefined();
  });

  it('takes the person’s own confirmation, and a later change of mind', async () => {
    expect((await choose({ market: 'gb' })).statusCode).toBe(400);
    expect((await choose({ market: 'gb', confirmed: false })).statusCode).toBe(400);
    expect((await choose({ market: 'gb', confirmed: true })).json().market.currency).toBe('GBP');
    await choose({ market: 'jp', confirmed: true });
    expect((await world.inject({ url: '/api/v1/me/market', cookies })).json().market.code).toBe(
      'jp',
    );
  });

  it('refuses a market there is not, and a stranger', async () => {
    expect((await choose({ market: 'fr', confirmed: true })).statusCode).toBe(400);
    const stranger = await world.inject({
      method: 'PUT',
      url: '/api/v1/me/market',
      payload: { market: 'gb', confirmed: true },
    });
    expect(stranger.statusCode).toBe(401);
  });
});
