import type { Ctx } from '../../../platform/context.ts';
import { decodeIdCursor, pageById } from '../../../platform/http/index.ts';
import { operatorsProblemView } from './problem-view.ts';
import { selectOpenProblems } from './problems.queries.ts';

const pageLength = 50;

/** What waits for an operator, the oldest first. Throws invalid bad_cursor. */
export async function listOpenProblems(ctx: Ctx, { cursor }: { cursor?: string | undefined }) {
  const after = cursor === undefined ? undefined : decodeIdCursor(cursor);
  const found = await selectOpenProblems(ctx, { after, limit: pageLength + 1 });
  const { items, nextCursor } = pageById(found, pageLength);
  return { items: items.map(operatorsProblemView), nextCursor };
}
