import type { Ctx } from '../../../platform/context.ts';
import { listCautions } from '../cautions/cautions.ts';
import { levels } from '../content/exercise.ts';
import { libraryNotFound } from '../errors.ts';
import type { PublishedExercise } from '../library/content.queries.ts';
import { getPublished } from '../library/published-library.ts';
import { changeSeconds as changeSecondsDefault } from '../solver/wish.ts';
import {
  checkedStep,
  levelOf,
  type OwnStep,
  readSteps,
  secondsOf,
  type WrittenStep,
} from './own-sequence.ts';
import { viewOwnStep } from './sequence-view.ts';
import { warningsOf } from './warnings.ts';

/** Steps as they would be kept. Throws not_found library_not_found and as `readSteps`. */
export async function readLibrarySteps(
  ctx: Ctx,
  { library, steps }: { library: string; steps: readonly WrittenStep[] },
): Promise<OwnStep[]> {
  const { libraries, exercisesById } = await getPublished(ctx);
  if (!libraries.has(library)) throw libraryNotFound();
  const bySlug = new Map<string, PublishedExercise>();
  for (const one of exercisesById.values()) if (one.library === library) bySlug.set(one.slug, one);
  return readSteps(bySlug, steps);
}

/** What a sequence would come to, and what is worth a thought, before it is kept. */
export async function checkSequence(
  ctx: Ctx,
  input: { library: string; changeSeconds?: number | undefined; steps: readonly WrittenStep[] },
) {
  const { changeSeconds = changeSecondsDefault } = input;
  const steps = await readLibrarySteps(ctx, input);
  return {
    seconds: secondsOf(steps, changeSeconds),
    changeSeconds,
    level: levels[levelOf(steps) - 1]!,
    steps: steps.map(viewOwnStep),
    warnings: warningsOf(steps.map(checkedStep), await listCautions(ctx)),
  };
}
