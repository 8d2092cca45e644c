import { Type } from 'typebox';
import {
  Cursor,
  Instant,
  Limit,
  Page,
  PlainDate,
  Text,
  Uuid,
} from '../../../platform/http/index.ts';
import { Nullable, Slug } from '../schemas.ts';

const homework = {
  id: Uuid,
  sequence: Type.Object({
    library: Type.String(),
    slug: Type.String(),
    name: Type.String(),
    seconds: Type.Integer({ description: 'when it was given' }),
    figures: Type.Array(Type.String()),
    available: Type.Boolean({ description: 'false: it was unpublished or is private since' }),
  }),
  times: Type.Integer({ description: 'the target' }),
  done: Type.Integer({
    description: 'sessions until the day it is due; half of the sequence counts',
  }),
  late: Type.Integer({ description: 'sessions after that day' }),
  dueOn: PlainDate,
  note: Type.String(),
  state: Type.Enum(['open', 'done', 'overdue', 'ended'], { type: 'string' }),
  lastDoneAt: Nullable(Instant),
  createdAt: Instant,
};

export const HomeworkQuery = Type.Object({ cursor: Cursor, limit: Limit(20) });
export const MyHomeworkPage = Page(
  Type.Object(
    {
      ...homework,
      from: Nullable(
        Type.Object({ name: Type.String(), slug: Type.String(), portrait: Type.String() }),
      ),
    },
    { title: 'MyHomework' },
  ),
);

export const AssignBody = Type.Object({
  bookingId: Uuid,
  sequence: Slug,
  times: Type.Integer({ minimum: 1, maximum: 60 }),
  dueOn: PlainDate,
  note: Type.Optional(Text({ max: 500 })),
});
export const GivenQuery = Type.Object({
  bookingId: Type.Array(Uuid, { minItems: 1, maxItems: 100 }),
});
export const GivenList = Type.Object({
  items: Type.Array(
    Type.Object(
      {
        bookingId: Uuid,
        mayAssign: Type.Boolean({ description: 'the two have had a lesson' }),
        homework: Type.Array(Type.Object(homework, { title: 'Homework' })),
      },
      { title: 'LessonHomework' },
    ),
  ),
});
export const HomeworkParams = Type.Object({ id: Uuid });
