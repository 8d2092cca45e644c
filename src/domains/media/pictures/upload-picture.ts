import { createHash } from 'node:crypto';
import { type Ctx, personOf } from '../../../platform/context.ts';
import { picturesBusy } from '../errors.ts';
import { findPicture, keepPicture, type Picture } from './pictures.queries.ts';
import { preparePicture } from './prepare-picture.ts';
import { storageKey } from './renditions.ts';

const digestCharacters = 32;

/**
 * Keeps a picture in all its sizes and returns it. The files are written before the row, under names
 * made from the content: a failure in between leaves nothing that counts, and trying again completes it.
 * Throws what `preparePicture` throws, and unavailable `storage_unavailable` or `pictures_busy`.
 */
export async function uploadPicture(ctx: Ctx, bytes: Uint8Array): Promise<Picture> {
  const ownerId = personOf(ctx).id;
  const digest = createHash('sha256').update(bytes).digest('hex').slice(0, digestCharacters);
  const known = await findPicture(ctx, digest);
  if (known?.leaving) throw picturesBusy();
  const picture = known ?? (await prepareAndStore(ctx, digest, bytes));
  const { width, height, placeholder } = picture;
  await keepPicture(ctx, { digest, width, height, placeholder }, ownerId);
  return picture;
}

async function prepareAndStore(ctx: Ctx, digest: string, bytes: Uint8Array): Promise<Picture> {
  const { files, ...picture } = await preparePicture(bytes);
  for (const { rendition, bytes: file } of files)
    await ctx.storage.put(storageKey(digest, rendition), file, `image/${rendition.format}`);
  return { digest, ...picture };
}
