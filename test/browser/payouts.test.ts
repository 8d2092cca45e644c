import { afterAll, beforeAll, describe, it } from 'vitest';
import { bePaid } from './journeys/be-paid.ts';
import { openStage, type Stage } from './support/browser.ts';

let stage: Stage;

beforeAll(async () => {
  stage = await openStage();
}, 175_000);

afterAll(() => stage?.close(), 40_000);

describe('payouts in the browser', () => {
  it(
    'a teacher sets them up at the provider, gives what is missing, and can be paid (PY-02 PY-07)',
    () => bePaid(stage),
    170_000,
  );
});
