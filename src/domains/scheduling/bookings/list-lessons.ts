import type { Ctx, Person } from '../../../platform/context.ts';
import { invalid } from '../../../platform/errors/index.ts';
import { decodeCursor, encodeCursor } from '../../../platform/http/index.ts';
import { lessonView } from './booking-view.ts';
import { selectLessons } from './bookings.queries.ts';
import { loadSides } from './sides.ts';

const pageLength = 10;

export interface ListLessons {
  when: 'upcoming' | 'past';
  cursor?: string | undefined;
}

/** My lessons as a learner, ten a page: the next first, or the last first. Throws invalid bad_cursor. */
export async function listLessons(ctx: Ctx, person: Person, { when, cursor }: ListLessons) {
  const after = cursor === undefined ? undefined : readCursor(cursor);
  const found = await selectLessons(ctx, {
    learnerId: person.id,
    when,
    after,
    limit: pageLength + 1,
  });
  const page = found.slice(0, pageLength);
  const sidesOf = await loadSides(ctx, page);
  const last = found.length > pageLength ? page.at(-1) : undefined;
  return {
    items: page.map((booking) =>
      lessonView(booking, { role: 'learner', sides: sidesOf(booking), now: ctx.clock.now() }),
    ),
    nextCursor: last ? encodeCursor([last.startsAt.toString(), last.id]) : null,
  };
}

function readCursor(cursor: string): { startsAt: string; id: string } {
  const [startsAt, id] = decodeCursor(cursor, 2);
  if (
    typeof startsAt === 'string' &&
    typeof id === 'string' &&
    isInstant(startsAt) &&
    /^[0-9a-f-]{36}$/.test(id)
  )
    return { startsAt, id };
  throw invalid('bad_cursor', 'This page link is not complete. Start again from the first page.', {
    field: 'cursor',
  });
}

function isInstant(text: string): boolean {
  try {
    const { year } = Temporal.Instant.from(text).toZonedDateTimeISO('UTC');
    return year >= 1970 && year <= 9999;
  } catch {
    return false;
  }
}
