import { setTimeout as pause } from 'node:timers/promises';
import { type Chance, chance } from '../../src/dev/demo/random.ts';
import { violations } from '../support/money/invariants.ts';
import { type Actor, actorsOf } from './actors.ts';
import { comeToRest } from './rest.ts';
import { bookingsThatDoNotFit, countRows, openCases, readRecords } from './records.ts';
import { openStage, type Stage } from './stage.ts';

export interface Life {
  /** The name of its database. */
  database: string;
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
  acting: [
    /\/sessions$/,
    /^\/v1\/(accounts|customers)/,
    /cancel$|expire$|refunds$/,
    /./,
    undefined,
  ],
  passing: [
    /capture$|cancel$/,
    /transfers|reversals$/,
    /payment_intents$|refunds$/,
    /./,
    undefined,
  ],
};
const patienceMs = 15_000;
const blindMs = 2_000;
const thingsEach = 4;
/** Hours in which lessons begin and end, cards are charged and money is sent on. */
const passes = [1, 5, 17, 30, 66];
/** For so long at most nobody looks. */
const stepHours = 6;

export interface LifeOptions {
  seed: number;
  chapters: number;
  /** Whether its database stays where something broke. */
  keep?: boolean;
  /** Sees the stage once it was judged, before it is taken down. */
  afterwards?: (stage: Stage) => Promise<void>;
}

/** One product from its first booking to the day when all is settled, killed twice in each of so many chapters. */
export async function live({ seed, chapters, keep, afterwards }: LifeOptions): Promise<Life> {
  const stage = await openStage();
  let life: Life | undefined;
  try {
    const dice = chance(seed);
    await stage.product.start();
    const actors = actorsOf(stage);
    let hits = 0;
    for (let chapter = 0; chapter < chapters; chapter++) {
      hits += await during(stage, dice, aims.acting, (own) => actAll(actors, own));
      hits += await during(stage, dice, aims.passing, (own) => passTime(stage, own));
    }
    await comeToRest(stage, dice);
    life = { ...(await countLife(stage)), hits, broken: await judge(stage) };
    await afterwards?.(stage);
    return life;
  } finally {
    await stage.close({ keep: keep === true && (life?.broken.length ?? 0) > 0 });
  }
}

/** Everybody at once, each with dice of their own: what one does never depends on how fast another is. */
async function actAll(actors: Actor[], dice: Chance): Promise<void> {
  const hands = actors.map((act) => ({ act, own: fork(dice) }));
  await Promise.all(
    hands.map(async ({ act, own }) => {
      for (let thing = 0; thing < thingsEach; thing++) await act(own);
    }),
  );
}

async function passTime(stage: Stage, dice: Chance): Promise<void> {
  for (let left = dice.pick(passes); left > 0; left -= stepHours) {
    await stage.advance(Math.min(left, stepHours) * 3_600);
    await pause(dice.between(100, 500));
  }
}

/** Kills the product once in the meantime; 1 when that was while a call was with the provider. */
async function during(
  stage: Stage,
  dice: Chance,
  targets: readonly (RegExp | undefined)[],
  work: (dice: Chance) => Promise<void>,
): Promise<number> {
  const [forWork, forStrike] = [fork(dice), fork(dice)];
  disturb(stage, forStrike);
  let over = false;
  const [hit] = await Promise.all([
    strike(stage, forStrike, { path: forStrike.pick(targets), isOver: () => over }),
    work(forWork).finally(() => {
      over = true;
    }),
  ]);
  stage.provider.faults.clear();
  return hit ? 1 : 0;
}

const fork = (dice: Chance): Chance => chance(dice.between(0, 2 ** 31));

function disturb({ provider: { faults } }: Stage, dice: Chance): void {
  faults.clear();
  faults.seed(dice.between(0, 2 ** 31), { ...callChances, ...webhookChances });
}

async function strike(
  stage: Stage,
  dice: Chance,
  { path, isOver }: { path: RegExp | undefined; isOver: () => boolean },
): Promise<boolean> {
  const { faults } = stage.provider;
  const before = faults.drawn.length;
  const hangs = () => faults.drawn.slice(before).some(({ kind }) => kind === 'time_out');
  const done = dice.maybe(0.6);
  const waitMs = path ? patienceMs : dice.between(50, blindMs);
  if (path) faults.call({ kind: 'time_out', done }, { method: 'POST', path });
  for (let waited = 0; waited < waitMs && !hangs() && !isOver(); waited += 10) await pause(10);
  await pause(dice.between(0, 30));
  // A call that nobody has made must not keep the next process waiting.
  if (!hangs()) disturb(stage, dice);
  await stage.product.kill();
  return hangs();
}

/** What does not hold of a life that has come to rest; each in a sentence. */
export async function judge(stage: Stage): Promise<string[]> {
  return [
    ...violations(await readRecords(stage)),
    ...(await bookingsThatDoNotFit(stage.db)),
    ...(await openCases(stage.db)),
  ];
}

async function countLife({ database, db, product, provider, requests }: Stage) {
  const { kills, starts } = product;
  const faults = provider.faults.drawn.length;
  return { database, kills, restarts: starts - 1, requests, faults, ...(await countRows(db)) };
}
