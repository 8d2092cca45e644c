import { afterAll, beforeAll, describe, it } from 'vitest';
import { findBookPayAndCancel } from './journeys/find-book-pay-cancel.ts';
import { sendOddRequests } from './journeys/odd-requests.ts';
import { payOnceInTwoTabs } from './journeys/two-tabs.ts';
import { searchAndHoldWithoutScripts } from './journeys/without-scripts.ts';
import { openStage, type Stage } from './support/browser.ts';

let stage: Stage;

beforeAll(async () => {
  stage = await openStage();
  console.log(`  The product is at ${stage.product.url} (${stage.product.engine})`);
}, 175_000);

afterAll(() => stage?.close(), 40_000);

describe('in the browser', () => {
  it(
    'one finds a teacher, holds an hour, joins, pays, is told, and cancels (SR-01 SC-02 ID-01 ID-02 MK-02 PY-01 NT-04 SC-10)',
    () => findBookPayAndCancel(stage),
    170_000,
  );

  it(
    'search, profile and hold work without scripts (SR-03 SC-03)',
    () => searchAndHoldWithoutScripts(stage),
    60_000,
  );

  it(
    'two tabs, another market and the back button end in one payment (MK-03 PY-01 SC-10)',
    () => payOnceInTwoTabs(stage),
    120_000,
  );

  it(
    'pages answer whatever is sent to them without falling over',
    () => sendOddRequests(stage),
    90_000,
  );
});
