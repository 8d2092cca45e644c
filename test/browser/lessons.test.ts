import { afterAll, beforeAll, describe, it } from 'vitest';
import { cancelInEveryWindow } from './journeys/cancel-windows.ts';
import { complainAndBeHeard, reportNoShow } from './journeys/complain.ts';
import { confirmByHand } from './journeys/confirm-by-hand.ts';
import { makeSavedCardGood } from './journeys/saved-card.ts';
import { openPaymentsStage, type PaymentsStage } from './support/payments-stage.ts';

let stage: PaymentsStage;
beforeAll(async () => {
  stage = await openPaymentsStage();
}, 175_000);
afterAll(() => stage?.close(), 40_000);

describe('the money of a lesson in the browser', () => {
  it(
    'a card saved a week ahead is declined two days before and made good by the mailed link (PY-01 PY-03)',
    () => makeSavedCardGood(stage),
    120_000,
  );
  it(
    'a teacher confirms by hand: accepts one request, declines another, and one is withdrawn (SC-05 PY-03 NT-04)',
    () => confirmByHand(stage),
    120_000,
  );
  it(
    'a cancellation says in every window to the penny what happens, and it does (SC-06 PY-04)',
    () => cancelInEveryWindow(stage),
    120_000,
  );
  it(
    'a complaint is told in one’s own words, freezes the money, is settled in part and seen by both (PY-03 PY-04)',
    () => complainAndBeHeard(stage),
    120_000,
  );
  it(
    'a learner who did not come is reported, and can say otherwise (PY-03)',
    () => reportNoShow(stage),
    120_000,
  );
});
