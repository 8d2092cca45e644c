import { Type } from 'typebox';
import { Cursor, Instant, Limit, Page, Text } from '../../../platform/http/index.ts';
import {
  CautionWord,
  Level,
  Nullable,
  OneOf,
  sequence,
  sequenceView,
  Slug,
  StepView,
} from '../schemas.ts';
import { changeSecondsMax, stepSecondsMax, stepsMax } from './own-sequence.ts';
import { warningCodes } from './warnings.ts';

const Side = OneOf(['left', 'right'] as const);
const Steps = (minItems: number) =>
  Type.Array(
    Type.Object(
      {
        exercise: Slug,
        side: Type.Optional(Nullable(Side)),
        seconds: Type.Integer({ minimum: 1, maximum: stepSecondsMax }),
        transition: Type.Optional(Nullable(Text({ max: 300 }))),
      },
      { additionalProperties: false },
    ),
    { minItems, maxItems: stepsMax },
  );
const library = Type.Optional(Slug);
const changeSeconds = Type.Optional(
  Type.Integer({ minimum: 0, maximum: changeSecondsMax, description: 'between two steps' }),
);
const texts = {
  name: Text({ min: 1, max: 80 }),
  summary: Type.Optional(Text({ max: 600 })),
  changeSeconds,
};
const Version = Type.Integer({ minimum: 1, description: 'the one that was read' });

export const OwnSequencesQuery = Type.Object({ cursor: Cursor, limit: Limit(20) });
export const CreateBody = Type.Object({ library, ...texts, steps: Steps(1) });
export const ChangeBody = Type.Object({ version: Version, ...texts, steps: Steps(1) });
export const SharingBody = Type.Object({ shared: Type.Boolean() });
export const CheckBody = Type.Object({ library, changeSeconds, steps: Steps(0) });

const warnings = Type.Array(
  Type.Object(
    {
      code: OneOf(warningCodes),
      step: Type.Integer({ description: 'the first that it is about, from 1 on' }),
      exercise: Type.String({ description: 'slug' }),
      name: Type.String(),
      side: Nullable(Side),
      seconds: Nullable(Type.Integer()),
      cautions: Type.Array(CautionWord),
    },
    { title: 'SequenceWarning' },
  ),
  { description: 'worth a thought for the one who asks; nothing is forbidden' },
);

export const CheckView = Type.Object(
  {
    seconds: Type.Integer(),
    changeSeconds: Type.Integer(),
    level: Level,
    steps: Type.Array(StepView),
    warnings,
  },
  { title: 'CheckedSequence' },
);

const own = { shared: Type.Boolean(), version: Type.Integer(), updatedAt: Instant };
export const OwnSequenceView = Type.Object(
  { ...sequenceView, ...own, warnings },
  { title: 'OwnSequence' },
);
export const OwnSequencePage = Page(
  Type.Object(
    { ...sequence, stepCount: Type.Integer(), figures: Type.Array(Type.String()), ...own },
    { title: 'OwnSequenceCard' },
  ),
);
