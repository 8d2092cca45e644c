import { inTurn, loadSharp } from './sharp-in-turn.ts';

/**
 * A drawing of our own as WebP, so many pixels wide; never for what people send, since an SVG may ask for
 * files. Throws unavailable `pictures_busy`.
 */
export function drawPicture(svg: string, width: number): Promise<Buffer> {
  return inTurn(async () => {
    const sharp = await loadSharp();
    return sharp(Buffer.from(svg)).resize({ width }).webp({ quality: 86, effort: 4 }).toBuffer();
  });
}
