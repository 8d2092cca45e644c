import fc from 'fast-check';
import type { Schema } from '../memory-database/schema.ts';
import type { Sabotage } from '../memory-database/store.ts';
import { worldViolations } from './invariants.ts';
import { anyStory, type Step } from './steps.ts';
import { Tally } from './tally.ts';
import { MoneyWorld } from './world.ts';

export interface Explored {
  runs: number;
  /** What happened how often, by name. */
  counts: [string, number][];
  /** The shortest story found that breaks something, and how to see it again. */
  broken: Broken | undefined;
}

export interface Broken {
  story: Step[];
  what: string[];
  seed: number;
  path: string;
}

export interface Exploration {
  runs: number;
  seed: number;
  /** Of a story that was found before: only that one is played. */
  path?: string | undefined;
  sabotage?: () => Sabotage;
}

/** Plays one story in a world of its own; what it breaks. */
async function playStory(
  schema: Schema,
  story: readonly Step[],
  { sabotage, tally = new Tally() }: { sabotage?: (() => Sabotage) | undefined; tally?: Tally },
): Promise<string[]> {
  const world = new MoneyWorld(schema, sabotage?.());
  await world.play(story);
  tally.add(world.tally.counts);
  tally.count('asked', world.provider.calls);
  return worldViolations(world);
}

/** Plays so many drawn stories; stops at the first that breaks a rule, and shrinks it. */
export async function explore(
  schema: Schema,
  { runs, seed, path, sabotage }: Exploration,
): Promise<Explored> {
  const tally = new Tally();
  let played = 0;
  // Stories are full of errors that belong to them; only the one that is told needs to say where it came from.
  const { stackTraceLimit } = Error;
  Error.stackTraceLimit = 0;
  const property = fc.asyncProperty(anyStory, async (story) => {
    played += 1;
    const [first] = await playStory(schema, story, { sabotage, tally });
    if (first) throw new Error(first);
  });
  const found = await fc.check(property, { numRuns: runs, seed, ...(path && { path }) });
  Error.stackTraceLimit = stackTraceLimit;
  const counts = [...tally.counts];
  if (!found.failed) return { runs: played, counts, broken: undefined };
  const [story] = found.counterexample!;
  const what = await playStory(schema, story, { sabotage });
  const broken = { story, what, seed: found.seed, path: found.counterexamplePath! };
  return { runs: played, counts, broken };
}
