import { afterAll, beforeAll, describe, it } from 'vitest';
import { subscribeToPlus } from './journeys/etude-plus.ts';
import { openStage, type Stage } from './support/browser.ts';

let stage: Stage;

beforeAll(async () => {
  stage = await openStage();
}, 175_000);

afterAll(() => stage?.close(), 40_000);

describe('Etude Plus in the browser', () => {
  it(
    'one tries it, subscribes, saves a card, changes to a year and ends it with money back (PY-01 PY-06 PY-07)',
    () => subscribeToPlus(stage),
    170_000,
  );
});
