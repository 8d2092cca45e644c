import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestWorld, type World } from '../../../../test/support/world.ts';
import { drawPortrait, PORTRAIT_KEY, portraitFor } from './portrait.ts';

describe('portraits', () => {
  let world: World;
  beforeAll(async () => {
    world = await startTestWorld();
  });
  afterAll(() => world.close());

  it('are the same picture for the same key, and another for another (CT-02)', async () => {
    const drawn = await drawPortrait('w-mara');
    expect(await drawPortrait('w-mara')).toBe(drawn);
    expect(await drawPortrait('w-clara')).not.toBe(drawn);
  });

  it('of someone without a choice differ by person and have a valid key (CT-01)', () => {
    const keys = [
      '018f2d6e-0000-7000-8000-0123456789ab',
      '018f2d6e-0000-7000-8000-ba9876543210',
    ].map(portraitFor);
    expect(new Set(keys).size).toBe(2);
    expect(keys.every((key) => PORTRAIT_KEY.test(key))).toBe(true);
  });

  it('are served as drawings that may be kept for ever (CT-02)', async () => {
    const answer = await world.inject({ url: '/portraits/t-x1.svg' });
    expect(answer.statusCode).toBe(200);
    expect(answer.headers).toMatchObject({
      'content-type': 'image/svg+xml; charset=utf-8',
      'cache-control': 'public, max-age=31536000, immutable',
    });
    expect(answer.body).toMatch(/^<svg[\s\S]*<\/svg>$/);
    expect(answer.body).not.toMatch(/<script|on\w+=|javascript:/i);
  });

  it('other names lead nowhere (CT-02)', async () => {
    const files = [
      'x-1.svg',
      'w-1',
      'w-.svg',
      'w-A.svg',
      `w-${'a'.repeat(41)}.svg`,
      '..%2f..%2fetc.svg',
      'w-1.svg.svg',
    ];
    const answers = await Promise.all(
      files.map((file) => world.inject({ url: `/portraits/${file}` })),
    );
    expect(answers.map((answer) => answer.statusCode)).toEqual(files.map(() => 404));
  });
});
