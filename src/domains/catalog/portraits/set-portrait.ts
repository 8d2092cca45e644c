import type { Ctx } from '../../../platform/context.ts';
import { inTransaction } from '../../../platform/db/index.ts';
import { findUploaded, keepPicture, releasePicture } from '../../media/index.ts';
import { pictureNotYours, profileNotStarted } from '../errors.ts';
import { instructorChanged } from '../events.ts';
import {
  lockInstructorOf,
  setPortrait as writePortrait,
} from '../instructors/instructors.queries.ts';
import { actingPerson } from '../policy.ts';
import { photoDigest, photoKey, portraitFor } from './portrait.ts';

/**
 * Shows a photo that the acting person uploaded as their portrait, or without one the drawing again.
 * Throws `invalid` picture_not_found, `not_found` for who has no profile.
 */
export async function setPortrait(
  ctx: Ctx,
  { picture }: { picture: string | null },
): Promise<void> {
  const person = actingPerson(ctx);
  await inTransaction(ctx, async (ctx) => {
    const instructor = await lockInstructorOf(ctx, person.id);
    if (!instructor) throw profileNotStarted();
    const { id, portrait } = instructor;
    const before = photoDigest(portrait);
    if (picture !== null) {
      const found = await findUploaded(ctx, picture, { keeperId: person.id });
      if (!found) throw pictureNotYours();
      await keepPicture(ctx, found, id);
    }
    if (before && before !== picture) await releasePicture(ctx, id, before);
    await writePortrait(ctx, id, picture === null ? portraitFor(person.id) : photoKey(picture));
    await ctx.events.publish(ctx, instructorChanged, { instructorId: id });
  });
}
