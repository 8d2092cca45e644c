import type { Ctx } from '../../../platform/context.ts';
import { afterCommit, inTransaction } from '../../../platform/db/index.ts';
import { instructorsForSearch, listInstructors, listSubjects } from '../../catalog/index.ts';
import { ratingsOf } from '../../reviews/index.ts';
import { freeSlotsOfMany } from '../../scheduling/index.ts';
import { buildDocument, slotsKept, slotsQuestion } from './build-document.ts';
import {
  deleteDocuments,
  lockDocuments,
  selectDocumentIds,
  selectStale,
  writeDocuments,
} from './documents.queries.ts';

const batchSize = 250;

/** Brings these instructors' documents up to date with what the owners say; removes those not to be found. */
export async function refreshDocuments(ctx: Ctx, instructorIds: readonly string[]): Promise<void> {
  for (let at = 0; at < instructorIds.length; at += batchSize) {
    const batch = instructorIds.slice(at, at + batchSize);
    await inTransaction(ctx, (tx) => refreshBatch(tx, batch));
  }
}

async function refreshBatch(ctx: Ctx, instructorIds: readonly string[]): Promise<void> {
  await lockDocuments(ctx, instructorIds);
  const found = (await instructorsForSearch(ctx, instructorIds)).filter(
    ({ services }) => services.length > 0,
  );
  const ids = found.map(({ instructor }) => instructor.id);
  const ratings = await ratingsOf(ctx, ids);
  const slots = await freeSlotsOfMany(ctx, found.map(slotsQuestion), { count: slotsKept });
  const synonyms = new Map(
    (await listSubjects(ctx)).map((subject) => [subject.slug, subject.synonyms]),
  );
  const documents = found.map((one) =>
    buildDocument(one, {
      rating: ratings.get(one.instructor.id)!,
      slots: slots.get(one.instructor.id)!,
      synonyms,
      now: ctx.clock.now(),
    }),
  );
  await deleteDocuments(
    ctx,
    instructorIds.filter((id) => !ids.includes(id)),
  );
  await writeDocuments(ctx, documents);
  afterCommit(ctx, () => ctx.bus.publish('search'));
}

/** Builds every document anew, in batches: after a bulk load, or when the shape of documents has changed. */
export async function rebuildSearch(ctx: Ctx): Promise<{ documents: number }> {
  const gone = new Set(await selectDocumentIds(ctx));
  let documents = 0;
  let cursor: string | null | undefined;
  do {
    const page = await listInstructors(ctx, { limit: batchSize, ...(cursor && { cursor }) });
    const ids = page.items.map(({ id }) => id);
    await refreshDocuments(ctx, ids);
    for (const id of ids) gone.delete(id);
    documents += ids.length;
    cursor = page.nextCursor;
  } while (cursor);
  // Asked once more rather than deleted: one of them may have been published meanwhile.
  await refreshDocuments(ctx, [...gone]);
  return { documents };
}

const staleBatchesMax = 20;

/** Reads the free slots again where the first one shown has passed; what is left over waits for the next run. */
export async function refreshStaleDocuments(ctx: Ctx): Promise<void> {
  for (let batch = 0; batch < staleBatchesMax; batch++) {
    const ids = await selectStale(ctx, batchSize);
    await refreshDocuments(ctx, ids);
    if (ids.length < batchSize) return;
  }
}
