import { type Block, fitSeconds, secondsMax, secondsMin, secondsOf } from './fit-seconds.ts';
import {
  type Candidate,
  type Phase,
  type Solution,
  type Wish,
  wishSecondsMax,
  wishSecondsMin,
} from './wish.ts';

/** Of the whole time. */
const shares: Record<Phase, number> = { warm_up: 0.15, work: 0.7, rest: 0.15 };
/** An exercise may come back once, later. */
const timesMax = 2;

/**
 * A practice that lasts as wished, keeps clear of what was named and stays within the level: first
 * what warms, then work of which most serves the wished areas, then rest. Both sides get the same. The
 * same wish and seed give the same practice. Says why when there is none.
 */
export function solve(library: readonly Candidate[], wish: Wish): Solution {
  if (wish.seconds < wishSecondsMin)
    return { found: false, reason: 'too_short', limitSeconds: wishSecondsMin };
  if (wish.seconds > wishSecondsMax)
    return { found: false, reason: 'too_long', limitSeconds: wishSecondsMax };

  const allowed = library.filter((one) => isWithinLevel(one, wish) && isClear(one, wish));
  const fitting = allowed.filter((one) => one.phase === 'work' && serves(one, wish));
  if (fitting.length === 0) return nothingLeft(library, wish);

  const blocks = choose(allowed, wish);
  if (secondsMax(blocks) < wish.seconds)
    return { found: false, reason: 'not_enough', secondsMax: secondsMax(blocks) };
  return { found: true, steps: fitSeconds(blocks, wish.seconds), seconds: wish.seconds };
}

const isWithinLevel = (one: Candidate, { levelMax }: Wish) => one.level <= levelMax;
const isClear = (one: Candidate, { without }: Wish) =>
  !one.cautions.some((caution) => without.includes(caution));
const serves = (one: Candidate, { areas }: Wish) =>
  areas.length === 0 || one.areas.some((area) => areas.includes(area));

function nothingLeft(library: readonly Candidate[], wish: Wish): Solution {
  const wanted = library.filter((one) => one.phase === 'work' && serves(one, wish));
  return {
    found: false,
    reason: 'nothing_left',
    because: {
      level: wanted.filter((one) => !isWithinLevel(one, wish)).length,
      cautions: wanted.filter((one) => !isClear(one, wish)).length,
    },
  };
}

function choose(allowed: readonly Candidate[], wish: Wish): Block[] {
  const draw = randomFrom(wish.seed);
  const used = new Map<string, number>();
  const fill = (phase: Phase, seconds: number) =>
    fillPhase({ pool: allowed.filter((one) => one.phase === phase), seconds, wish, used, draw });

  const warmUp = fill('warm_up', wish.seconds * shares.warm_up);
  const rest = fill('rest', wish.seconds * shares.rest);
  // The work fills what warm-up and rest left open, so that a library without one of them still serves.
  const around = [...warmUp, ...rest].reduce((sum, one) => sum + lengthOf(one), 0);
  const work = inFlow(fill('work', Math.max(wish.seconds - around, wish.seconds * shares.work)));
  return trimmed([...warmUp, ...work, ...rest], wish.seconds).map(blockOf);
}

interface Filling {
  pool: readonly Candidate[];
  seconds: number;
  wish: Wish;
  /** How often each slug was taken already. */
  used: Map<string, number>;
  draw: () => number;
}

function fillPhase({ pool, seconds, wish, used, draw }: Filling): Candidate[] {
  const bySlug = new Map(pool.map((one) => [one.slug, one]));
  const served = new Map<string, number>();
  const taken: Candidate[] = [];
  let filled = 0;
  const take = (one: Candidate) => {
    taken.push(one);
    filled += lengthOf(one);
    used.set(one.slug, (used.get(one.slug) ?? 0) + 1);
    for (const area of one.areas) served.set(area, (served.get(area) ?? 0) + lengthOf(one));
  };
  while (filled < seconds) {
    const next = best(pool, (one) => worth(one, { wish, used, served, filled, draw }));
    if (!next) break;
    take(next);
    const counter = next.counters
      .map((slug) => bySlug.get(slug))
      .find((one) => one && !used.has(one.slug));
    if (counter && next.level > 1 && filled < seconds) take(counter);
  }
  return taken;
}

interface Weighing {
  wish: Wish;
  used: Map<string, number>;
  served: Map<string, number>;
  filled: number;
  draw: () => number;
}

/** The higher the sooner; -Infinity for what may not come again. */
function worth(one: Candidate, { wish, used, served, filled, draw }: Weighing): number {
  const times = used.get(one.slug) ?? 0;
  if (times >= timesMax) return Number.NEGATIVE_INFINITY;
  const wanted = one.areas.filter((area) => wish.areas.includes(area));
  const neglected = wanted.map((area) => 1 - (served.get(area) ?? 0) / (filled + 1));
  const forAreas = wish.areas.length === 0 ? 0 : wanted.length > 0 ? 2 + Math.max(...neglected) : 0;
  return forAreas - times * 4 + draw();
}

function best(
  pool: readonly Candidate[],
  score: (one: Candidate) => number,
): Candidate | undefined {
  let chosen: Candidate | undefined;
  let highest = Number.NEGATIVE_INFINITY;
  for (const one of pool) {
    const value = score(one);
    if (value > highest) [chosen, highest] = [one, value];
  }
  return chosen;
}

/** By how one is placed, a second turn after all first ones, each counter right behind what it eases. */
function inFlow(work: readonly Candidate[]): Candidate[] {
  const turns = new Map<string, number>();
  const placed = work.map((one, at) => {
    const turn = (turns.get(one.slug) ?? 0) + 1;
    turns.set(one.slug, turn);
    const eased = at > 0 && work[at - 1]!.counters.includes(one.slug) ? work[at - 1]! : one;
    return { one, at, turn, posture: eased.posture };
  });
  return placed
    .sort((a, b) => a.turn - b.turn || a.posture - b.posture || a.at - b.at)
    .map(({ one }) => one);
}

/** Drops what most exceeds its share, last chosen first, while even the shortest holding would take too long. */
function trimmed(chosen: Candidate[], seconds: number): Candidate[] {
  const kept = [...chosen];
  const lengthOfPhase = (phase: Phase) =>
    kept.reduce((sum, one) => sum + (one.phase === phase ? lengthOf(one) : 0), 0);
  const excess = (phase: Phase) => lengthOfPhase(phase) - seconds * shares[phase];
  while (secondsMin(kept.map(blockOf)) > seconds) {
    const works = kept.filter(({ phase }) => phase === 'work').length;
    const phases = (['work', 'warm_up', 'rest'] as const).filter((phase) =>
      phase === 'work' ? works > 1 : kept.some((one) => one.phase === phase),
    );
    const longest = phases.toSorted((a, b) => excess(b) - excess(a))[0];
    if (!longest) break;
    kept.splice(
      kept.findLastIndex(({ phase }) => phase === longest),
      1,
    );
  }
  return kept;
}

const blockOf = ({ slug, phase, seconds, twoSided }: Candidate): Block => ({
  slug,
  phase,
  seconds,
  sides: twoSided ? ['left', 'right'] : [null],
});

const lengthOf = (one: Candidate) => secondsOf([blockOf(one)]);

/** Mulberry32: small, even, and the same everywhere. */
function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
