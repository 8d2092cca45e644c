import { type Ctx, personOf } from '../../../platform/context.ts';
import { decodeIdCursor, pageById } from '../../../platform/http/index.ts';
import { readAll } from '../../../platform/person-data/index.ts';
import { listCautions } from '../cautions/cautions.ts';
import { ownSequenceNotFound, sequenceNotFound } from '../errors.ts';
import { listStepsOf, type StoredStep } from '../library/content.queries.ts';
import { getPublished, type LibrarySequence } from '../library/published-library.ts';
import { checkedStep, type OwnStep, secondsOf } from './own-sequence.ts';
import { viewOwnCard, viewSequence } from './sequence-view.ts';
import * as queries from './sequences.queries.ts';
import { warningsOf } from './warnings.ts';

/** One's own with all its steps and what is worth a thought. Throws not_found sequence_not_found. */
export async function getOwnSequence(ctx: Ctx, { slug }: { slug: string }) {
  const own = await queries.findOwn(ctx, personOf(ctx).id, slug);
  if (!own) throw ownSequenceNotFound();
  const published = await getPublished(ctx);
  const sequence = withSteps(own, await listStepsOf(ctx, [own.id]));
  const steps = sequence.steps.flatMap(({ exerciseId, ...step }): OwnStep[] => {
    const exercise = published.exercisesById.get(exerciseId);
    return exercise ? [{ ...step, exercise }] : [];
  });
  return {
    ...viewSequence(published, sequence, 'me'),
    shared: own.visibility !== 'private',
    version: own.version,
    updatedAt: own.updatedAt.toString(),
    warnings: warningsOf(steps.map(checkedStep), await listCautions(ctx)),
  };
}

/** The library's, one's own, or one that somebody shares. Throws not_found sequence_not_found. */
export async function getSequence(ctx: Ctx, { slug }: { slug: string }) {
  const published = await getPublished(ctx);
  for (const { sequences } of published.libraries.values()) {
    const found = sequences.find((one) => one.slug === slug);
    if (found) return viewSequence(published, found, 'library');
  }
  const personId = ctx.actor.kind === 'person' ? ctx.actor.id : null;
  const own = await queries.findOpenBySlug(ctx, personId, slug);
  if (!own) throw sequenceNotFound();
  const by = own.ownerId === personId ? 'me' : 'another';
  return viewSequence(published, withSteps(own, await listStepsOf(ctx, [own.id])), by);
}

const withSteps = (own: queries.OwnSequence, steps: StoredStep[]): LibrarySequence => ({
  ...own,
  steps,
  seconds: secondsOf(steps, own.changeSeconds),
});

/** Newest first. Throws `invalid` bad_cursor. */
export async function listOwnSequences(
  ctx: Ctx,
  { cursor, limit }: { cursor?: string | undefined; limit: number },
) {
  const after = cursor === undefined ? undefined : decodeIdCursor(cursor);
  const rows = await queries.listOwnAfter(ctx, personOf(ctx).id, { after, limit: limit + 1 });
  const { items, nextCursor } = pageById(rows, limit);
  const published = await getPublished(ctx);
  return { items: items.map((row) => viewOwnCard(published, row)), nextCursor };
}

/** All that a person built, for the person to take along. */
export async function exportOwnSequences(ctx: Ctx, personId: string) {
  const rows = await readAll<Awaited<ReturnType<typeof queries.listOwnAfter>>[number]>(
    ({ after, limit }) => queries.listOwnAfter(ctx, personId, { after: after?.id, limit }),
  );
  if (rows.length === 0) return [];
  const published = await getPublished(ctx);
  const stored = Map.groupBy(
    await listStepsOf(
      ctx,
      rows.map(({ id }) => id),
    ),
    ({ sequenceId }) => sequenceId,
  );
  return rows.map((row) => {
    const whole = withSteps(row, stored.get(row.id) ?? []);
    const { steps, ...sequence } = viewSequence(published, whole, 'me');
    return {
      ...sequence,
      shared: row.visibility !== 'private',
      steps: steps.map(({ exercise, side, seconds, transition }) => ({
        exercise: exercise.slug,
        side,
        seconds,
        transition,
      })),
    };
  });
}
