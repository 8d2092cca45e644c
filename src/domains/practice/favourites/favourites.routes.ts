import { Type } from 'typebox';
import { type App, Problem } from '../../../platform/http/index.ts';
import { addFavourite, dropFavourite, hasFavourite, listFavourites } from './favourites.ts';
import * as schemas from './schemas.ts';

const tags = ['practice'];
const own = { access: 'signed_in' } as const;

export function favouriteRoutes(app: App): void {
  app.get(
    '/api/v1/me/favourites',
    {
      config: own,
      schema: {
        tags,
        operationId: 'listFavourites',
        summary: 'Instructors, exercises and sequences that I like, newest first',
        querystring: schemas.FavouritesQuery,
        response: { 200: schemas.FavouritePage, default: Problem },
      },
    },
    async ({ ctx, query: { kind, cursor, limit = 20 } }) =>
      listFavourites(ctx, { kind, cursor, limit }),
  );
  app.get(
    '/api/v1/me/favourites/:kind/:slug',
    {
      config: own,
      schema: {
        tags,
        operationId: 'hasFavourite',
        summary: 'Whether it is among my favourites',
        params: schemas.FavouriteParams,
        querystring: schemas.FavouriteQuery,
        response: { 200: Type.Object({ favourite: Type.Boolean() }), default: Problem },
      },
    },
    async ({ ctx, params, query: { library = 'yoga' } }) => ({
      favourite: await hasFavourite(ctx, { ...params, library }),
    }),
  );
  app.put(
    '/api/v1/me/favourites/:kind/:slug',
    {
      config: own,
      schema: {
        tags,
        operationId: 'addFavourite',
        summary: 'Keep among my favourites',
        params: schemas.FavouriteParams,
        querystring: schemas.FavouriteQuery,
        response: { 204: Type.Null(), default: Problem },
      },
    },
    async ({ ctx, params, query: { library = 'yoga' } }, reply) => {
      await addFavourite(ctx, { ...params, library });
      reply.code(204);
      return null;
    },
  );
  app.delete(
    '/api/v1/me/favourites/:kind/:slug',
    {
      config: own,
      schema: {
        tags,
        operationId: 'dropFavourite',
        summary: 'Take from my favourites',
        params: schemas.FavouriteParams,
        querystring: schemas.FavouriteQuery,
        response: { 204: Type.Null(), default: Problem },
      },
    },
    async ({ ctx, params, query: { library = 'yoga' } }, reply) => {
      await dropFavourite(ctx, { ...params, library });
      reply.code(204);
      return null;
    },
  );
}
