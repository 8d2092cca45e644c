import { type Ctx, personOf } from '../../../platform/context.ts';
import { decodeIdCursor, pageById } from '../../../platform/http/index.ts';
import { findInstructor } from '../../catalog/index.ts';
import { findLessonPairs } from '../../scheduling/index.ts';
import { viewCard } from '../library/exercise-view.ts';
import { getPublished, type Published } from '../library/published-library.ts';
import { type Assignment, listGivenTo, listOpenOf } from './assignments.queries.ts';

/** What was not done is shown so long after its day. */
const daysShownAfter = 14;
const givenEachMax = 10;

/** What I have to practise for my instructors, the newest first. Throws `invalid` bad_cursor. */
export async function listMyHomework(
  ctx: Ctx,
  { cursor, limit }: { cursor?: string | undefined; limit: number },
) {
  const { id, timeZone } = personOf(ctx);
  const today = ctx.clock.now().toZonedDateTimeISO(timeZone).toPlainDate();
  const rows = await listOpenOf(ctx, id, {
    dueFrom: today.subtract({ days: daysShownAfter }).toString(),
    after: cursor === undefined ? undefined : decodeIdCursor(cursor),
    limit: limit + 1,
  });
  const { items, nextCursor } = pageById(rows, limit);
  const published = await getPublished(ctx);
  const from = await instructorsOf(ctx, items);
  return {
    items: items.map((row) => ({
      ...viewHomework(published, row, today),
      from: from.get(row.instructorPersonId) ?? null,
    })),
    nextCursor,
  };
}

/** A learner has few instructors, so each is looked up by itself. */
async function instructorsOf(ctx: Ctx, rows: readonly Assignment[]) {
  const ids = [...new Set(rows.map(({ instructorPersonId }) => instructorPersonId))];
  const found = await Promise.all(
    ids.map(async (personId) => [personId, await findInstructor(ctx, { personId })] as const),
  );
  return new Map(
    found.flatMap(([personId, instructor]) =>
      instructor
        ? [
            [
              personId,
              {
                name: instructor.displayName,
                slug: instructor.slug,
                portrait: instructor.portrait,
              },
            ] as const,
          ]
        : [],
    ),
  );
}

/**
 * What I gave the learners of these lessons, with what they have done of it, and whether I may give
 * more. Lessons that are not mine are left out.
 */
export async function listGivenHomework(ctx: Ctx, bookingIds: readonly string[]) {
  const { id, timeZone } = personOf(ctx);
  const pairs = (await findLessonPairs(ctx, bookingIds)).filter(
    ({ instructorPersonId }) => instructorPersonId === id,
  );
  const learnerIds = [...new Set(pairs.map(({ learnerId }) => learnerId))];
  const given = learnerIds.length
    ? await listGivenTo(ctx, id, { learnerIds, limitEach: givenEachMax })
    : [];
  const today = ctx.clock.now().toZonedDateTimeISO(timeZone).toPlainDate();
  const published = await getPublished(ctx);
  return {
    items: pairs.map(({ bookingId, learnerId, haveMet }) => ({
      bookingId,
      mayAssign: haveMet,
      homework: given
        .filter((one) => one.learnerId === learnerId)
        .map((one) => viewHomework(published, one, today)),
    })),
  };
}

type HomeworkState = 'open' | 'done' | 'overdue' | 'ended';

function stateOf(
  { endedAt, done, late, times, dueOn }: Assignment,
  today: Temporal.PlainDate,
): HomeworkState {
  if (done + late >= times) return 'done';
  if (endedAt) return 'ended';
  return Temporal.PlainDate.compare(dueOn, today) < 0 ? 'overdue' : 'open';
}

function viewHomework(published: Published, row: Assignment, today: Temporal.PlainDate) {
  const { id, library, slug, name, seconds, isOpen, times, done, late, dueOn, note } = row;
  const figures = row.firstExerciseIds.flatMap((exerciseId) => {
    const exercise = published.exercisesById.get(exerciseId);
    return (exercise && viewCard(exercise).figure) ?? [];
  });
  return {
    id,
    sequence: { library, slug, name, seconds, figures, available: isOpen },
    times,
    done,
    late,
    dueOn,
    note,
    state: stateOf(row, today),
    lastDoneAt: row.lastDoneAt?.toString() ?? null,
    createdAt: row.createdAt.toString(),
  };
}
