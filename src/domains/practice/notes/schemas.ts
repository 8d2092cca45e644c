import { Type } from 'typebox';
import { Cursor, Instant, Limit, Page, Text } from '../../../platform/http/index.ts';

export const NotesQuery = Type.Object({ cursor: Cursor, limit: Limit(20) });
export const NoteBody = Type.Object({ text: Text({ min: 1, max: 2_000 }) });
export const NoteView = Type.Object(
  {
    library: Type.String(),
    slug: Type.String({ description: 'of the exercise' }),
    name: Type.String({ description: 'of the exercise' }),
    text: Type.String(),
    updatedAt: Instant,
  },
  { title: 'ExerciseNote' },
);
export const NotePage = Page(NoteView);
