// Usage: media.ts [--pictures 24]. A 12-megapixel JPEG to all sizes: ours beside a bare script of the
// same library and settings, each in a process of its own, eight at once; then what each held of memory.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import sharp from 'sharp';
import { preparePicture } from '../src/domains/media/pictures/prepare-picture.ts';

const atOnce = 8;
const rounds = 3;
const { values } = parseArgs({
  options: {
    pictures: { type: 'string', default: '24' },
    as: { type: 'string' },
    file: { type: 'string' },
  },
});
const pictures = Number(values.pictures);

/** As one would write it with the library's manual beside: every file from the upload. */
async function bare(bytes: Uint8Array): Promise<void> {
  const sized = (width: number) =>
    sharp(bytes).autoOrient().resize({ width, withoutEnlargement: true });
  for (const width of [200, 600, 1200]) {
    await sized(width).webp({ quality: 78, effort: 4 }).toBuffer();
    await sized(width).avif({ quality: 50, effort: 3 }).toBuffer();
  }
}

async function work(one: (bytes: Uint8Array) => Promise<unknown>, file: string): Promise<void> {
  const bytes = readFileSync(file);
  await one(bytes);
  const began = performance.now();
  let left = pictures;
  const worker = async () => {
    while (left-- > 0) await one(bytes);
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
  const seconds = (performance.now() - began) / 1000;
  const mebibytes = process.resourceUsage().maxRSS / 1024;
  console.log(JSON.stringify({ perSecond: pictures / seconds, mebibytes }));
}

/** 4,000 × 3,000 pixels: soft shapes with grain, about as hard to code as a photograph. */
async function photograph(file: string): Promise<void> {
  const [width, height] = [4000, 3000];
  const pixels = Buffer.alloc(width * height * 3);
  let grain = 1;
  for (let at = 0; at < pixels.length; at += 1) {
    const [x, y] = [Math.floor(at / 3) % width, Math.floor(at / 3 / width)];
    grain = (grain * 1_103_515_245 + 12_345) & 0x7fffffff;
    const wave = 90 * Math.sin(x / 190 + (at % 3)) * Math.cos(y / 260) + ((x ^ y) & 64 ? 18 : 0);
    pixels[at] = Math.max(0, Math.min(255, 128 + wave + ((grain >> 16) % 24)));
  }
  const jpeg = sharp(pixels, { raw: { width, height, channels: 3 } }).jpeg({ quality: 90 });
  writeFileSync(file, await jpeg.toBuffer());
}

function measure(as: string, file: string): { perSecond: number; mebibytes: number } {
  const args = [import.meta.filename, '--as', as, '--file', file, '--pictures', String(pictures)];
  const { stdout, stderr, status } = spawnSync(process.execPath, args, { encoding: 'utf8' });
  if (status !== 0) throw new Error(stderr);
  return JSON.parse(stdout);
}

async function compare(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'etude-bench-media-'));
  const file = join(folder, 'photograph.jpg');
  await photograph(file);
  const measured = { ours: [] as number[], bare: [] as number[] };
  const mebibytes = { ours: 0, bare: 0 };
  for (let round = 0; round < rounds; round += 1)
    for (const as of ['ours', 'bare'] as const) {
      const one = measure(as, file);
      measured[as].push(one.perSecond);
      mebibytes[as] = Math.max(mebibytes[as], one.mebibytes);
    }
  const kilobytes = Math.round(readFileSync(file).length / 1000);
  rmSync(folder, { recursive: true });
  const [ours, limit] = [median(measured.ours), median(measured.bare)];
  const verdict = (met: boolean) => (met ? 'met' : 'MISSED');
  console.log(
    `12 megapixels, ${kilobytes} kB, ${pictures} pictures, ${atOnce} at once, ${rounds} rounds`,
  );
  console.log(
    `six files of each: ${ours.toFixed(2)}/s, bare ${limit.toFixed(2)}/s, ratio ${(ours / limit).toFixed(2)}, aim >= 0.90 ${verdict(ours / limit >= 0.9)}`,
  );
  console.log(
    `memory of the process: ${mebibytes.ours.toFixed(0)} MiB, bare ${mebibytes.bare.toFixed(0)} MiB, aim < 400 MiB ${verdict(mebibytes.ours < 400)}`,
  );
}

const median = (list: number[]) => list.toSorted((a, b) => a - b)[Math.floor(list.length / 2)]!;

if (values.as) await work(values.as === 'ours' ? preparePicture : bare, values.file!);
else await compare();
