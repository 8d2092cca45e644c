import { invalid } from '../errors/index.ts';

/** An opaque text that names the last row of a page by its sort values. */
export function encodeCursor(values: unknown[]): string {
  return Buffer.from(JSON.stringify(values)).toString('base64url');
}

/** Reads a cursor of `length` values; throws invalid `bad_cursor`. */
export function decodeCursor(cursor: string, length?: number): unknown[] {
  try {
    const values: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString());
    if (Array.isArray(values) && (length === undefined || values.length === length)) return values;
  } catch {
    // falls through: whatever can't be read is not a cursor of ours
  }
  return refuse();
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Reads a cursor that holds one id; throws invalid `bad_cursor`. */
export function decodeIdCursor(cursor: string): string {
  const [id] = decodeCursor(cursor, 1);
  return typeof id === 'string' && uuid.test(id) ? id : refuse();
}

/** A page of `limit` out of rows of which one more was asked for; its cursor is the last one's id. */
export function pageById<T extends { id: string }>(
  rows: T[],
  limit: number,
): { items: T[]; nextCursor: string | null } {
  const items = rows.slice(0, limit);
  const last = rows.length > limit ? items.at(-1) : undefined;
  return { items, nextCursor: last ? encodeCursor([last.id]) : null };
}

function refuse(): never {
  throw invalid('bad_cursor', 'This page link is not complete. Start again from the first page.', {
    field: 'cursor',
  });
}
