import type { Ctx } from '../../../platform/context.ts';
import { invalid } from '../../../platform/errors/index.ts';
import { decodeCursor, encodeCursor } from '../../../platform/http/index.ts';
import { findPeople } from '../../identity/index.ts';
import { revisionNotFound } from '../errors.ts';
import type { Content } from './content.ts';
import { getItem, type Item } from './items.ts';
import { findRevision, listRevisions } from './publish.queries.ts';
import { overwriteDraft } from './save-draft.ts';

export interface ListHistory {
  id: string;
  cursor?: string | undefined;
  limit: number;
}

/**
 * What was published, the newest first, with the fields in which each differs from the one before.
 * Throws not_found item_not_found, `invalid` bad_cursor.
 */
export async function listHistory(ctx: Ctx, { id, cursor, limit }: ListHistory) {
  const { standing } = await getItem(ctx, id);
  const before = cursor === undefined ? undefined : readCursor(cursor);
  // One more, which the last of the page is compared with.
  const rows = await listRevisions(ctx, id, { before, limit: limit + 1 });
  const names = new Map(
    (await findPeople(ctx, [...new Set(rows.flatMap(({ byPerson }) => byPerson ?? []))])).map(
      (person) => [person.id, person.displayName],
    ),
  );
  const page = rows.slice(0, limit);
  const last = rows.length > limit ? page.at(-1) : undefined;
  return {
    items: page.map(({ version, content, byPerson, publishedAt }, at) => ({
      version,
      name: content.name,
      by: byPerson ? (names.get(byPerson) ?? null) : null,
      publishedAt: publishedAt.toString(),
      isCurrent: version === standing?.version,
      changed: rows[at + 1] ? changedFields(rows[at + 1]!.content, content) : [],
    })),
    nextCursor: last ? encodeCursor([last.version]) : null,
  };
}

function readCursor(cursor: string): number {
  const [version] = decodeCursor(cursor, 1);
  if (Number.isSafeInteger(version) && (version as number) < 2 ** 31) return version as number;
  throw invalid('bad_cursor', 'This page link is not complete. Start again from the first page.', {
    field: 'cursor',
  });
}

/** The database keeps no order of a JSON object's fields, so they are compared one by one. */
function changedFields(from: Content, to: Content): string[] {
  const [a, b] = [from, to] as Record<string, unknown>[];
  return Object.keys(b!).filter((field) => sorted(a![field]) !== sorted(b![field]));
}

const sorted = (value: unknown): string =>
  JSON.stringify(value ?? null, (_key, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([one], [other]) => (one < other ? -1 : 1)))
      : part,
  );

/**
 * Puts what was published once into the draft, to be looked at and published again. Throws not_found
 * item_not_found or revision_not_found.
 */
export async function restoreRevision(
  ctx: Ctx,
  { id, version }: { id: string; version: number },
): Promise<Item> {
  const item = await getItem(ctx, id);
  const revision = await findRevision(ctx, id, version);
  if (!revision) throw revisionNotFound();
  await overwriteDraft(ctx, item, revision.content);
  return getItem(ctx, id);
}
