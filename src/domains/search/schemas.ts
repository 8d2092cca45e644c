import { type TSchema, Type } from 'typebox';
import { Cursor, Instant, Limit, MoneySchema, Uuid } from '../../platform/http/index.ts';

const Nullable = <T extends TSchema>(schema: T) => Type.Union([schema, Type.Null()]);
const PointSchema = Type.Object({ lat: Type.Number(), lng: Type.Number() });
const ModeSchema = Type.Union([Type.Literal('online'), Type.Literal('in_person')]);
const SortSchema = Type.Union([
  Type.Literal('best'),
  Type.Literal('price'),
  Type.Literal('rating'),
  Type.Literal('distance'),
]);
const SubjectName = Type.Object({ slug: Type.String(), name: Type.String() });

const span = {
  start: Type.Integer({ description: 'UTF-16 offset into the wish' }),
  end: Type.Integer(),
  text: Type.String(),
};
const PriceSchema = Type.Object({
  ...span,
  minor: Type.Integer(),
  currency: Type.String(),
});

export const UnderstandQuery = Type.Object(
  {
    q: Type.String({ minLength: 1, maxLength: 300, description: 'the wish, as typed' }),
    market: Type.String({ maxLength: 10 }),
  },
  { additionalProperties: false },
);

export const UnderstoodSchema = Type.Object({
  text: Type.String(),
  market: Type.String({
    description:
      'the market the wish was read in: another than asked for when the wish speaks of it',
  }),
  subject: Type.Optional(Type.Object({ ...span, slug: Type.String(), name: Type.String() })),
  place: Type.Optional(
    Type.Object({
      ...span,
      slug: Type.String(),
      name: Type.String(),
      parentName: Nullable(Type.String()),
      point: PointSchema,
      reachM: Type.Integer({ description: 'metres around the point in which to search' }),
      spoken: Type.Boolean({ description: 'asked for as a place ("near", "in"), not just named' }),
    }),
  ),
  priceMax: Type.Optional(PriceSchema),
  priceInOtherCurrency: Type.Optional({
    ...PriceSchema,
    description: 'a price the market does not use: not converted, not searched by',
  }),
  mode: Type.Optional(Type.Object({ ...span, value: ModeSchema })),
  leftover: Type.String({ description: 'words that nothing was understood from' }),
});

export const SearchQuery = Type.Object(
  {
    market: Type.String({ maxLength: 10 }),
    subject: Type.Optional(Type.String({ maxLength: 60, description: 'slug of a subject' })),
    place: Type.Optional(Type.String({ maxLength: 100, description: 'slug of a place' })),
    withinM: Type.Optional(
      Type.Integer({ minimum: 100, maximum: 100_000, description: 'metres around the place' }),
    ),
    priceMax: Type.Optional(
      Type.Integer({
        minimum: 0,
        maximum: 1_000_000_000,
        description: 'most per hour, in minor units',
      }),
    ),
    mode: Type.Optional(ModeSchema),
    sort: Type.Optional(SortSchema),
    q: Type.Optional(
      Type.String({
        maxLength: 300,
        description: 'words: beside a subject or a place they rank, alone they filter',
      }),
    ),
    cursor: Cursor,
    limit: Limit(20, 50),
  },
  { additionalProperties: false },
);

const CardSchema = Type.Object({
  instructorId: Uuid,
  slug: Type.String(),
  displayName: Type.String(),
  headline: Type.String(),
  portrait: Type.String(),
  subjects: Type.Array(SubjectName),
  pricePerHour: MoneySchema,
  serviceId: Uuid,
  online: Type.Boolean(),
  inPerson: Type.Boolean(),
  placeName: Nullable(Type.String()),
  point: Nullable(PointSchema),
  distanceMeters: Nullable(Type.Integer()),
  rating: Nullable(Type.Number()),
  ratingCount: Type.Integer(),
  nextSlots: Type.Array(Instant),
  bio: Type.String(),
});

export const SearchResultsSchema = Type.Object({
  total: Type.Integer(),
  sort: SortSchema,
  items: Type.Array(CardSchema),
  facets: Type.Object({
    subjects: Type.Array(
      Type.Object({ slug: Type.String(), name: Type.String(), count: Type.Integer() }),
      {
        description: 'subjects that would give some; the wished one alone where there is one',
      },
    ),
    modes: Type.Array(Type.Object({ mode: ModeSchema, count: Type.Integer() })),
  }),
  relax: Type.Array(
    Type.Object({
      drop: Type.Union([
        Type.Literal('price'),
        Type.Literal('q'),
        Type.Literal('mode'),
        Type.Literal('place'),
        Type.Literal('subject'),
      ]),
      total: Type.Integer(),
    }),
    { description: 'when nothing is found: a wish to let go of, and how many that would give' },
  ),
  nextCursor: Nullable(Type.String()),
});
