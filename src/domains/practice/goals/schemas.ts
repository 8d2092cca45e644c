import { Type } from 'typebox';
import { Instant, PlainDate } from '../../../platform/http/index.ts';
import { goalKinds } from './goal.ts';

const Kind = Type.Enum([...goalKinds], { type: 'string' });

export const GoalParams = Type.Object({ kind: Kind });
export const GoalBody = Type.Object({
  target: Type.Integer({ minimum: 1, maximum: 2_520, description: 'days or minutes' }),
});

export const GoalView = Type.Object(
  {
    kind: Kind,
    target: Type.Integer(),
    since: Instant,
    week: Type.String({ ...PlainDate, description: 'the Monday of this week' }),
    done: Type.Integer({ description: 'days or minutes of this week' }),
    reached: Type.Boolean(),
  },
  { title: 'PracticeGoal' },
);
export const GoalList = Type.Object({ items: Type.Array(GoalView) });
