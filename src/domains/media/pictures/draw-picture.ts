import { inTurn, loadSharp } from './sharp-in-turn.ts';

/** Dots per inch at which an SVG's pixel is a pixel. */
const ownDensity = 72;

/**
 * A drawing of our own that fills its place, as WebP, so many times its size; never for what people
 * send, since an SVG may ask for files. Throws unavailable `pictures_busy`.
 */
export function drawPicture(svg: string, scale: number): Promise<Buffer> {
  return inTurn(async () => {
    const sharp = await loadSharp();
    return sharp(Buffer.from(svg), { density: ownDensity * scale })
      .removeAlpha()
      .webp({ quality: 86, effort: 4 })
      .toBuffer();
  });
}
