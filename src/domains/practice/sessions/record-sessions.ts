import { type Ctx, personOf } from '../../../platform/context.ts';
import { inTransaction } from '../../../platform/db/index.ts';
import { DomainError } from '../../../platform/errors/index.ts';
import { dayFull, sessionIdTaken } from '../errors.ts';
import { getPublished } from '../library/published-library.ts';
import { awardAchievements, type Earned } from '../progress/award-achievements.ts';
import { countedSeconds } from './overlap.ts';
import { type FinishedPractice, readSession } from './session.ts';
import { viewWholeSession } from './session-view.ts';
import * as queries from './sessions.queries.ts';

const sessionsPerDayMax = 50;

/** The title may be left out where the library knows the sequence. */
export type Practice = Omit<FinishedPractice, 'title'> & { title?: string | undefined };

type Outcome =
  | { id: string; status: 'saved' | 'known' }
  | { id: string; status: 'refused'; error: DomainError };

/**
 * Keeps finished sessions, each for itself: one that is refused does not hold up the others, one that
 * was kept before stays as it was. What they earn is kept with them.
 */
export async function recordSessions(ctx: Ctx, practices: readonly Practice[]) {
  const person = personOf(ctx);
  const titled = await withTitles(ctx, practices);
  return inTransaction(ctx, async (ctx) => {
    await queries.lockPractice(ctx, person.id);
    const owners = await queries.ownersOf(
      ctx,
      titled.map(({ id }) => id),
    );
    const outcomes: Outcome[] = [];
    for (const practice of titled) outcomes.push(await record(ctx, person.id, practice, owners));
    const isNew = outcomes.some(({ status }) => status === 'saved');
    const earned: Earned[] = isNew ? await awardAchievements(ctx, person) : [];
    return { items: await withSessions(ctx, person.id, outcomes), earned };
  });
}

/** Keeps one. Throws as `readSession`, and `conflict` session_id_taken or day_full. */
export async function recordSession(ctx: Ctx, practice: Practice) {
  const { items, earned } = await recordSessions(ctx, [practice]);
  const item = items[0]!;
  if (item.status === 'refused') throw item.error;
  return { session: item.session, isNew: item.status === 'saved', earned };
}

async function withTitles(ctx: Ctx, practices: readonly Practice[]): Promise<FinishedPractice[]> {
  const { libraries } = await getPublished(ctx);
  return practices.map((practice) => ({
    ...practice,
    // As everywhere in the database, ids are written in small letters.
    id: practice.id.toLowerCase(),
    title:
      practice.title ??
      libraries.get(practice.library)?.sequences.find(({ slug }) => slug === practice.sequence)
        ?.name ??
      '',
  }));
}

/** Adds what it keeps to `owners`. */
async function record(
  ctx: Ctx,
  personId: string,
  practice: FinishedPractice,
  owners: Map<string, string>,
): Promise<Outcome> {
  const { id } = practice;
  try {
    const owner = owners.get(id);
    if (owner === personId) return { id, status: 'known' };
    if (owner) throw sessionIdTaken();
    const session = readSession(practice, ctx.clock.now());
    if ((await queries.countOnDay(ctx, personId, session.localDay)) >= sessionsPerDayMax)
      throw dayFull(sessionsPerDayMax);
    const near = await queries.listNear(ctx, personId, session);
    const row = { ...session, countedSeconds: countedSeconds(session, near) };
    // Only another person's can be in the way here: one's own wait for the lock.
    if (!(await queries.insertSession(ctx, personId, row))) throw sessionIdTaken();
    await queries.markTried(ctx, personId, session);
    owners.set(id, personId);
    return { id, status: 'saved' };
  } catch (error) {
    if (error instanceof DomainError) return { id, status: 'refused', error };
    throw error;
  }
}

async function withSessions(ctx: Ctx, personId: string, outcomes: readonly Outcome[]) {
  const ids = outcomes.filter(({ status }) => status !== 'refused').map(({ id }) => id);
  const kept = ids.length > 0 ? await queries.listSessionsBy(ctx, personId, ids) : [];
  const exercises = ids.length > 0 ? await queries.listExercisesOf(ctx, ids) : [];
  const views = new Map(
    kept.map((session) => [
      session.id,
      viewWholeSession(
        session,
        exercises.filter(({ sessionId }) => sessionId === session.id),
      ),
    ]),
  );
  return outcomes.map((outcome) =>
    outcome.status === 'refused' ? outcome : { ...outcome, session: views.get(outcome.id)! },
  );
}
