import type { Ctx } from '../../../platform/context.ts';
import { deleteLeaving, markLeaving } from './pictures.queries.ts';
import { renditions, storageKey } from './renditions.ts';

const atOnceMax = 200;
/** A picture may be uploaded a while before anything refers to it. */
const hoursKept = 24;

/** Deletes pictures that nobody keeps: marked first, then their files, then the row. */
export async function sweepPictures(ctx: Ctx): Promise<void> {
  const horizon = ctx.clock.now().subtract({ hours: hoursKept });
  for (const digest of await markLeaving(ctx, horizon, atOnceMax)) {
    for (const rendition of renditions) await ctx.storage.delete(storageKey(digest, rendition));
    await deleteLeaving(ctx, digest);
  }
}
