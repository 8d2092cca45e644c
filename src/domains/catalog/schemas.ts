import { type Static, Type } from 'typebox';
import {
  Cursor,
  Limit,
  MoneySchema,
  Page,
  Text,
  TimeZone,
  Uuid,
} from '../../platform/http/index.ts';
import { durationMinutesMax, durationMinutesMin, durationStepMinutes } from './services/service.ts';

const Slug = Type.String({ pattern: '^[a-z0-9]+(-[a-z0-9]+)*$', maxLength: 80 });
const Nullable = <T extends Parameters<typeof Type.Array>[0]>(type: T) =>
  Type.Union([type, Type.Null()]);

const SubjectView = Type.Object({
  slug: Type.String(),
  name: Type.String(),
  icon: Type.String({ description: 'name of the drawn icon' }),
  synonyms: Type.Array(Type.String()),
});

export const SubjectList = Type.Object({ items: Type.Array(SubjectView), nextCursor: Type.Null() });

export const EditableSubject = Type.Object({
  ...SubjectView.properties,
  position: Type.Integer(),
  active: Type.Boolean(),
});

const subjectFields = {
  name: Text({ min: 2, max: 60 }),
  synonyms: Type.Array(Text({ min: 1, max: 60 }), { maxItems: 40 }),
  icon: Type.String({ pattern: '^[a-z0-9-]{2,40}$' }),
  position: Type.Integer({ minimum: 1, maximum: 100_000 }),
  active: Type.Boolean(),
};

export const NewSubjectBody = Type.Object({
  slug: Type.String({ pattern: '^[a-z0-9]+(-[a-z0-9]+)*$', minLength: 2, maxLength: 40 }),
  name: subjectFields.name,
  synonyms: Type.Optional(subjectFields.synonyms),
  icon: Type.Optional(subjectFields.icon),
  position: Type.Optional(subjectFields.position),
  active: Type.Optional(subjectFields.active),
});

export const SubjectChangeBody = Type.Partial(Type.Object(subjectFields), { minProperties: 1 });

export const SlugParams = Type.Object({ slug: Slug });
export const ServiceParams = Type.Object({ id: Uuid });

const ServicePlaceSchema = Type.Union([Type.Literal('online'), Type.Literal('instructor')]);

export const ServiceView = Type.Object(
  {
    id: Uuid,
    subject: Type.Object({ slug: Type.String(), name: Type.String() }),
    title: Type.String(),
    durationMinutes: Type.Integer(),
    price: MoneySchema,
    place: ServicePlaceSchema,
    active: Type.Boolean(),
  },
  { title: 'Service' },
);

const profileView = {
  id: Uuid,
  slug: Type.String(),
  displayName: Type.String(),
  headline: Type.String(),
  bio: Type.String(),
  lessonText: Type.String(),
  languages: Type.Array(Type.String()),
  portrait: Type.String({ description: 'to be seen at /portraits/{portrait}.svg' }),
  marketCode: Type.String(),
  placeName: Nullable(Type.String()),
  point: Nullable(
    Type.Object(
      { lat: Type.Number(), lng: Type.Number() },
      { description: 'the area, not an address' },
    ),
  ),
  timeZone: Type.String(),
  services: Type.Array(ServiceView),
};

export const InstructorView = Type.Object(
  {
    ...profileView,
    isDemo: Type.Boolean({ description: 'an invented person of the demo data' }),
    facts: Type.Object(
      {
        url: Type.String(),
        image: Type.String(),
        knowsAbout: Type.Array(Type.String()),
        knowsLanguage: Type.Array(Type.String()),
        areaServed: Nullable(Type.String()),
        country: Type.String(),
        prices: Nullable(Type.Object({ min: MoneySchema, max: MoneySchema })),
        publishedAt: Type.String(),
        updatedAt: Type.String(),
      },
      { description: 'ready for structured data and link previews' },
    ),
  },
  { title: 'Instructor' },
);

export const OwnProfileView = Type.Object(
  {
    ...profileView,
    placeSlug: Nullable(Type.String()),
    status: Type.Union([Type.Literal('draft'), Type.Literal('published')]),
    missing: Type.Array(Type.String(), { description: 'what must be added before publishing' }),
  },
  { title: 'OwnProfile' },
);

export const InstructorPage = Page(
  Type.Object({
    slug: Type.String(),
    displayName: Type.String(),
    headline: Type.String(),
    portrait: Type.String(),
    marketCode: Type.String(),
    updatedAt: Type.String(),
  }),
);

export const InstructorQuery = Type.Object({ cursor: Cursor, limit: Limit(50, 500) });

export const ProfileBody = Type.Object({
  displayName: Text({ min: 2, max: 80 }),
  headline: Text({ max: 120 }),
  bio: Text({ max: 3000 }),
  lessonText: Text({ max: 2000 }),
  languages: Type.Array(Type.String({ pattern: '^[a-z]{2,3}$' }), { maxItems: 8 }),
  placeSlug: Nullable(Slug),
  timeZone: Type.Optional(TimeZone),
});

const serviceFields = {
  subjectSlug: Slug,
  title: Text({ min: 2, max: 80 }),
  durationMinutes: Type.Integer({
    minimum: durationMinutesMin,
    maximum: durationMinutesMax,
    multipleOf: durationStepMinutes,
  }),
  price: Type.Object({ ...MoneySchema.properties }, { additionalProperties: false }),
  place: ServicePlaceSchema,
};

export const NewServiceBody = Type.Object(serviceFields);
export const ServiceChangeBody = Type.Partial(
  Type.Object({ ...serviceFields, active: Type.Boolean() }),
  { minProperties: 1 },
);

export type SubjectListBody = Static<typeof SubjectList>;

export const PortraitBody = Type.Object({
  picture: Type.Union([Type.String({ pattern: '^[0-9a-f]{32}$' }), Type.Null()], {
    description: 'digest of a picture that I uploaded',
  }),
});
