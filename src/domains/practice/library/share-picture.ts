import { createHash } from 'node:crypto';
import { light } from '../../../figures/index.ts';
import type { Ctx } from '../../../platform/context.ts';
import { drawPicture } from '../../media/index.ts';
import type { PublishedExercise } from './content.queries.ts';
import { drawIllustration } from './draw-illustration.ts';

/** A picture for links that are shared: a figure, or a few in a row, on paper. */
export interface SharePicture {
  /** Names what it shows, so that its address never changes it. */
  digest: string;
  svg: string;
}

/** What link previews are made for: 1.91 to 1. */
const size = { width: 1200, height: 630 };
const inRowMax = 3;

/** Undefined where none of them is drawn. */
function sharePictureOf(
  exercises: readonly Pick<PublishedExercise, 'body'>[],
): SharePicture | undefined {
  const drawn = exercises.flatMap(({ body }) => body.illustration ?? []);
  const step = Math.max(1, Math.floor(drawn.length / inRowMax));
  const shown = drawn.filter((_, at) => at % step === 0).slice(0, inRowMax);
  if (shown.length === 0) return undefined;
  const inRow = shown.length > 1;
  const edge = inRow ? 30 : 60;
  const width = (size.width - edge * (shown.length + 1)) / shown.length;
  const figures = shown.map((one, at) => {
    const place = `x="${edge + at * (width + edge)}" y="${edge}" width="${width}" height="${size.height - 2 * edge}"`;
    return drawIllustration(one, { palette: light, inRow }).replace('<svg', `<svg ${place}`);
  });
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${size.width}" height="${size.height}"><rect width="100%" height="100%" fill="${light.gap}"/>${figures.join('')}</svg>`;
  return { digest: createHash('sha256').update(svg).digest('hex').slice(0, 32), svg };
}

const known = new WeakMap<object, SharePicture>();

/** As `sharePictureOf`, drawn once as long as what it is for stays in memory. */
export function sharePictureFor(
  whose: object,
  exercises: readonly Pick<PublishedExercise, 'body'>[],
): SharePicture | undefined {
  const found = known.get(whose) ?? sharePictureOf(exercises);
  if (found) known.set(whose, found);
  return found;
}

export const shareAddress = (path: string, picture: SharePicture | undefined): string | null =>
  picture ? `/figures/${path}/${picture.digest}-${size.width}.webp` : null;

/**
 * The picture from the storage, or drawn and kept there. One that is shown no more, because the exercise was
 * edited since, is found as long as the storage has it.
 */
export async function fileOf(
  ctx: Ctx,
  picture: SharePicture | undefined,
  { digest, width }: { digest: string; width: number },
): Promise<Uint8Array | undefined> {
  const key = `figures/${digest}/${width}.webp`;
  const kept = await ctx.storage.find(key);
  if (kept || picture?.digest !== digest) return kept;
  const bytes = await drawPicture(picture.svg, width);
  await ctx.storage.put(key, bytes, 'image/webp');
  return bytes;
}
