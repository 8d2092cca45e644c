import { afterAll, beforeAll, describe, it } from 'vitest';
import { openPlus } from './journeys/open-plus.ts';
import { playOffline, playSignedOut, playThroughARelease } from './journeys/play-offline.ts';
import { playByKeys, playOtherPractices, playWholeSequence } from './journeys/play-practice.ts';
import { openStage, type Stage } from './support/browser.ts';

let stage: Stage;

beforeAll(async () => {
  stage = await openStage();
}, 175_000);

afterAll(() => stage?.close(), 40_000);

describe('the practice player in the browser', () => {
  it(
    'leads through a whole sequence and keeps it in the progress (PR-06 PR-07)',
    () => playWholeSequence(stage),
    120_000,
  );

  it('goes on after a reload, and is used by keys alone (PR-06)', () => playByKeys(stage), 90_000);

  it(
    'plays the piano, a made practice and one pose, and is read without scripts (PR-06)',
    () => playOtherPractices(stage),
    90_000,
  );

  it(
    'works without a connection once opened, and keeps what was practised once (PR-06)',
    () => playOffline(stage),
    120_000,
  );

  it(
    'keeps what nobody signed in practised for who asks for it (PR-06)',
    () => playSignedOut(stage),
    120_000,
  );

  it(
    'takes over what devices keep when a new build comes (PR-06)',
    () => playThroughARelease(stage),
    90_000,
  );

  it(
    'opens what is for subscribers, and keeps it on a device for them alone (PY-06 PR-06 PR-09)',
    () => openPlus(stage),
    150_000,
  );
});
