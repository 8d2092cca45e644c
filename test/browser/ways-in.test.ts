import { afterAll, beforeAll, describe, it } from 'vitest';
import { signInElsewhere } from './journeys/other-provider.ts';
import { signInWithPasskeys } from './journeys/passkeys.ts';
import { openStage, type Stage } from './support/browser.ts';

let stage: Stage;

beforeAll(async () => {
  stage = await openStage();
}, 175_000);

afterAll(() => stage?.close(), 40_000);

describe('ways in besides the password, in the browser', () => {
  it(
    'a passkey is added, signs in alone, confirms, and is removed (ID-13)',
    () => signInWithPasskeys(stage),
    120_000,
  );

  it(
    'another provider brings newcomers in and is linked by members (ID-02)',
    () => signInElsewhere(stage),
    120_000,
  );
});
