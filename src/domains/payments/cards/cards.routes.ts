import { Type } from 'typebox';
import { type App, Problem } from '../../../platform/http/index.ts';
import * as schemas from '../plus-schemas.ts';
import { chooseDefaultCard, removeCard } from './change-cards.ts';
import { checkCards, listCards } from './list-cards.ts';
import { startCardSetup } from './start-card-setup.ts';

const tags = ['cards'];
/** Each asks the provider. */
const rateLimit = { name: 'cards', points: 60, windowSeconds: 600 };
const config = { access: 'signed_in', rateLimit } as const;

export function cardsRoutes(app: App): void {
  readRoutes(app);
  changeRoutes(app);
}

function readRoutes(app: App): void {
  app.get(
    '/api/v1/me/cards',
    {
      config: { access: 'signed_in' },
      schema: {
        tags,
        operationId: 'listMyCards',
        summary: 'My saved cards',
        querystring: schemas.ListQuery,
        response: { 200: schemas.SavedCardPage, default: Problem },
      },
    },
    ({ ctx, query: { cursor, limit = 20 } }) => listCards(ctx, { cursor, limit }),
  );
  app.post(
    '/api/v1/me/cards',
    {
      config,
      schema: {
        tags,
        operationId: 'startCardSetup',
        summary: 'A page of the provider on which I save a card',
        response: { 200: schemas.HostedPage, default: Problem },
      },
    },
    ({ ctx }) => startCardSetup(ctx),
  );
  app.post(
    '/api/v1/me/cards/check',
    {
      config,
      schema: {
        tags,
        operationId: 'checkMyCards',
        summary: 'My saved cards after a look at the provider',
        response: { 200: schemas.SavedCardPage, default: Problem },
      },
    },
    async ({ ctx }) => {
      await checkCards(ctx);
      return listCards(ctx, { limit: 20 });
    },
  );
}

function changeRoutes(app: App): void {
  app.put(
    '/api/v1/me/cards/:id/default',
    {
      config,
      schema: {
        tags,
        operationId: 'chooseDefaultCard',
        summary: 'Pay with this card from now on',
        params: schemas.IdParams,
        response: { 204: Type.Null(), default: Problem },
      },
    },
    async ({ ctx, params }, reply) => {
      await chooseDefaultCard(ctx, params.id);
      return reply.code(204).send(null);
    },
  );
  app.delete(
    '/api/v1/me/cards/:id',
    {
      config,
      schema: {
        tags,
        operationId: 'removeCard',
        summary: 'Forget a saved card',
        params: schemas.IdParams,
        response: { 204: Type.Null(), default: Problem },
      },
    },
    async ({ ctx, params }, reply) => {
      await removeCard(ctx, params.id);
      return reply.code(204).send(null);
    },
  );
}
