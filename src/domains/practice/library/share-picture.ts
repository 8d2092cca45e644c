import { createHash } from 'node:crypto';
import { light, type Palette } from '../../../figures/index.ts';
import type { Ctx } from '../../../platform/context.ts';
import { drawPicture } from '../../media/index.ts';
import type { Illustration } from '../content/exercise.ts';
import type { PublishedExercise } from './content.queries.ts';
import { drawIllustration } from './draw-illustration.ts';

/** A drawing that is sent as WebP. */
export interface DrawnPicture {
  /** Names what it shows, so that nothing kept under it ever changes. */
  digest: string;
  svg: string;
  /** The largest of the widths it is asked for by: what it has as it is drawn. */
  widest: number;
}

/** What link previews are made for: 1.91 to 1. */
const size = { width: 1200, height: 630 };
const inRowMax = 3;

/** For links that are shared: a figure, or a few in a row, on paper. Undefined where none of them is drawn. */
function sharePictureOf(
  exercises: readonly Pick<PublishedExercise, 'body'>[],
): DrawnPicture | undefined {
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
  return named(
    `<svg xmlns="http://www.w3.org/2000/svg" width="${size.width}" height="${size.height}"><rect width="100%" height="100%" fill="${light.gap}"/>${figures.join('')}</svg>`,
    size.width,
  );
}

const named = (svg: string, widest: number): DrawnPicture => ({
  digest: createHash('sha256').update(svg).digest('hex').slice(0, 32),
  svg,
  widest,
});

/** What a figure of a list fits into, at most. */
const cardSize = { width: 480, height: 360 };
/** By the width that it is kept small enough for: a figure that stands upright is narrower. */
export const cardWidths = [200, cardSize.width] as const;

/** One figure of a list, on paper: a page shows a thousand such pictures with less ado than fifty drawings. */
export function cardPictureOf(illustration: Illustration, palette: Palette): DrawnPicture {
  const svg = drawIllustration(illustration, { palette });
  const [, box = '', rest = ''] = /^<svg[^>]*viewBox="([^"]+)"[^>]*>(.*)$/s.exec(svg)!;
  const [x, y, width, height] = box.split(' ').map(Number) as [number, number, number, number];
  const scale = Math.min(cardSize.width / width, cardSize.height / height);
  return named(
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${box}" width="${width * scale}" height="${height * scale}"><rect x="${x}" y="${y}" width="${width}" height="${height}" fill="${palette.gap}"/>${rest}`,
    cardSize.width,
  );
}

const known = new WeakMap<object, DrawnPicture>();

/** As `sharePictureOf`, drawn once as long as what it is for stays in memory. */
export function sharePictureFor(
  whose: object,
  exercises: readonly Pick<PublishedExercise, 'body'>[],
): DrawnPicture | undefined {
  const found = known.get(whose) ?? sharePictureOf(exercises);
  if (found) known.set(whose, found);
  return found;
}

export const shareAddress = (path: string, picture: DrawnPicture | undefined): string | null =>
  picture ? `/figures/${path}/${picture.digest}-${size.width}.webp` : null;

/**
 * The picture from the storage, or drawn and kept there. One that is shown no more, because the exercise was
 * edited since, is found as long as the storage has it.
 */
export async function fileOf(
  ctx: Ctx,
  picture: DrawnPicture | undefined,
  { digest, width }: { digest: string; width: number },
): Promise<Uint8Array | undefined> {
  const key = `figures/${digest}/${width}.webp`;
  const kept = await ctx.storage.find(key);
  if (kept || picture?.digest !== digest) return kept;
  const bytes = await drawPicture(picture.svg, width / picture.widest);
  await ctx.storage.put(key, bytes, 'image/webp');
  return bytes;
}
