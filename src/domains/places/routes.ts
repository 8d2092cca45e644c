import { Type } from 'typebox';
import type { App } from '../../platform/http/index.ts';
import { addAddress, deleteAddress, listAddresses } from './address-book/address-book.ts';
import { findPlaces } from './gazetteer/find-places.ts';
import {
  AddressPage,
  AddressParams,
  AddressQuery,
  AddressSchema,
  NewAddressSchema,
  PlaceList,
  PlaceQuery,
} from './schemas.ts';

export function placesRoutes(app: App): void {
  app.get(
    '/api/v1/places',
    {
      config: { access: 'public', actor: false },
      schema: {
        operationId: 'findPlaces',
        summary: 'Places whose name begins like the text',
        tags: ['places'],
        querystring: PlaceQuery,
        response: { 200: PlaceList },
      },
    },
    async (request) => {
      const { q = '', market, limit = 8 } = request.query;
      return { items: await findPlaces(request.ctx, { q, market, limit }) };
    },
  );

  app.get(
    '/api/v1/me/addresses',
    {
      config: { access: 'signed_in' },
      schema: {
        operationId: 'listAddresses',
        summary: 'My address book',
        tags: ['places'],
        querystring: AddressQuery,
        response: { 200: AddressPage },
      },
    },
    async (request) =>
      listAddresses(request.ctx, {
        cursor: request.query.cursor,
        limit: request.query.limit ?? 20,
      }),
  );

  app.post(
    '/api/v1/me/addresses',
    {
      config: { access: 'signed_in' },
      schema: {
        operationId: 'addAddress',
        summary: 'Keep an address',
        tags: ['places'],
        body: NewAddressSchema,
        response: { 201: AddressSchema },
      },
    },
    async (request, reply) => {
      reply.code(201);
      return addAddress(request.ctx, request.body);
    },
  );

  app.delete(
    '/api/v1/me/addresses/:id',
    {
      config: { access: 'signed_in' },
      schema: {
        operationId: 'deleteAddress',
        summary: 'Forget an address',
        tags: ['places'],
        params: AddressParams,
        response: { 204: Type.Null() },
      },
    },
    async (request, reply) => {
      await deleteAddress(request.ctx, request.params);
      reply.code(204);
      return null;
    },
  );
}
