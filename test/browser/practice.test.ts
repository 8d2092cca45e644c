import { afterAll, beforeAll, describe, it } from 'vitest';
import {
  browsePosesOnAPhone,
  browsePosesWithoutScripts,
  readAndMakePractices,
} from './journeys/browse-poses.ts';
import {
  readPianoExercises,
  seeTheGridOnEveryScreen,
  waitForMorePoses,
} from './journeys/browse-library.ts';
import { openStage, type Stage } from './support/browser.ts';

let stage: Stage;

beforeAll(async () => {
  stage = await openStage();
}, 175_000);

afterAll(() => stage?.close(), 40_000);

describe('the practice library in the browser', () => {
  it(
    'search as one types, filters in a drawer, and back to the same place on a phone (PR-02 PR-03 PR-04)',
    () => browsePosesOnAPhone(stage),
    120_000,
  );

  it(
    'search, filters and pages work without scripts (PR-03)',
    () => browsePosesWithoutScripts(stage),
    60_000,
  );

  it(
    'sequences are read as a timeline, and a practice is made to a wish (PR-05)',
    () => readAndMakePractices(stage),
    90_000,
  );

  it(
    'the grid has one, two or three columns, and nothing moves (PR-03)',
    () => seeTheGridOnEveryScreen(stage),
    120_000,
  );

  it(
    'more poses are announced by their places, and a link stays when they do not come (PR-03)',
    () => waitForMorePoses(stage),
    60_000,
  );

  it(
    'another library is read in the same pages, in its own words (PR-01 PR-03 PR-04)',
    () => readPianoExercises(stage),
    90_000,
  );
});
