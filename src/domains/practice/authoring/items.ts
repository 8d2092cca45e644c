import { type Ctx, personOf } from '../../../platform/context.ts';
import { invalid } from '../../../platform/errors/index.ts';
import { decodeCursor, encodeCursor } from '../../../platform/http/index.ts';
import { isPose, keysFaults } from '../../../figures/index.ts';
import { drawingMalformed, itemNotFound, libraryNotFound } from '../errors.ts';
import { getPublished } from '../library/published-library.ts';
import { authorOf, mayEdit } from './author.ts';
import * as queries from './authoring.queries.ts';
import type { Content, ExerciseContent, Fault, Kind, SequenceContent } from './content.ts';
import { exerciseFaults } from './exercise-rules.ts';
import { sequenceFaults } from './sequence-rules.ts';

export interface ListItems {
  own: boolean;
  kind: Kind;
  library?: string | undefined;
  q?: string | undefined;
  cursor?: string | undefined;
  limit: number;
}

/** What one may work on, by name. Throws forbidden not_an_author, `invalid` bad_cursor. */
export async function listItems(ctx: Ctx, { own, kind, library, q, cursor, limit }: ListItems) {
  const { ownerId } = authorOf(ctx, { own });
  const rows = await queries.listAuthored(ctx, {
    ownerId,
    kind,
    library,
    q: q?.toWellFormed().trim().toLowerCase() || undefined,
    after: cursor === undefined ? undefined : readCursor(cursor),
    limit: limit + 1,
  });
  const items = rows.slice(0, limit);
  const last = rows.length > limit ? items.at(-1) : undefined;
  return {
    items: items.map(({ updatedAt, ...item }) => ({ ...item, updatedAt: updatedAt.toString() })),
    nextCursor: last ? encodeCursor([last.name, last.id]) : null,
  };
}

function readCursor(cursor: string): { name: string; id: string } {
  const [name, id] = decodeCursor(cursor, 2);
  if (typeof name === 'string' && typeof id === 'string' && /^[0-9a-f-]{36}$/.test(id))
    return { name, id };
  throw invalid('bad_cursor', 'This page link is not complete. Start again from the first page.', {
    field: 'cursor',
  });
}

export interface Item {
  standing: queries.Standing | undefined;
  draft: queries.Draft | undefined;
  id: string;
  kind: Kind;
  library: string;
  slug: string;
  ownerId: string | null;
  /** What is being worked on: the draft, else what is published. */
  content: Content;
}

/** Throws not_found item_not_found, for what belongs to others too. */
export async function getItem(ctx: Ctx, id: string): Promise<Item> {
  personOf(ctx);
  const standing = await queries.findStanding(ctx, id);
  const draft = await queries.findDraft(ctx, id);
  const known = draft ?? standing;
  if (!known || !mayEdit(ctx, known.ownerId)) throw itemNotFound();
  const { kind, library, slug, ownerId, content } = known;
  return { standing, draft, id, kind, library, slug, ownerId, content };
}

/** The words that authors of this library choose from. Throws not_found library_not_found. */
export async function wordsOfLibrary(slug: string) {
  // Read at every start of the product, so that it is in memory anyway.
  const { libraries } = await import('../content/libraries.ts');
  const library = libraries.find((one) => one.slug === slug);
  if (!library) throw libraryNotFound();
  const { areas, categories, words } = library;
  return { areas, categories, ...(words && { words }) };
}

/** What keeps this content from being published; empty when it may be. */
export async function faultsOf(
  ctx: Ctx,
  { kind, library, slug, ownerId, content }: Omit<Item, 'standing' | 'draft' | 'id'>,
): Promise<Fault[]> {
  const published = (await getPublished(ctx)).libraries.get(library);
  const isOwn = ownerId !== null;
  return kind === 'exercise'
    ? exerciseFaults(content as ExerciseContent, {
        slug,
        library: await wordsOfLibrary(library),
        published,
        isOwn,
      })
    : sequenceFaults(content as SequenceContent, { published, isOwn });
}

/** An item as its author sees it. */
export async function viewItem(ctx: Ctx, item: Item) {
  const { standing, draft, ownerId, content, ...head } = item;
  const { areas, categories } = await wordsOfLibrary(item.library);
  return {
    ...head,
    own: ownerId !== null,
    name: content.name,
    status: standing?.status ?? ('draft' as const),
    hasDraft: draft !== undefined,
    isEdited: standing?.isEdited ?? true,
    isShipped: standing?.isShipped ?? false,
    /** Of the draft, to be sent along with the next saving; 0 where there is none. */
    draftVersion: draft?.version ?? 0,
    publishedVersion: standing?.version ?? null,
    updatedAt: (draft ?? standing!).updatedAt.toString(),
    choices: { areas: [...areas], categories: [...categories] },
    content,
    faults: await faultsOf(ctx, item),
  };
}

/** Throws `invalid` drawing_malformed for what could not even be drawn. */
export function assertDrawable({ illustration }: ExerciseContent): void {
  if (!illustration) return;
  const fine =
    illustration.kind === 'figure'
      ? isPose(illustration.pose)
      : keysFaults(illustration).length === 0;
  if (!fine) throw drawingMalformed();
}
