import { afterAll, beforeAll, describe, it } from 'vitest';
import { buildSequence, buildWithoutScripts } from './journeys/build-sequence.ts';
import { keepThings, seeProgress } from './journeys/see-progress.ts';
import { openStage, type Stage } from './support/browser.ts';

let stage: Stage;

beforeAll(async () => {
  stage = await openStage();
}, 175_000);

afterAll(() => stage?.close(), 40_000);

describe('one’s own practice in the browser', () => {
  it(
    'a sequence is built by search, keyboard, drag and buttons, kept, shared and deleted (PR-05)',
    () => buildSequence(stage),
    150_000,
  );

  it(
    'a sequence is built without scripts, and not saved over another unseen (PR-05)',
    () => buildWithoutScripts(stage),
    120_000,
  );

  it(
    'progress goes from nothing to days in a row, charts, badges and goals (PR-07)',
    () => seeProgress(stage),
    120_000,
  );

  it(
    'poses, sequences and teachers are kept as favourites, with notes and made practices (CT-04 PR-04 PR-05 PR-07)',
    () => keepThings(stage),
    120_000,
  );
});
