import type { FastifyRequest } from 'fastify';
import type { Ctx } from '../../platform/context.ts';
import { type App, Problem } from '../../platform/http/index.ts';
import { chooseMarket, findChosenMarket, listMarkets } from './markets.ts';
import * as schemas from './schemas.ts';
import { type MarketSignals, suggestMarket } from './suggest-market.ts';

const tags = ['markets'];

export function routes(app: App): void {
  publicRoutes(app);
  choiceRoutes(app);
}

function publicRoutes(app: App): void {
  app.get(
    '/api/v1/markets',
    {
      config: { access: 'public', actor: false },
      schema: {
        tags,
        operationId: 'listMarkets',
        summary: 'Markets with currency, limits and units',
        response: { 200: schemas.MarketList, default: Problem },
      },
    },
    async ({ ctx }) => ({
      items: (await listMarkets(ctx)).map(schemas.viewMarket),
      nextCursor: null,
    }),
  );
  app.get(
    '/api/v1/markets/suggestion',
    {
      config: { access: 'public', actor: false },
      schema: {
        tags,
        operationId: 'suggestMarket',
        summary: 'The market to offer this visitor first',
        response: { 200: schemas.SuggestionView, default: Problem },
      },
    },
    async (request, reply) => {
      reply.header('cache-control', 'private, no-store');
      return schemas.viewSuggestion(
        suggestMarket(await listMarkets(request.ctx), signalsOf(request)),
      );
    },
  );
}

function choiceRoutes(app: App): void {
  app.get(
    '/api/v1/me/market',
    {
      config: { access: 'signed_in' },
      schema: {
        tags,
        operationId: 'getMyMarket',
        summary: 'The market I have confirmed',
        response: { 200: schemas.ChosenMarket, default: Problem },
      },
    },
    async ({ ctx }) => {
      const market = await findChosenMarket(ctx, personIdOf(ctx));
      return { market: market ? schemas.viewMarket(market) : null };
    },
  );
  app.put(
    '/api/v1/me/market',
    {
      config: { access: 'signed_in' },
      schema: {
        tags,
        operationId: 'chooseMyMarket',
        summary: 'Confirm my market',
        body: schemas.ChooseMarketBody,
        response: { 200: schemas.ChosenMarket, default: Problem },
      },
    },
    async ({ ctx, body }) => ({
      market: schemas.viewMarket(
        await chooseMarket(ctx, { personId: personIdOf(ctx), code: body.market }),
      ),
    }),
  );
}

function personIdOf({ actor }: Ctx): string {
  if (actor.kind !== 'person') throw new TypeError('access signed_in lets people through alone');
  return actor.id;
}

/** Anybody can send a country header; it counts only when a trusted proxy has handed the request on. */
function signalsOf(request: FastifyRequest): MarketSignals {
  const { headers, cookies, ip, raw } = request;
  const throughTrustedProxy =
    request.ctx.config.trustedProxies.length > 0 && ip !== raw.socket.remoteAddress;
  const country = throughTrustedProxy
    ? (headers['cf-ipcountry'] ?? headers['x-country-code'])
    : undefined;
  const timeZone = cookies['etude_zone'];
  return {
    ...(typeof country === 'string' && { country }),
    ...(timeZone && { timeZone }),
    ...(headers['accept-language'] && { acceptLanguage: headers['accept-language'] }),
  };
}
