import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { Buffer } from 'node:buffer';
import { deflateSync } from 'node:zlib';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { signIn } from '../../../../test/support/people.ts';
import { startTestWorld, type World } from '../../../../test/support/world.ts';
import { unavailable } from '../../../platform/errors/index.ts';
import { sweepPictures } from './sweep-pictures.ts';

let world: World;
let cookie: string;
let other: string;
beforeAll(async () => {
  world = await startTestWorld();
  ({ cookie } = await signIn(world, 'painter@etude.example', ['learner']));
  other = (await signIn(world, 'other@etude.example', ['learner'])).cookie;
}, 120_000);
afterAll(async () => {
  rmSync(join(world.ctx.config.dataDir, 'files'), { recursive: true, force: true });
  await world?.close();
});

interface PictureAnswer {
  digest: string;
  width: number;
  height: number;
  placeholder: string;
  files: { url: string; width: number; type: string }[];
}

const upload = (bytes: Uint8Array, type = 'image/jpeg', who = cookie) =>
  world.inject({
    method: 'POST',
    url: '/api/v1/me/pictures',
    payload: Buffer.from(bytes),
    headers: { 'content-type': type, cookie: who },
  });
const get = (url: string, headers: Record<string, string> = {}) => world.inject({ url, headers });
const noise = (width: number, height: number, seed = 1) => {
  const pixels = Buffer.alloc(width * height * 3);
  for (let at = 0; at < pixels.length; at += 1) pixels[at] = (at * seed * 31 + (at >> 7)) & 255;
  return sharp(pixels, { raw: { width, height, channels: 3 } });
};

/** A PNG that claims a size without holding it. */
function claimingPng(width: number, height: number): Buffer {
  const chunk = (type: string, data: Buffer) => {
    const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
    const framed = Buffer.alloc(body.length + 8);
    framed.writeUInt32BE(data.length);
    body.copy(framed, 4);
    framed.writeUInt32BE(crc32(body), body.length + 4);
    return framed;
  };
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width);
  header.writeUInt32BE(height, 4);
  header.set([8, 2, 0, 0, 0], 8);
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(Buffer.alloc(1000))),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function crc32(bytes: Buffer): number {
  let crc = 0xffffffff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit += 1) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
  }
  return (crc ^ 0xffffffff) >>> 0;
}

describe('an uploaded picture', () => {
  it('is kept upright in six files without its metadata (MD-01)', async () => {
    const jpeg = await noise(1600, 900)
      .withExif({ IFD0: { Artist: 'Canary Person' }, IFD3: { GPSLatitude: '51/1 30/1 0/1' } })
      .withMetadata({ orientation: 6 })
      .jpeg()
      .toBuffer();
    const answer = await upload(jpeg);
    expect(answer.statusCode, answer.body).toBe(201);
    const picture = answer.json<PictureAnswer>();
    expect(picture).toMatchObject({ width: 900, height: 1600 });
    expect(picture.placeholder).toMatch(/^data:image\/webp;base64,/);
    expect(picture.files.map(({ width, type }) => `${width} ${type}`)).toEqual([
      '200 image/webp',
      '200 image/avif',
      '600 image/webp',
      '600 image/avif',
      '900 image/webp',
      '900 image/avif',
    ]);
    for (const { url, width, type } of picture.files) {
      const file = await get(url);
      expect([file.statusCode, file.headers['content-type']]).toEqual([200, type]);
      const facts = await sharp(file.rawPayload).metadata();
      expect([facts.width, facts.exif, facts.xmp, facts.icc, facts.orientation]).toEqual([
        width,
        undefined,
        undefined,
        undefined,
        undefined,
      ]);
      expect(facts.height).toBe(Math.round((width * 16) / 9));
    }
  });

  it('is the same picture when it comes again, whoever brings it (MD-01)', async () => {
    const png = await noise(300, 200, 3).png().toBuffer();
    const first = (await upload(png, 'image/png')).json<PictureAnswer>();
    expect((await upload(png, 'image/png')).json()).toEqual(first);
    expect((await upload(png, 'image/png', other)).json()).toEqual(first);
  });

  it('is served to be kept for a year, with conditions and ranges (MD-01)', async () => {
    const webp = await noise(700, 500, 5).webp().toBuffer();
    const { files } = (await upload(webp, 'image/webp')).json<PictureAnswer>();
    const { url } = files[0]!;
    const whole = await get(url);
    expect(whole.headers['cache-control']).toBe('public, max-age=31536000, immutable');
    const etag = String(whole.headers.etag);
    expect((await get(url, { 'if-none-match': `"other", W/${etag}` })).statusCode).toBe(304);
    const size = whole.rawPayload.length;
    const part = async (range: string) => {
      const { statusCode, headers, rawPayload } = await get(url, { range });
      return [statusCode, headers['content-range'], rawPayload.length];
    };
    expect(await part('bytes=10-19')).toEqual([206, `bytes 10-19/${size}`, 10]);
    expect(await part('bytes=-5')).toEqual([206, `bytes ${size - 5}-${size - 1}/${size}`, 5]);
    expect(await part(`bytes=${size - 1}-`)).toEqual([
      206,
      `bytes ${size - 1}-${size - 1}/${size}`,
      1,
    ]);
    expect(await part(`bytes=${size}-`)).toEqual([416, `bytes */${size}`, 0]);
    for (const odd of ['bytes=9-3', 'bytes=a-b', 'lines=1-2', 'bytes=0-1,3-4'])
      expect(await part(odd)).toEqual([200, undefined, size]);
  });

  it.each([
    '/media/../secrets.json',
    '/media/%2e%2e/200.webp',
    '/media/0/200.webp',
    `/media/${'0'.repeat(32)}/200.webp`,
    `/media/${'0'.repeat(32)}/201.webp`,
  ])('is not found at %s (MD-01)', async (url) => {
    expect([400, 404, 422]).toContain((await get(url)).statusCode);
  });
});

describe('what is no picture', () => {
  const refused = async (bytes: Uint8Array, type?: string) => {
    const answer = await upload(bytes, type);
    return `${answer.statusCode} ${answer.json().code}`;
  };

  it('is refused by what its bytes say, not by its name (MD-01)', async () => {
    const page = Buffer.from('<html><script>alert(1)</script></html>');
    expect(await refused(page)).toBe('422 picture_type');
    expect(await refused(Buffer.from('GIF89a\u0001\u0000\u0001\u0000'), 'image/png')).toBe(
      '422 picture_type',
    );
    expect(
      await refused(Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'), 'image/webp'),
    ).toBe('422 picture_type');
    expect(await refused(Buffer.alloc(0))).toMatch(/^4\d\d /);
    const nothing = { method: 'POST', url: '/api/v1/me/pictures', headers: { cookie } } as const;
    expect((await world.inject(nothing)).json().code).toBe('picture_type');
    const text = await upload(page, 'text/html');
    expect(text.statusCode).toBe(415);
  });

  it('is refused before it is decoded when it claims too many pixels (MD-01)', async () => {
    const before = process.memoryUsage().rss;
    expect(await refused(claimingPng(50_000, 50_000), 'image/png')).toBe('422 picture_too_large');
    expect(process.memoryUsage().rss - before).toBeLessThan(100 * 1024 * 1024);
    expect(await refused(await noise(20, 20).png().toBuffer())).toBe('422 picture_too_small');
  });

  it('is refused when it is cut short or damaged (MD-01)', async () => {
    const jpeg = await noise(800, 600, 7).jpeg().toBuffer();
    expect(await refused(jpeg.subarray(0, jpeg.length / 2))).toBe('422 picture_broken');
    expect(await refused(claimingPng(900, 900), 'image/png')).toBe('422 picture_broken');
    expect(await refused(Buffer.from([0xff, 0xd8, 0xff, 0xe0, 1, 2, 3]))).toBe(
      '422 picture_broken',
    );
  });

  it('loses what else it was: a picture with a page behind it is a picture alone (MD-01)', async () => {
    const jpeg = await noise(400, 400, 11).jpeg().toBuffer();
    const both = Buffer.concat([jpeg, Buffer.from('<script>canary()</script>')]);
    const answer = await upload(both);
    expect(answer.statusCode).toBe(201);
    for (const { url } of answer.json<PictureAnswer>().files)
      expect((await get(url)).rawPayload.includes('canary')).toBe(false);
  });

  it('is refused above 10 MB (MD-01)', async () => {
    expect((await upload(Buffer.alloc(10 * 1024 * 1024 + 1))).statusCode).toBe(413);
  });

  it('is refused from who is not signed in (MD-01)', async () => {
    expect(
      (await upload(await noise(100, 100).png().toBuffer(), 'image/png', 'a=b')).statusCode,
    ).toBe(401);
  });
});

describe('a storage that fails', () => {
  it('loses nothing: the answer says so, and the next try completes it (MD-02)', async () => {
    const { storage } = world.ctx;
    const put = storage.put.bind(storage);
    let written = 0;
    storage.put = async (...file) => {
      if ((written += 1) > 3) throw unavailable('storage_unavailable', 'gone');
      await put(...file);
    };
    const png = await noise(250, 250, 13).png().toBuffer();
    try {
      const broken = await upload(png, 'image/png');
      expect([broken.statusCode, broken.json().code]).toEqual([503, 'storage_unavailable']);
    } finally {
      storage.put = put;
    }
    const whole = (await upload(png, 'image/png')).json<PictureAnswer>();
    for (const { url } of whole.files) expect((await get(url)).statusCode).toBe(200);
  });
});

describe('a picture that nobody keeps', () => {
  const forget = (digest: string, who: string) =>
    world.inject({
      method: 'DELETE',
      url: `/api/v1/me/pictures/${digest}`,
      headers: { cookie: who },
    });

  it('is deleted by night, but not while another keeps it (MD-01)', async () => {
    const png = await noise(260, 260, 17).png().toBuffer();
    const { digest, files } = (await upload(png, 'image/png')).json<PictureAnswer>();
    await upload(png, 'image/png', other);
    const isThere = async () => (await get(files[0]!.url)).statusCode === 200;

    expect((await forget(digest, cookie)).statusCode).toBe(204);
    expect((await forget(digest, cookie)).statusCode).toBe(404);
    world.clock.advance({ hours: 25 });
    await sweepPictures(world.ctx);
    expect(await isThere()).toBe(true);

    other = (await signIn(world, 'later@etude.example', ['learner'])).cookie;
    await world.ctx.db
      .withTables<{ 'media.uploads': { digest: string } }>()
      .deleteFrom('media.uploads')
      .where('digest', '=', digest)
      .execute();
    await sweepPictures(world.ctx);
    expect(await isThere()).toBe(false);
    cookie = other;
    expect((await upload(png, 'image/png')).statusCode).toBe(201);
    expect(await isThere()).toBe(true);
  });
});
