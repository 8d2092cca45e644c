import { type Ctx, personOf } from '../../../platform/context.ts';
import { invalid } from '../../../platform/errors/index.ts';
import { decodeIdCursor, pageById } from '../../../platform/http/index.ts';
import { exerciseNotFound, noteNotFound } from '../errors.ts';
import {
  deleteNote,
  findNotable,
  findNoteOn,
  listNotesAfter,
  type NoteRow,
  upsertNote,
} from './notes.queries.ts';

export interface ExerciseKey {
  library: string;
  slug: string;
}

const viewNote = ({ library, slug, name, text, updatedAt }: NoteRow) => ({
  library,
  slug,
  name,
  text,
  updatedAt: updatedAt.toString(),
});

/** One's own. Throws `invalid` bad_cursor. */
export async function listNotes(
  ctx: Ctx,
  { cursor, limit }: { cursor?: string | undefined; limit: number },
) {
  const after = cursor === undefined ? undefined : decodeIdCursor(cursor);
  const rows = await listNotesAfter(ctx, personOf(ctx).id, { after, limit: limit + 1 });
  const { items, nextCursor } = pageById(rows, limit);
  return { items: items.map(viewNote), nextCursor };
}

/** Throws not_found exercise_not_found or note_not_found. */
export async function getNote(ctx: Ctx, key: ExerciseKey) {
  const note = await findNoteOn(ctx, personOf(ctx).id, await exerciseId(ctx, key));
  if (!note) throw noteNotFound();
  return viewNote(note);
}

/** Throws `invalid` note_empty, not_found exercise_not_found. */
export async function writeNote(ctx: Ctx, { text, ...key }: ExerciseKey & { text: string }) {
  const { id } = personOf(ctx);
  const kept = text.toWellFormed().trim();
  if (kept === '')
    throw invalid('note_empty', 'Write something, or delete the note.', { field: 'text' });
  await upsertNote(ctx, id, { exerciseId: await exerciseId(ctx, key), text: kept });
  return getNote(ctx, key);
}

/** Throws not_found exercise_not_found. */
export async function dropNote(ctx: Ctx, key: ExerciseKey): Promise<void> {
  await deleteNote(ctx, personOf(ctx).id, await exerciseId(ctx, key));
}

async function exerciseId(ctx: Ctx, key: ExerciseKey): Promise<string> {
  const exercise = await findNotable(ctx, key);
  if (!exercise) throw exerciseNotFound();
  return exercise.id;
}
