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
  throw invalid('bad_cursor', 'This page link is not complete. Start again from the first page.', {
    field: 'cursor',
  });
}
