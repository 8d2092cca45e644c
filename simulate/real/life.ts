import { setTimeout as pause } from 'node:timers/promises';
import { type Chance, chance } from '../../src/dev/demo/random.ts';
import { violations } from '../support/money/invariants.ts';
import { type Actor, actorsOf } from './actors.ts';
import { comeToRest } from './rest.ts';
import { bookingsThatDoNotFit, countRows, openCases, readRecords } from './records.ts';
import { openStage, type Stage } from './stage.ts';

export interface Life {
  kills: number;
  /** Kills while a call was with the provider. */
  hits: number;
  restarts: number;
  requests: number;
  events: number;
  jobs: number;
  calls: number;
  charges: number;
  faults: number;
  broken: string[];
}

/** The SDK waits for 20 s: what is not answered belongs to the kills alone. */
const callChances = {
  drop_before: 0.03,
  drop_after: 0.04,
  delay: 0.1,
  server_error: 0.02,
  rate_limit: 0.03,
  garbage: 0.02,
};
const webhookChances = { duplicate: 0.1, reorder: 0.1, late: 0.05, lose: 0.05 };
/** What the product is doing with the provider when it dies; undefined: whatever it is. */
const aims = {
  acting: [/\/sessions$/, /^\/v1\/(accounts|customers)/, /cancel$|expire$|refunds$/, undefined],
  passing: [/capture$/, /^\/v1\/transfers/, /refunds$|cancel$/, /payment_intents$/, undefined],
};
const patienceMs = 2_500;
const thingsEach = 4;
const passes = [15 * 60, 3 * 3_600, 13 * 3_600, 30 * 3_600, 60 * 3_600];

/** One product from its first booking to the day when all is settled, killed twice in each of so many chapters. */
export async function live({ seed, chapters }: { seed: number; chapters: number }): Promise<Life> {
  const stage = await openStage();
  try {
    const dice = chance(seed);
    await stage.product.start();
    const actors = actorsOf(stage);
    let hits = 0;
    for (let chapter = 0; chapter < chapters; chapter++) {
      stage.provider.faults.seed(dice.between(0, 2 ** 31), { ...callChances, ...webhookChances });
      hits += await during(stage, dice, aims.acting, () => actAll(actors, dice));
      hits += await during(stage, dice, aims.passing, () => passTime(stage, dice));
    }
    await comeToRest(stage, dice);
    return await judge(stage, hits);
  } finally {
    await stage.close();
  }
}

/** Everybody at once, each with dice of their own: what one does never depends on how fast another is. */
async function actAll(actors: Actor[], dice: Chance): Promise<void> {
  const hands = actors.map((act) => ({ act, own: chance(dice.between(0, 2 ** 31)) }));
  await Promise.all(
    hands.map(async ({ act, own }) => {
      for (let thing = 0; thing < thingsEach; thing++) await act(own);
    }),
  );
}

async function passTime(stage: Stage, dice: Chance): Promise<void> {
  await stage.advance(dice.pick(passes));
  await pause(700);
  await stage.advance(dice.pick(passes));
  await pause(700);
}

/** Kills the product once in the meantime; 1 when that was while a call was with the provider. */
async function during(
  stage: Stage,
  dice: Chance,
  targets: readonly (RegExp | undefined)[],
  work: () => Promise<void>,
): Promise<number> {
  const [hit] = await Promise.all([strike(stage, dice, dice.pick(targets)), work()]);
  return hit ? 1 : 0;
}

async function strike(
  { provider: { faults }, product }: Stage,
  dice: Chance,
  path: RegExp | undefined,
): Promise<boolean> {
  const before = faults.drawn.length;
  const hangs = () => faults.drawn.slice(before).some(({ kind }) => kind === 'time_out');
  const done = dice.maybe(0.6);
  const waitMs = path ? patienceMs : dice.between(50, patienceMs);
  if (path) faults.call({ kind: 'time_out', done }, { method: 'POST', path });
  for (let waited = 0; waited < waitMs && !hangs(); waited += 10) await pause(10);
  await pause(dice.between(0, 30));
  await product.kill();
  return hangs();
}

async function judge(stage: Stage, hits: number): Promise<Life> {
  const { db, product, provider, requests } = stage;
  const records = await readRecords(stage);
  const broken = [
    ...violations(records),
    ...(await bookingsThatDoNotFit(db)),
    ...(await openCases(db)),
  ];
  const { kills, starts } = product;
  const faults = provider.faults.drawn.length;
  return { kills, hits, restarts: starts - 1, requests, faults, ...(await countRows(db)), broken };
}
