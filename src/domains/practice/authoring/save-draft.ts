import { type Ctx, personOf } from '../../../platform/context.ts';
import { inTransaction } from '../../../platform/db/index.ts';
import { findUploaded } from '../../media/index.ts';
import {
  contentMissing,
  draftChanged,
  itemNotFound,
  notPublished,
  pictureNotYours,
} from '../errors.ts';
import * as queries from './authoring.queries.ts';
import {
  cleanExercise,
  cleanSequence,
  type Content,
  type ExerciseContent,
  type SequenceContent,
} from './content.ts';
import { assertDrawable, getItem, type Item } from './items.ts';

export interface SaveDraft {
  id: string;
  /** The one that fits the item's kind. */
  exercise?: ExerciseContent | undefined;
  sequence?: SequenceContent | undefined;
  /** As last read; 0 where there was none. */
  draftVersion: number;
}

/**
 * Keeps what was typed, whole or not. Throws not_found item_not_found, `invalid` content_missing,
 * drawing_malformed or picture_not_found, conflict draft_changed.
 */
export async function saveDraft(
  ctx: Ctx,
  { id, draftVersion, ...typed }: SaveDraft,
): Promise<Item> {
  const item = await getItem(ctx, id);
  const content = typed[item.kind];
  if (!content) throw contentMissing(item.kind);
  await write(ctx, item, { content: await checked(ctx, item, content), draftVersion });
  return getItem(ctx, id);
}

/** Puts content of the history into the draft. */
export async function overwriteDraft(ctx: Ctx, item: Item, content: Content): Promise<void> {
  await write(ctx, item, { content, draftVersion: item.draft?.version ?? 0 });
}

async function checked(ctx: Ctx, item: Item, content: Content): Promise<Content> {
  if (item.kind === 'sequence') return cleanSequence(content as SequenceContent);
  const exercise = cleanExercise(content as ExerciseContent);
  assertDrawable(exercise);
  return { ...exercise, photo: await photoOf(ctx, item, exercise) };
}

/** A photo is one that the author uploaded, or that the exercise has already. */
async function photoOf(ctx: Ctx, item: Item, { photo }: ExerciseContent) {
  if (!photo) return null;
  const before = [item.content, item.standing?.content] as (ExerciseContent | undefined)[];
  const known = before.find((one) => one?.photo?.digest === photo.digest)?.photo;
  if (known) return known;
  const picture = await findUploaded(ctx, photo.digest, { keeperId: personOf(ctx).id });
  if (!picture) throw pictureNotYours();
  const { digest, width, height, placeholder } = picture;
  return { digest, width, height, placeholder };
}

async function write(
  ctx: Ctx,
  item: Item,
  { content, draftVersion }: { content: Content; draftVersion: number },
): Promise<void> {
  const { id, kind, library, slug, ownerId } = item;
  await inTransaction(ctx, async (ctx) => {
    await queries.lockItem(ctx, id);
    const draft = await queries.findDraft(ctx, id);
    const standing = await queries.findStanding(ctx, id);
    if (!draft && !standing) throw itemNotFound();
    const version = draft?.version ?? 0;
    if (version !== draftVersion) throw draftChanged(version);
    await queries.saveDraftRow(ctx, {
      id,
      kind,
      library,
      slug,
      ownerId,
      content,
      name: content.name || item.content.name,
      baseVersion: standing?.version ?? 0,
      version: version + 1,
      editedBy: personOf(ctx).id,
    });
  });
}

/**
 * Throws the draft away; what was never published is gone with it. Throws not_found item_not_found,
 * conflict not_published where there is no draft.
 */
export async function discardDraft(ctx: Ctx, id: string): Promise<void> {
  const { draft } = await getItem(ctx, id);
  if (!draft) throw notPublished();
  await queries.deleteDraft(ctx, id);
}
