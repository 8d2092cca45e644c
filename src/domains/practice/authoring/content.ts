import { type Static, Type } from 'typebox';
import { Text } from '../../../platform/http/index.ts';
import { type Caution, cautions, type Illustration, levels } from '../content/exercise.ts';

// What an author types is kept whole or not; only sizes are bounded here. The rules of what may be
// published are in exercise-rules.ts and sequence-rules.ts.

const Level = Type.Enum([...levels], { type: 'string' });
const Slug = Type.String({ pattern: '^[a-z0-9]+(-[a-z0-9]+)*$', maxLength: 80 });
const Nullable = <T extends Parameters<typeof Type.Union>[0][number]>(one: T) =>
  Type.Union([one, Type.Null()]);
const name = Text({ min: 1, max: 80 });
const list = (longest: number, most: number) =>
  Type.Array(Text({ max: longest }), { maxItems: most });
const Slugs = Type.Array(Slug, { maxItems: 8 });
const Cautions = Type.Array(Type.Enum([...cautions], { type: 'string' }), {
  maxItems: cautions.length,
});

const Photo = Type.Object(
  {
    digest: Type.String({ pattern: '^[0-9a-f]{32}$' }),
    width: Type.Integer({ minimum: 1 }),
    height: Type.Integer({ minimum: 1 }),
    placeholder: Type.String({ pattern: '^data:image/webp;base64,', maxLength: 1000 }),
  },
  { title: 'ExercisePhoto' },
);
export type Photo = Static<typeof Photo>;

const Fingers = Type.Optional(
  Type.Array(
    Type.Array(Type.Union([Type.String({ maxLength: 3 }), Type.Integer()]), {
      minItems: 2,
      maxItems: 2,
    }),
    { maxItems: 20 },
  ),
);
/** What else is to be said of a pose, `isPose` and `poseFaults` know. */
const Drawing = Type.Unsafe<Illustration>(
  Type.Union([
    Type.Object({
      kind: Type.Literal('figure'),
      pose: Type.Object({}, { additionalProperties: true, description: 'see src/figures' }),
    }),
    Type.Object({
      kind: Type.Literal('keys'),
      from: Type.String({ maxLength: 3 }),
      to: Type.String({ maxLength: 3 }),
      right: Fingers,
      left: Fingers,
    }),
  ]),
);

export const ExerciseContent = Type.Object(
  {
    name,
    original: Nullable(Text({ max: 120 })),
    aliases: list(80, 12),
    level: Level,
    category: Text({ max: 40 }),
    areas: list(30, 12),
    seconds: Type.Integer({ minimum: 0, maximum: 3600 }),
    twoSided: Type.Boolean(),
    steps: list(1200, 20),
    benefits: list(300, 12),
    contraindications: Cautions,
    precautions: Cautions,
    safety: Text({ max: 1200 }),
    breath: Text({ max: 300 }),
    preparatory: Slugs,
    counter: Slugs,
    related: Slugs,
    illustration: Nullable(Drawing),
    photo: Nullable(Photo),
    plus: Type.Boolean({ description: 'for subscribers' }),
  },
  { title: 'ExerciseContent', additionalProperties: false },
);
export type ExerciseContent = Omit<
  Static<typeof ExerciseContent>,
  'contraindications' | 'precautions'
> & { contraindications: Caution[]; precautions: Caution[] };

export const SequenceContent = Type.Object(
  {
    name,
    level: Level,
    summary: Text({ max: 600 }),
    audience: Text({ max: 300 }),
    benefits: list(300, 8),
    changeSeconds: Type.Integer({ minimum: 0, maximum: 60 }),
    steps: Type.Array(
      Type.Object({
        exercise: Slug,
        side: Nullable(Type.Enum(['left', 'right'], { type: 'string' })),
        seconds: Type.Integer({ minimum: 0, maximum: 3600 }),
        transition: Nullable(Text({ max: 300 })),
      }),
      { maxItems: 500 },
    ),
    plus: Type.Boolean({ description: 'for subscribers' }),
  },
  { title: 'SequenceContent', additionalProperties: false },
);
export type SequenceContent = Static<typeof SequenceContent>;

export const kinds = ['exercise', 'sequence'] as const;
export type Kind = (typeof kinds)[number];
export type Content = ExerciseContent | SequenceContent;

/** What keeps something from being published, said of one field. */
export interface Fault {
  field: string;
  text: string;
}

export const newExercise = (named: string, category: string): ExerciseContent => ({
  name: named,
  original: null,
  aliases: [],
  level: 'beginner',
  category,
  areas: [],
  seconds: 30,
  twoSided: false,
  steps: [],
  benefits: [],
  contraindications: [],
  precautions: [],
  safety: '',
  breath: '',
  preparatory: [],
  counter: [],
  related: [],
  illustration: null,
  photo: null,
  plus: false,
});

export const newSequence = (named: string): SequenceContent => ({
  name: named,
  level: 'beginner',
  summary: '',
  audience: '',
  benefits: [],
  changeSeconds: 5,
  steps: [],
  plus: false,
});

// Control characters, and marks that turn the direction of the text around them.
const unseen = /[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]+/gu;
const line = (text: string): string =>
  text.toWellFormed().normalize('NFC').replace(unseen, ' ').replace(/\s+/gu, ' ').trim();
const lines = (texts: readonly string[]): string[] => texts.map(line).filter(Boolean);

/** As it is kept: composed, single spaces, no empty lines. */
export function cleanExercise(content: ExerciseContent): ExerciseContent {
  return {
    ...content,
    name: line(content.name),
    original: line(content.original ?? '') || null,
    aliases: lines(content.aliases),
    steps: lines(content.steps),
    benefits: lines(content.benefits),
    safety: line(content.safety),
    breath: line(content.breath),
  };
}

export function cleanSequence(content: SequenceContent): SequenceContent {
  return {
    ...content,
    name: line(content.name),
    summary: line(content.summary),
    audience: line(content.audience),
    benefits: lines(content.benefits),
    steps: content.steps.map((step) => ({
      ...step,
      transition: line(step.transition ?? '') || null,
    })),
  };
}
