import { invalid } from '../../platform/errors/index.ts';
import { decodeCursor } from '../../platform/http/index.ts';

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Reads a cursor of an instant and an id, ours unless a pattern says otherwise. Throws invalid bad_cursor. */
export function readTimeCursor(cursor: string, idPattern = uuid): { at: string; id: string } {
  const [at, id] = decodeCursor(cursor, 2);
  if (isInstant(at) && typeof id === 'string' && idPattern.test(id)) return { at, id };
  throw invalid('bad_cursor', 'This page link is not complete. Start again from the first page.', {
    field: 'cursor',
  });
}

function isInstant(value: unknown): value is string {
  if (typeof value !== 'string') return false;
  try {
    const { year } = Temporal.Instant.from(value).toZonedDateTimeISO('UTC');
    return year >= 1970 && year <= 9999;
  } catch {
    return false;
  }
}
