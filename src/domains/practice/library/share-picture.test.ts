import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestWorld, type World } from '../../../../test/support/world.ts';
import { tables } from '../tables.ts';
import { forgetLibrary } from './published-library.ts';

let world: World;
beforeAll(async () => {
  world = await startTestWorld();
});
afterAll(() => world?.close());

const get = (url: string, headers: Record<string, string> = {}) => world.inject({ url, headers });
const pictureOf = async (url: string): Promise<string> =>
  (await get(`/api/v1/${url}`)).json().picture;

describe('the picture that a link to a pose is shared with', () => {
  it.each([200, 600, 1200])('is WebP, %d pixels wide (PR-01 MD-01)', async (width) => {
    const address = (await pictureOf('poses/triangle')).replace('-1200.', `-${width}.`);
    const { statusCode, headers, rawPayload } = await get(address);
    expect([statusCode, headers['content-type']]).toEqual([200, 'image/webp']);
    const picture = sharp(rawPayload);
    expect(await picture.metadata()).toMatchObject({
      format: 'webp',
      width,
      height: Math.round((width * 630) / 1200),
    });
    // Something is drawn: paper alone has one colour.
    const { channels } = await picture.stats();
    expect(Math.max(...channels.map(({ stdev }) => stdev))).toBeGreaterThan(10);
  });

  it('has an address for ever, and is not sent again to who has it (MD-01)', async () => {
    const address = await pictureOf('poses/triangle');
    const { headers } = await get(address);
    expect(headers['cache-control']).toBe('public, max-age=31536000, immutable');
    const again = await get(address, { 'if-none-match': `${headers['etag']}` });
    expect([again.statusCode, again.body]).toEqual([304, '']);
    const part = await get(address, { range: 'bytes=0-3' });
    expect([part.statusCode, part.body]).toEqual([206, 'RIFF']);
  });

  it('is kept in the storage, also when the pose looks different since (MD-01)', async () => {
    const before = await pictureOf('poses/tree');
    const { rawPayload } = await get(before);
    const { body } = await tables(world.ctx)
      .selectFrom('practice.exercises')
      .select('body')
      .where('slug', '=', 'triangle')
      .executeTakeFirstOrThrow();
    await tables(world.ctx)
      .updateTable('practice.exercises')
      .set({ body: JSON.stringify(body) as never, edited_at: world.clock.now() })
      .where('slug', '=', 'tree')
      .execute();
    forgetLibrary(world.ctx);
    const after = await pictureOf('poses/tree');
    expect(after).not.toBe(before);
    expect((await get(before)).rawPayload.equals(rawPayload)).toBe(true);
    expect((await get(after)).rawPayload.equals(rawPayload)).toBe(false);
  });

  it('is not found under a digest that nothing ever had, and that is not remembered (MD-01)', async () => {
    const address = (await pictureOf('poses/triangle')).replace(/[0-9a-f]{32}/, 'f'.repeat(32));
    const { statusCode, headers } = await get(address);
    expect([statusCode, headers['cache-control']]).toEqual([404, 'no-store']);
    const odd = address.replace('f'.repeat(32), '..%2f..%2fsecrets');
    expect((await get(odd)).statusCode).toBeLessThan(500);
  });
});

describe('a figure for cards', () => {
  const side = async (url: string) => {
    const { statusCode, headers, rawPayload } = await get(url);
    expect([statusCode, headers['content-type']], url).toEqual([200, 'image/webp']);
    return { headers, picture: sharp(rawPayload), bytes: rawPayload };
  };

  it.each([200, 480])(
    'is WebP within %d by three quarters of that, drawn for the dark as well (PR-01 MD-01)',
    async (edge) => {
      const light = await side(`/figures/yoga/triangle~${edge}.webp`);
      const { width, height, hasAlpha } = await light.picture.metadata();
      expect(Math.max(width / edge, height / (edge * 0.75))).toBeCloseTo(1, 2);
      expect(hasAlpha).toBe(false);
      const { channels } = await light.picture.stats();
      expect(Math.max(...channels.map(({ stdev }) => stdev))).toBeGreaterThan(10);
      const dark = await side(`/figures/yoga/triangle~dark~${edge}.webp`);
      const meanOf = async ({ picture }: typeof dark) => (await picture.stats()).channels[0]!.mean;
      expect(await meanOf(dark)).toBeLessThan((await meanOf(light)) / 2);
    },
  );

  it('is not sent again to who has it, and kept no longer than an edit may take (MD-01)', async () => {
    const url = '/figures/piano/thumb-under~200.webp';
    const { headers } = await side(url);
    expect(headers['cache-control']).toBe('public, max-age=604800');
    const again = await get(url, { 'if-none-match': `${headers['etag']}` });
    expect([again.statusCode, again.body]).toEqual([304, '']);
  });

  it('is refused in other sizes, and not found of what is not there (MD-01)', async () => {
    for (const [name, status] of [
      ['triangle~1200.webp', 400],
      ['triangle~0.webp', 400],
      ['triangle.webp', 400],
      ['triangle~200.svg', 400],
      ['nothing-of-ours~200.webp', 404],
    ] as const)
      expect((await get(`/figures/yoga/${name}`)).statusCode, name).toBe(status);
  });
});

it('a sequence is shared with three of its figures, an exercise at the piano with its keys (PR-05)', async () => {
  for (const url of ['sequences/morning-energizer', 'exercises/piano/thumb-under']) {
    const { statusCode, rawPayload } = await get(await pictureOf(url));
    expect(statusCode, url).toBe(200);
    expect((await sharp(rawPayload).metadata()).width).toBe(1200);
  }
  const keys = await get('/figures/piano/thumb-under.svg');
  expect(keys.body).toMatch(/^<svg .*<title>Thumb Under<\/title>/);
});
