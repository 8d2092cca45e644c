import fc from 'fast-check';
import type { Schema } from '../memory-database/schema.ts';
import type { Sabotage } from '../memory-database/store.ts';
import { violations } from './invariants.ts';
import { anyStory, type Step } from './steps.ts';
import { MoneyWorld } from './world.ts';

export interface Explored {
  runs: number;
  events: number;
  faults: number;
  crashes: number;
  calls: number;
  /** The shortest story found that breaks something, and how to see it again. */
  broken: { story: Step[]; what: string[]; seed: number; path: string } | undefined;
}

/** Plays so many drawn stories, each in a world of its own; stops at the first that breaks a rule, and shrinks it. */
export async function explore(
  schema: Schema,
  {
    runs,
    seed,
    path,
    sabotage,
  }: { runs: number; seed: number; path?: string; sabotage?: () => Sabotage },
): Promise<Explored> {
  const total = { runs: 0, events: 0, faults: 0, crashes: 0, calls: 0 };
  const play = async (story: Step[]): Promise<string[]> => {
    const world = new MoneyWorld(schema, sabotage?.());
    await world.play(story);
    total.runs += 1;
    total.events += world.counts.events;
    total.faults += world.counts.faults;
    total.crashes += world.counts.crashes;
    total.calls += world.provider.calls;
    return violations(world);
  };
  const property = fc.asyncProperty(anyStory, async (story) => {
    const [first] = await play(story);
    if (first) throw new Error(first);
  });
  const found = await fc.check(property, {
    numRuns: runs,
    seed,
    ...(path && { path }),
    endOnFailure: false,
  });
  if (!found.failed) return { ...total, broken: undefined };
  const [story] = found.counterexample!;
  const what = await play(story);
  return { ...total, broken: { story, what, seed: found.seed, path: found.counterexamplePath! } };
}
