import { afterAll, beforeAll, expect, it } from 'vitest';
import { startTestWorld, type World } from '../../../../test/support/world.ts';
import { readWish } from './read-wish.ts';

let world: World;
beforeAll(async () => {
  world = await startTestWorld();
}, 120_000);
afterAll(() => world?.close());

it.each([
  ['guitar near Camden under £40', 'us', 'gb', 'camden-london', 4_000],
  ['piano under £30', 'jp', 'gb', undefined, 3_000],
  ['yoga in Shimokitazawa', 'gb', 'jp', 'shimokitazawa-tokyo', undefined],
  ['guitar near Camden under £40', 'gb', 'gb', 'camden-london', 4_000],
  ['piano near Park Slope under $60', 'us', 'us', 'park-slope-brooklyn', 6_000],
  ['tokyo style cooking', 'gb', 'gb', undefined, undefined],
  ['guitar near Camden under $40', 'gb', 'gb', 'camden-london', undefined],
  ['violin', 'in', 'in', undefined, undefined],
])(
  'reads "%s", asked in %s, as a wish in %s (SR-01, MK-03)',
  async (text, asked, market, place, priceMax) => {
    const wish = await readWish(world.ctx, { text, market: asked });
    expect({
      market: wish.market,
      place: wish.place?.slug,
      priceMax: wish.priceMax?.minor,
    }).toEqual({ market, place, priceMax });
  },
);
