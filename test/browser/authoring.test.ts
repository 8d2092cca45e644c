import { afterAll, beforeAll, describe, it } from 'vitest';
import { editLibrary } from './journeys/edit-library.ts';
import { giveHomework } from './journeys/give-homework.ts';
import { uploadPortrait } from './journeys/upload-portrait.ts';
import { openStage, type Stage } from './support/browser.ts';

const minutes = 60_000;

describe('authors and teachers', () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await openStage();
  }, 5 * minutes);
  afterAll(() => stage?.close(), minutes);

  it(
    'edit, preview, publish and restore a pose and its figure (PR-09)',
    { timeout: 4 * minutes },
    () => editLibrary(stage),
  );
  it('give homework, and see what was practised (PR-08)', { timeout: 4 * minutes }, () =>
    giveHomework(stage),
  );
  it(
    'show a photo as their portrait, without scripts too (CT-01, MD-01)',
    { timeout: 4 * minutes },
    () => uploadPortrait(stage),
  );
});
