import { Type } from 'typebox';
import { Cursor, Instant, Limit, Page, Text, Uuid } from '../../../platform/http/index.ts';
import { ExerciseView, Nullable, SequenceView, Slug } from '../schemas.ts';
import { ExerciseContent, kinds, SequenceContent } from './content.ts';

const Kind = Type.Enum([...kinds], { type: 'string' });
const Status = Type.Enum(['draft', 'published', 'archived'], {
  type: 'string',
  description: 'archived: was published, and is no longer shown',
});
const Own = Type.Boolean({ description: "an instructor's own; else the library's, for operators" });

export const ItemsQuery = Type.Object({
  own: Type.Optional(Own),
  kind: Type.Optional(Kind),
  library: Type.Optional(Slug),
  q: Type.Optional(Text({ max: 100 })),
  cursor: Cursor,
  limit: Limit(20),
});
const head = {
  id: Uuid,
  kind: Kind,
  library: Type.String(),
  slug: Type.String(),
  name: Type.String(),
  status: Status,
  hasDraft: Type.Boolean(),
  isEdited: Type.Boolean({ description: 'changed here: the next release leaves it alone' }),
  isShipped: Type.Boolean({ description: 'came with the product' }),
  updatedAt: Instant,
};
export const ItemPage = Page(
  Type.Object({ ...head, plus: Type.Boolean() }, { title: 'AuthoredItem' }),
);

export const NewItemBody = Type.Object({
  own: Type.Optional(Own),
  kind: Kind,
  library: Slug,
  name: Text({ min: 1, max: 80 }),
});
export const ItemParams = Type.Object({ id: Uuid });

export const ItemView = Type.Object(
  {
    ...head,
    own: Type.Boolean(),
    draftVersion: Type.Integer({ description: 'of the draft as it stands; 0 without one' }),
    publishedVersion: Nullable(Type.Integer()),
    choices: Type.Object({
      areas: Type.Array(Type.String()),
      categories: Type.Array(Type.String()),
    }),
    exercise: Nullable(ExerciseContent),
    sequence: Nullable(SequenceContent),
    faults: Type.Array(Type.Object({ field: Type.String(), text: Type.String() }), {
      description: 'what keeps it from being published',
    }),
  },
  { title: 'ItemInWork' },
);
const draftVersion = Type.Integer({ minimum: 0, maximum: 2_147_483_647 });
/** The one that fits the item's kind. */
export const DraftBody = Type.Object({
  draftVersion,
  exercise: Type.Optional(ExerciseContent),
  sequence: Type.Optional(SequenceContent),
});
export const RestoreBody = Type.Object({
  version: Type.Integer({ minimum: 1, maximum: 2_147_483_647 }),
});
export const PreviewView = Type.Object({
  exercise: Nullable(ExerciseView),
  sequence: Nullable(SequenceView),
});

export const HistoryQuery = Type.Object({ cursor: Cursor, limit: Limit(20) });
export const HistoryPage = Page(
  Type.Object(
    {
      version: Type.Integer(),
      name: Type.String(),
      by: Nullable(Type.String({ description: 'null for what shipped' })),
      publishedAt: Instant,
      isCurrent: Type.Boolean(),
      changed: Type.Array(Type.String(), { description: 'fields that differ from the one before' }),
    },
    { title: 'Revision' },
  ),
);
