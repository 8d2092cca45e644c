import { afterAll, beforeAll, describe, it } from 'vitest';
import { bePaid } from './journeys/be-paid.ts';
import { reachFirstPayout } from './journeys/first-payout.ts';
import { openStage, type Stage } from './support/browser.ts';
import { openPaymentsStage, type PaymentsStage } from './support/payments-stage.ts';

let stage: Stage;
let moved: PaymentsStage;

beforeAll(async () => {
  stage = await openStage();
  moved = await openPaymentsStage();
}, 175_000);

afterAll(async () => {
  await stage?.close();
  await moved?.close();
}, 40_000);

describe('payouts in the browser', () => {
  it(
    'a teacher sets them up at the provider, gives what is missing, and can be paid (PY-02 PY-07)',
    () => bePaid(stage),
    170_000,
  );

  it(
    'the first lesson is earned, waits, is sent and paid out, on the page and by mail (PY-02 PY-03 PY-07)',
    () => reachFirstPayout(moved),
    120_000,
  );
});
