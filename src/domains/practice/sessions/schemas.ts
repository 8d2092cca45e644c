import { Type } from 'typebox';
import { Instant, Page, PlainDate, Text, TimeZone, Uuid } from '../../../platform/http/index.ts';
import { achievementKeys } from '../progress/achievements.ts';
import { Nullable, OneOf, Slug } from '../schemas.ts';

const sessionsPerSync = 50;

export const PracticeBody = Type.Object(
  {
    id: Uuid,
    library: Type.Optional(Slug),
    sequence: Type.Optional(Slug),
    title: Type.Optional(Text({ min: 1, max: 80 })),
    startedAt: Instant,
    finishedAt: Instant,
    timeZone: TimeZone,
    steps: Type.Array(
      Type.Object(
        {
          exercise: Slug,
          seconds: Type.Integer({
            minimum: 0,
            maximum: 86_400,
            description: 'practised, without pauses; 0 when it was skipped',
          }),
        },
        { additionalProperties: false },
      ),
      { minItems: 1, maxItems: 500 },
    ),
  },
  { title: 'FinishedPractice', additionalProperties: false },
);

export const SyncBody = Type.Object({
  sessions: Type.Array(PracticeBody, { minItems: 1, maxItems: sessionsPerSync }),
});

export const SessionParams = Type.Object({ id: Uuid });

const session = {
  id: Type.String(),
  library: Type.String(),
  sequence: Nullable(Type.String({ description: 'slug' })),
  title: Type.String(),
  startedAt: Instant,
  finishedAt: Instant,
  seconds: Type.Integer({ description: 'practised, without pauses' }),
  countedSeconds: Type.Integer({
    description: 'less than `seconds` where another session at the same time has counted them',
  }),
  stepsDone: Type.Integer(),
  timeZone: Type.String(),
  localDay: PlainDate,
};
export const SessionPage = Page(Type.Object(session, { title: 'PracticeSessionCard' }));

export const SessionView = Type.Object(
  {
    ...session,
    exercises: Type.Array(
      Type.Object({
        exercise: Type.String({ description: 'slug' }),
        name: Nullable(Type.String({ description: 'null when the library no longer has it' })),
        times: Type.Integer(),
        seconds: Type.Integer(),
      }),
    ),
  },
  { title: 'PracticeSession' },
);

const earned = Type.Array(
  Type.Object({
    key: OneOf(achievementKeys),
    earnedAt: Instant,
  }),
  { description: 'achievements that are new with this' },
);

export const RecordedView = Type.Object({ session: SessionView, earned });

export const SyncedView = Type.Object({
  items: Type.Array(
    Type.Object({
      id: Type.String(),
      status: Type.Enum(['saved', 'known', 'refused'], {
        type: 'string',
        description: 'saved and known ones may leave the queue; refused ones will be refused again',
      }),
      session: Type.Optional(SessionView),
      error: Type.Optional(
        Type.Object({
          field: Nullable(Type.String()),
          code: Type.String(),
          detail: Type.String(),
        }),
      ),
    }),
  ),
  earned,
});
