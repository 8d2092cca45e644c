import type { Sharp, SharpOptions } from 'sharp';
import { DomainError } from '../../../platform/errors/index.ts';
import { pictureBroken, pictureTooLarge, pictureTooSmall, pictureTypeRefused } from '../errors.ts';
import { pictureType } from './picture-type.ts';
import { type Rendition, renditions } from './renditions.ts';
import { inTurn, loadSharp } from './sharp-in-turn.ts';

export interface PreparedPicture {
  width: number;
  height: number;
  placeholder: string;
  files: { rendition: Rendition; bytes: Buffer }[];
}

const megapixelsMax = 50;
const sideMin = 32;
const sideMax = 20_000;

/**
 * All sizes of an uploaded picture: turned upright, in sRGB, without any metadata; only pixels survive.
 * Throws `invalid`: picture_type, picture_too_large, picture_too_small, picture_broken (field `picture`).
 */
export function preparePicture(bytes: Uint8Array): Promise<PreparedPicture> {
  return inTurn(async () => {
    const type = pictureType(bytes);
    if (!type) throw pictureTypeRefused();
    const sharp = await loadSharp();
    const options: SharpOptions = {
      failOn: 'warning',
      limitInputPixels: megapixelsMax * 1_000_000,
      limitInputChannels: 4,
      sequentialRead: true,
    };
    try {
      const { width, height } = await sizeOf(sharp(bytes, options), type);
      return {
        width,
        height,
        files: await renderAll(sharp(bytes, options).autoOrient()),
        placeholder: await placeholderOf(sharp(bytes, options).autoOrient()),
      };
    } catch (error) {
      throw inOurWords(error);
    }
  });
}

async function sizeOf(picture: Sharp, type: string): Promise<{ width: number; height: number }> {
  const { format, autoOrient } = await picture.metadata();
  const { width, height } = autoOrient;
  if (format !== type) throw pictureTypeRefused();
  if (width * height > megapixelsMax * 1_000_000 || Math.max(width, height) > sideMax)
    throw pictureTooLarge(megapixelsMax);
  if (Math.min(width, height) < sideMin) throw pictureTooSmall(sideMin);
  return { width, height };
}

/** Decoded once, at the largest size; the smaller ones are made from that. */
async function renderAll(picture: Sharp): Promise<PreparedPicture['files']> {
  const sharp = await loadSharp();
  const widest = Math.max(...renditions.map(({ width }) => width));
  const { data, info } = await picture
    .resize({ width: widest, withoutEnlargement: true })
    .toColourspace('srgb')
    .raw()
    .toBuffer({ resolveWithObject: true });
  const { width, height, channels } = info;
  const files: PreparedPicture['files'] = [];
  for (const rendition of renditions) {
    const sized = sharp(data, { raw: { width, height, channels } }).resize({
      width: rendition.width,
      withoutEnlargement: true,
    });
    files.push({ rendition, bytes: await encode(sized, rendition).toBuffer() });
  }
  return files;
}

function encode(picture: Sharp, { format }: Rendition): Sharp {
  return format === 'avif'
    ? picture.avif({ quality: 50, effort: 3 })
    : picture.webp({ quality: 78, effort: 4 });
}

async function placeholderOf(picture: Sharp): Promise<string> {
  const tiny = await picture
    .resize(16, 16, { fit: 'inside' })
    .webp({ quality: 40, alphaQuality: 40 })
    .toBuffer();
  return `data:image/webp;base64,${tiny.toString('base64')}`;
}

/** The decoder's own complaints are about the picture; anything else is a fault of ours. */
function inOurWords(error: unknown): unknown {
  if (!(error instanceof Error) || error instanceof DomainError) return error;
  return /pixel limit/i.test(error.message) ? pictureTooLarge(megapixelsMax) : pictureBroken();
}
