import { Type } from 'typebox';
import { Cursor, Limit, Page, Text, Uuid } from '../../platform/http/index.ts';

const PointSchema = Type.Object(
  {
    lat: Type.Number({ minimum: -90, maximum: 90 }),
    lng: Type.Number({ minimum: -180, maximum: 180 }),
  },
  { additionalProperties: false, description: 'WGS 84, degrees' },
);

const PlaceSchema = Type.Object({
  id: Uuid,
  slug: Type.String(),
  marketCode: Type.String(),
  kind: Type.Union([Type.Literal('city'), Type.Literal('neighbourhood')]),
  name: Type.String(),
  parentName: Type.Union([Type.String(), Type.Null()]),
  aliases: Type.Array(Type.String()),
  point: PointSchema,
  radiusM: Type.Integer({ description: 'how far the place reaches from its centre, in metres' }),
});

export const PlaceQuery = Type.Object({
  q: Type.Optional(
    Type.String({ maxLength: 80, description: 'the beginning of a name, or something like it' }),
  ),
  market: Type.String({ maxLength: 10 }),
  limit: Limit(8, 20),
});

export const PlaceList = Type.Object({ items: Type.Array(PlaceSchema) });

export const AddressSchema = Type.Object({
  id: Uuid,
  label: Type.String(),
  place: Type.Object({
    slug: Type.String(),
    name: Type.String(),
    parentName: Type.Union([Type.String(), Type.Null()]),
  }),
  point: PointSchema,
  isDefault: Type.Boolean(),
});

export const AddressPage = Page(AddressSchema);
export const AddressQuery = Type.Object({ cursor: Cursor, limit: Limit(20, 20) });
export const AddressParams = Type.Object({ id: Uuid });

export const NewAddressSchema = Type.Object({
  label: Text({ min: 1, max: 60 }),
  place: Text({ min: 1, max: 100 }),
  point: Type.Optional(PointSchema),
  isDefault: Type.Optional(Type.Boolean()),
});
