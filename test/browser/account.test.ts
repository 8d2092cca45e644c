import { afterAll, beforeAll, describe, it } from 'vitest';
import { changeAccount } from './journeys/change-account.ts';
import { endOtherSessionsLive } from './journeys/live-sign-out.ts';
import { signInInTwoSteps, signInInTwoStepsWithoutScripts } from './journeys/two-steps.ts';
import { openStage, type Stage } from './support/browser.ts';

let stage: Stage;

beforeAll(async () => {
  stage = await openStage();
}, 175_000);

afterAll(() => stage?.close(), 40_000);

describe('an account in the browser', () => {
  it(
    'two-step sign-in: set up, trust a browser, end that, lose the phone (ID-05 ID-06 ID-07)',
    () => signInInTwoSteps(stage),
    120_000,
  );

  it(
    'the second step works without scripts (ID-07)',
    () => signInInTwoStepsWithoutScripts(stage),
    90_000,
  );

  it(
    'a new password by mail signs out other open tabs within a second (ID-03 ID-08)',
    () => endOtherSessionsLive(stage),
    90_000,
  );

  it(
    'address, phone, a copy of all data, and deletion with second thoughts (ID-11 ID-17)',
    () => changeAccount(stage),
    120_000,
  );
});
