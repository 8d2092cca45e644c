import { createHash } from 'node:crypto';
import type { Ctx } from '../../../platform/context.ts';
import { inTransaction } from '../../../platform/db/index.ts';
import { type Exercise, type Library, levels, type Sequence } from '../content/exercise.ts';
import type { LevelNumber } from '../tables.ts';
import * as queries from './content.queries.ts';
import type { ExerciseBody } from './exercise-body.ts';
import { forgetLibrary } from './published-library.ts';

export interface Imported {
  added: number;
  changed: number;
  /** Edited here since they were shipped, so left as they are. */
  kept: number;
  unchanged: number;
}

/**
 * Loads a library as it ships. May run again at any time: what is the same stays untouched, what was
 * edited here stays as edited, what is no longer shipped stays too.
 */
export async function importLibrary(ctx: Ctx, library: Library): Promise<Imported> {
  const done: Imported = { added: 0, changed: 0, kept: 0, unchanged: 0 };
  await inTransaction(ctx, async (ctx) => {
    const exercises = new Map(
      (await queries.listShipped(ctx, 'practice.exercises', library.slug)).map((one) => [
        one.slug,
        one,
      ]),
    );
    for (const [position, exercise] of library.exercises.entries()) {
      const row = exerciseRow(library, exercise, position);
      const change = whatToDo(exercises.get(exercise.slug), row.shipped_digest);
      done[change] += 1;
      if (change === 'added') await queries.insertExercise(ctx, row);
      if (change === 'changed') await queries.replaceExercise(ctx, row);
    }
    const ids = await queries.exerciseIds(ctx, library.slug);
    const sequences = new Map(
      (await queries.listShipped(ctx, 'practice.sequences', library.slug)).map((one) => [
        one.slug,
        one,
      ]),
    );
    for (const [position, sequence] of library.sequences.entries()) {
      const row = sequenceRow(library, sequence, position);
      const change = whatToDo(sequences.get(sequence.slug), row.shipped_digest);
      done[change] += 1;
      if (change === 'added' || change === 'changed')
        await queries.saveShippedSequence(ctx, row, stepsOf(sequence, ids));
    }
    if (done.added + done.changed > 0) forgetLibrary(ctx);
  });
  return done;
}

function whatToDo(
  there: { digest: string | null; edited: boolean } | undefined,
  digest: string,
): keyof Imported {
  if (!there) return 'added';
  if (there.digest === digest) return 'unchanged';
  return there.edited ? 'kept' : 'changed';
}

const digestOf = (content: unknown): string =>
  createHash('sha256').update(JSON.stringify(content)).digest('hex').slice(0, 32);

const levelNumber = (level: Exercise['level']): LevelNumber =>
  (levels.indexOf(level) + 1) as LevelNumber;

function exerciseRow(
  { slug: library, illustrations }: Library,
  exercise: Exercise,
  position: number,
) {
  const { slug, name, original, level, category, areas, seconds, sides, ...texts } = exercise;
  const body = structuredClone({
    ...texts,
    illustration: illustrations[slug] ?? null,
  }) as ExerciseBody;
  return {
    library,
    slug,
    position,
    name,
    original: original ?? null,
    level: levelNumber(level),
    category,
    areas: [...areas],
    seconds,
    two_sided: sides === 'both',
    body,
    status: 'published' as const,
    shipped_digest: digestOf([position, exercise, body.illustration]),
  };
}

function sequenceRow({ slug: library }: Library, sequence: Sequence, position: number) {
  const { slug, name, level, summary, audience, benefits, changeSeconds } = sequence;
  return {
    library,
    slug,
    position,
    owner_id: null,
    name,
    level: levelNumber(level),
    summary,
    audience,
    benefits: [...benefits],
    change_seconds: changeSeconds,
    visibility: 'public' as const,
    status: 'published' as const,
    shipped_digest: digestOf([position, sequence]),
  };
}

function stepsOf({ slug, steps }: Sequence, ids: ReadonlyMap<string, string>) {
  return steps.map(({ exercise, side, seconds, transition }, at) => {
    const exerciseId = ids.get(exercise);
    if (!exerciseId) throw new Error(`sequence ${slug} uses ${exercise}, which is no exercise`);
    return {
      position: at + 1,
      exercise_id: exerciseId,
      side: side ?? null,
      seconds,
      transition: transition ?? null,
    };
  });
}
