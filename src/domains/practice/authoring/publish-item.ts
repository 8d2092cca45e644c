import { type Ctx, personOf } from '../../../platform/context.ts';
import { inTransaction } from '../../../platform/db/index.ts';
import { keepPicture } from '../../media/index.ts';
import { notPublished, notReady, nothingToPublish, publishedMeanwhile } from '../errors.ts';
import { forgetLibrary } from '../library/published-library.ts';
import {
  deleteDraft,
  findDraft,
  findStanding,
  lockItem,
  type Standing,
} from './authoring.queries.ts';
import type { ExerciseContent, SequenceContent } from './content.ts';
import { faultsOf, getItem, type Item } from './items.ts';
import * as queries from './publish.queries.ts';

/**
 * Shows the draft to everybody (an instructor's own: to whoever has its address), or what was
 * unpublished again. What it takes the place of stays in the history, also what shipped. Throws
 * not_found item_not_found, `invalid` not_ready with every fault, conflict nothing_to_publish or
 * published_meanwhile.
 */
export async function publishItem(ctx: Ctx, id: string): Promise<Item> {
  const { kind, library, slug, ownerId } = await getItem(ctx, id);
  await inTransaction(ctx, async (ctx) => {
    await lockItem(ctx, id);
    const standing = await findStanding(ctx, id);
    const draft = await findDraft(ctx, id);
    const content = draft?.content ?? standing!.content;
    if (!draft && standing?.status === 'published') throw nothingToPublish();
    const item = { id, kind, library, slug, ownerId, content };
    const faults = await faultsOf(ctx, item);
    if (faults.length > 0) throw notReady(faults);
    if (!draft) await queries.setStatus(ctx, item, 'published');
    else await publishDraft(ctx, item, { standing, baseVersion: draft.baseVersion });
    forgetLibrary(ctx);
  });
  return getItem(ctx, id);
}

type Publishable = Omit<Item, 'standing' | 'draft'>;

async function publishDraft(
  ctx: Ctx,
  item: Publishable,
  { standing, baseVersion }: { standing: Standing | undefined; baseVersion: number },
): Promise<void> {
  const { id, kind, content } = item;
  if ((standing?.version ?? 0) !== baseVersion) throw publishedMeanwhile();
  if (standing) await keepReplaced(ctx, standing);
  if (kind === 'exercise') {
    const exercise = content as ExerciseContent;
    if (exercise.photo) await keepPicture(ctx, exercise.photo, id);
    await queries.publishExercise(ctx, item, exercise);
  } else await queries.publishSequence(ctx, item, content as SequenceContent);
  await queries.keepRevision(ctx, {
    id,
    kind,
    content,
    version: baseVersion + 1,
    byPerson: personOf(ctx).id,
    at: ctx.clock.now(),
  });
  await deleteDraft(ctx, id);
}

/** What shipped, or was changed elsewhere, has no line of its own in the history until it is replaced. */
const keepReplaced = (ctx: Ctx, { id, kind, version, content, updatedAt }: Standing) =>
  queries.keepRevision(ctx, { id, kind, version, content, byPerson: null, at: updatedAt });

/**
 * Takes it out of the library. Sequences that use an exercise keep it. Throws not_found
 * item_not_found, conflict not_published.
 */
export async function unpublishItem(ctx: Ctx, id: string): Promise<Item> {
  const { kind } = await getItem(ctx, id);
  await inTransaction(ctx, async (ctx) => {
    await lockItem(ctx, id);
    const standing = await findStanding(ctx, id);
    if (standing?.status !== 'published') throw notPublished();
    await queries.setStatus(ctx, { id, kind }, 'archived');
    forgetLibrary(ctx);
  });
  return getItem(ctx, id);
}
