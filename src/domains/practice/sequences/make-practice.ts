import type { Ctx } from '../../../platform/context.ts';
import { randomBytes } from '../../../platform/crypto/index.ts';
import { type Caution, type Level, levels } from '../content/exercise.ts';
import { libraryNotFound, noPractice } from '../errors.ts';
import { viewCard } from '../library/exercise-view.ts';
import { getPublished, type LibraryExercise } from '../library/published-library.ts';
import { entitledToPlus } from '../plus.ts';
import { solve } from '../solver/solve.ts';
import { type Candidate, changeSeconds, type Phase } from '../solver/wish.ts';

export interface MakePractice {
  library: string;
  minutes: number;
  areas: readonly string[];
  level: Level;
  without: readonly Caution[];
  seed?: number | undefined;
}

/** A practice to a wish. Throws not_found library_not_found and `invalid` practice_… with the reason. */
export async function makePractice(ctx: Ctx, wish: MakePractice) {
  const library = (await getPublished(ctx)).libraries.get(wish.library);
  if (!library) throw libraryNotFound();
  const seed = wish.seed ?? randomBytes(4).readUInt32BE() >>> 1;
  const entitled = await entitledToPlus(ctx);
  const open = library.exercises.filter(({ plus }) => entitled || !plus);
  const answer = solve(open.map(candidateOf), {
    seconds: wish.minutes * 60,
    areas: wish.areas,
    levelMax: (levels.indexOf(wish.level) + 1) as Candidate['level'],
    without: wish.without,
    seed,
  });
  if (!answer.found) throw noPractice(answer);
  const steps = answer.steps.map(({ slug, side, seconds }) => {
    const exercise = library.bySlug.get(slug)!;
    return {
      exercise: viewCard(exercise),
      side,
      seconds,
      transition: null,
      breath: exercise.body.breath,
    };
  });
  return { seconds: answer.seconds, changeSeconds, seed, steps };
}

/** How one is placed, from the ground up and down again, so that a practice flows. */
const postures = [
  'kneeling',
  'standing',
  'balance',
  'arm-balance',
  'backbend',
  'prone',
  'inversion',
  'seated',
  'twist',
  'supine',
  'restorative',
];

function candidateOf(exercise: LibraryExercise): Candidate {
  const { slug, seconds, twoSided, level, areas, category, body } = exercise;
  return {
    slug,
    phase: phaseOf(exercise),
    seconds,
    twoSided,
    level,
    areas,
    cautions: body.contraindications,
    posture: postures.indexOf(category),
    counters: body.counter,
  };
}

function phaseOf({ category, areas, level }: LibraryExercise): Phase {
  if (category === 'restorative' || areas.includes('rest')) return 'rest';
  return level === 1 && category === 'kneeling' ? 'warm_up' : 'work';
}
