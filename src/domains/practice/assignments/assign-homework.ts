import { type Ctx, personOf } from '../../../platform/context.ts';
import { inTransaction } from '../../../platform/db/index.ts';
import { findLessonPairs, type LessonPair } from '../../scheduling/index.ts';
import {
  alreadyGiven,
  dueWrong,
  homeworkFull,
  homeworkNotFound,
  lessonNotFound,
  notMetYet,
  sequenceNotFound,
  sequencePrivate,
} from '../errors.ts';
import { homeworkGiven } from '../events.ts';
import { listStepsOf } from '../library/content.queries.ts';
import { getPublished } from '../library/published-library.ts';
import { secondsOf } from '../sequences/own-sequence.ts';
import { findOpenBySlug } from '../sequences/sequences.queries.ts';
import * as queries from './assignments.queries.ts';

export interface AssignHomework {
  /** Of any lesson with the learner; it says who that is. */
  bookingId: string;
  /** Slug of a sequence of the library, or of one's own that is shared. */
  sequence: string;
  times: number;
  /** 2026-11-23, by the learner's own calendar. */
  dueOn: string;
  note: string;
}

const openMax = 10;
const daysAheadMax = 366;

/**
 * Gives a learner a sequence to practise. Throws not_found lesson_not_found or sequence_not_found,
 * conflict not_met_yet, homework_given or homework_full, `invalid` sequence_private or due_wrong.
 */
export async function assignHomework(ctx: Ctx, input: AssignHomework): Promise<LessonPair> {
  const pair = await getOwnPair(ctx, input.bookingId);
  if (!pair.haveMet) throw notMetYet();
  assertDue(ctx, input.dueOn);
  const { id: sequenceId, seconds } = await findSequence(ctx, input.sequence);
  const { instructorPersonId, learnerId } = pair;
  const { times, dueOn } = input;
  const note = input.note.toWellFormed().replaceAll('\0', '').trim();
  await inTransaction(ctx, async (ctx) => {
    await queries.lockPair(ctx, pair);
    if ((await queries.countOpenBetween(ctx, pair)) >= openMax) throw homeworkFull(openMax);
    const homework = { instructorPersonId, learnerId, sequenceId, times, dueOn, note };
    const id = await queries.insertAssignment(ctx, { ...homework, sequenceSeconds: seconds });
    if (!id) throw alreadyGiven();
    await ctx.events.publish(ctx, homeworkGiven, { homeworkId: id, learnerId });
  });
  return pair;
}

/** The two of a lesson that the caller gives. Throws not_found lesson_not_found. */
async function getOwnPair(ctx: Ctx, bookingId: string): Promise<LessonPair> {
  const { id } = personOf(ctx);
  const [pair] = await findLessonPairs(ctx, [bookingId]);
  if (!pair || pair.instructorPersonId !== id) throw lessonNotFound();
  return pair;
}

function assertDue(ctx: Ctx, dueOn: string): void {
  const today = ctx.clock.now().toZonedDateTimeISO(personOf(ctx).timeZone).toPlainDate();
  const due = Temporal.PlainDate.from(dueOn);
  const { days } = today.until(due, { largestUnit: 'days' });
  if (days < 0 || days > daysAheadMax) throw dueWrong();
}

async function findSequence(ctx: Ctx, slug: string): Promise<{ id: string; seconds: number }> {
  const { libraries } = await getPublished(ctx);
  for (const { sequences } of libraries.values()) {
    const found = sequences.find((one) => one.slug === slug);
    if (found) return found;
  }
  const own = await findOpenBySlug(ctx, personOf(ctx).id, slug);
  if (!own) throw sequenceNotFound();
  if (own.visibility === 'private') throw sequencePrivate();
  const steps = await listStepsOf(ctx, [own.id]);
  return { id: own.id, seconds: Math.max(1, secondsOf(steps, own.changeSeconds)) };
}

/** Takes it back; what was practised stays. Throws not_found homework_not_found. */
export async function endHomework(ctx: Ctx, { id }: { id: string }): Promise<void> {
  if (!(await queries.endAssignment(ctx, personOf(ctx).id, id))) throw homeworkNotFound();
}
