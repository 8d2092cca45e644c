import { Type } from 'typebox';
import { Cursor, Limit, Text } from '../../platform/http/index.ts';
import { cautions, levels } from './content/exercise.ts';
import { sorts } from './library/find-exercises.ts';

export const OneOf = <const T extends readonly string[]>(choices: T) =>
  Type.Enum([...choices] as unknown as [T[number], ...T[number][]], { type: 'string' });
export const Nullable = <T extends Parameters<typeof Type.Union>[0][number]>(one: T) =>
  Type.Union([one, Type.Null()]);

export const Slug = Type.String({ pattern: '^[a-z0-9]+(-[a-z0-9]+)*$', maxLength: 80 });
const Area = Text({ min: 1, max: 30 });

/** Comes as one or many values of a query. */
const Many = <T extends Parameters<typeof Type.Array>[0]>(item: T, maxItems: number) =>
  Type.Optional(Type.Array(item, { maxItems }));

export const PosesQuery = Type.Object({
  q: Type.Optional(Text({ max: 100 })),
  level: Many(OneOf(levels), 3),
  area: Many(Area, 12),
  sort: Type.Optional(OneOf(sorts)),
  cursor: Cursor,
  limit: Limit(20),
});
export const ExercisesQuery = Type.Object({ library: Slug, ...PosesQuery.properties });
export const SlugParams = Type.Object({ slug: Slug });
export const LibrarySlugParams = Type.Object({ library: Slug, slug: Slug });
export const CautionWord = OneOf(cautions);
export const Level = OneOf(levels);
const card = {
  slug: Type.String(),
  name: Type.String(),
  original: Nullable(Type.String({ description: "in the field's own tongue" })),
  level: Level,
  category: Type.String(),
  areas: Type.Array(Type.String()),
  seconds: Type.Integer({ description: 'recommended, for each side' }),
  twoSided: Type.Boolean(),
  plus: Type.Boolean({ description: 'for subscribers' }),
  figure: Nullable(Type.String({ description: 'address of a drawing' })),
};

const ExerciseCard = Type.Object(card, { title: 'ExerciseCard' });
export const ExercisePage = Type.Object({
  items: Type.Array(ExerciseCard),
  total: Type.Integer(),
  nextCursor: Nullable(Type.String()),
});

const Links = Type.Array(
  Type.Object({ slug: card.slug, name: card.name, original: card.original, figure: card.figure }),
);

const sharedWith =
  'address of a WebP picture for links to it, 1200 pixels wide; also 600 and 200 in place of 1200';
const PictureView = Type.Object(
  {
    digest: Type.String(),
    width: Type.Integer(),
    height: Type.Integer(),
    placeholder: Type.String({ description: 'a tiny picture as a data address' }),
    files: Type.Array(
      Type.Object({ url: Type.String(), width: Type.Integer(), type: Type.String() }),
    ),
  },
  { title: 'ExercisePicture' },
);

export const ExerciseView = Type.Object(
  {
    ...card,
    library: Type.String(),
    aliases: Type.Array(Type.String()),
    steps: Type.Array(Type.String()),
    benefits: Type.Array(Type.String()),
    contraindications: Type.Array(Type.String()),
    precautions: Type.Array(Type.String()),
    safety: Type.String(),
    breath: Type.String(),
    stepCount: Type.Integer(),
    locked: Type.Boolean({
      description: 'only the first steps are shown; the rest is for subscribers',
    }),
    photo: Nullable(PictureView),
    picture: Nullable(Type.String({ description: sharedWith })),
    preparatory: Links,
    counter: Links,
    related: Links,
  },
  { title: 'Exercise' },
);

const LibraryView = Type.Object(
  {
    slug: Type.String(),
    exercises: Type.Integer(),
    sequences: Type.Integer(),
    areas: Type.Array(Type.String()),
  },
  { title: 'Library' },
);
export const LibraryList = Type.Object({ items: Type.Array(LibraryView), nextCursor: Type.Null() });

export const sequence = {
  slug: Type.String(),
  library: Type.String(),
  name: Type.String(),
  level: Level,
  summary: Type.String(),
  audience: Type.String(),
  benefits: Type.Array(Type.String()),
  seconds: Type.Integer({ description: 'with the changes between steps' }),
  changeSeconds: Type.Integer(),
  plus: Type.Boolean(),
};
export const StepView = Type.Object(
  {
    exercise: ExerciseCard,
    side: Nullable(OneOf(['left', 'right'] as const)),
    seconds: Type.Integer(),
    transition: Nullable(Type.String()),
    breath: Type.String(),
  },
  { title: 'SequenceStep' },
);

const SequenceCard = Type.Object(
  { ...sequence, stepCount: Type.Integer(), figures: Type.Array(Type.String()) },
  { title: 'SequenceCard' },
);
export const SequencesQuery = Type.Object({
  library: Type.Optional(Slug),
  cursor: Cursor,
  limit: Limit(20),
});
export const SequencePage = Type.Object({
  items: Type.Array(SequenceCard),
  nextCursor: Nullable(Type.String()),
});
export const sequenceView = {
  ...sequence,
  by: OneOf(['library', 'me', 'another'] as const),
  picture: Nullable(Type.String({ description: sharedWith })),
  steps: Type.Array(StepView),
};
export const SequenceView = Type.Object(
  {
    ...sequenceView,
    stepCount: Type.Integer(),
    locked: Type.Boolean({
      description: 'only the first steps are shown; the rest is for subscribers',
    }),
  },
  { title: 'Sequence' },
);

export const MakeBody = Type.Object({
  library: Type.Optional(Slug),
  minutes: Type.Integer({ minimum: 1, maximum: 240 }),
  areas: Type.Optional(Type.Array(Area, { maxItems: 6 })),
  level: Type.Optional(Level),
  without: Type.Optional(Type.Array(CautionWord, { maxItems: cautions.length })),
  seed: Type.Optional(Type.Integer({ minimum: 0, maximum: 2_147_483_647 })),
});
export const MadeView = Type.Object(
  {
    seconds: Type.Integer(),
    changeSeconds: Type.Integer(),
    seed: Type.Integer({ description: 'the same gives the same again' }),
    steps: Type.Array(StepView),
  },
  { title: 'MadePractice' },
);
