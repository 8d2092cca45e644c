import { Type } from 'typebox';
import { Instant, PlainDate, TimeZone } from '../../../platform/http/index.ts';
import { GoalView } from '../goals/schemas.ts';
import { Nullable, OneOf } from '../schemas.ts';
import { achievementKeys } from './achievements.ts';

export const ProgressQuery = Type.Object({
  from: Type.Optional(PlainDate),
  to: Type.Optional(PlainDate),
  timeZone: Type.Optional(TimeZone),
});

const seconds = Type.Integer({ description: 'what counts of the time practised' });
const sessions = Type.Integer();

export const ProgressView = Type.Object(
  {
    today: PlainDate,
    sessions,
    seconds,
    streak: Type.Object({
      current: Type.Integer({ description: 'days' }),
      best: Type.Integer({ description: 'days' }),
      atRisk: Type.Boolean({ description: 'lives on its day of grace: practise today or it ends' }),
    }),
    calendar: Type.Object({
      from: PlainDate,
      to: PlainDate,
      days: Type.Array(Type.Object({ day: PlainDate, sessions, seconds }), {
        description: 'those with practice',
      }),
    }),
    areas: Type.Array(
      Type.Object({
        area: Nullable(Type.String({ description: 'null for what the library no longer has' })),
        seconds,
      }),
      { description: 'of these twelve weeks, most first' },
    ),
    weeks: Type.Array(
      Type.Object({
        week: Type.String({ ...PlainDate, description: 'its Monday' }),
        days: Type.Integer(),
        sessions,
        seconds,
      }),
      { description: 'the last twelve, oldest first' },
    ),
    goals: Type.Array(GoalView),
    achievements: Type.Array(
      Type.Object({
        key: OneOf(achievementKeys),
        target: Type.Integer(),
        done: Type.Integer(),
        earnedAt: Nullable(Instant),
      }),
    ),
  },
  { title: 'PracticeProgress' },
);
