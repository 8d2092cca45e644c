import { afterAll, beforeAll, describe, it } from 'vitest';
import {
  loseDispute,
  refundInPart,
  seeEveryPage,
  winDispute,
} from './journeys/operate-payments.ts';
import { openPaymentsStage, type PaymentsStage } from './support/payments-stage.ts';

let stage: PaymentsStage;
beforeAll(async () => {
  stage = await openPaymentsStage();
}, 175_000);
afterAll(() => stage?.close(), 40_000);

describe('an operator who looks after payments', () => {
  it('refunds a part, with a reason, once (PY-04)', () => refundInPart(stage), 170_000);
  it('answers a dispute, and it is won (PY-09)', () => winDispute(stage), 170_000);
  it('gives in to a dispute, and it is lost (PY-09)', () => loseDispute(stage), 170_000);
  it(
    'finds every page in order, on a phone and on a desk (PY-08)',
    () => seeEveryPage(stage),
    170_000,
  );
});
