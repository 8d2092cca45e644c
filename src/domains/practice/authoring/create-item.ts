import type { Ctx } from '../../../platform/context.ts';
import { inTransaction, newId } from '../../../platform/db/index.ts';
import { draftsFull } from '../errors.ts';
import { authorOf } from './author.ts';
import { countNewDrafts, isSlugTaken, saveDraftRow } from './authoring.queries.ts';
import { cleanExercise, cleanSequence, type Kind, newExercise, newSequence } from './content.ts';
import { getItem, type Item, wordsOfLibrary } from './items.ts';

export interface CreateItem {
  own: boolean;
  kind: Kind;
  library: string;
  name: string;
}

const draftsMax = 100;

/**
 * Begins an exercise or a sequence as a draft. The address is made from the name and stays; an
 * instructor's own has an end that nobody guesses. Throws forbidden not_an_author, not_found
 * library_not_found, conflict drafts_full.
 */
export async function createItem(
  ctx: Ctx,
  { own, kind, library, name }: CreateItem,
): Promise<Item> {
  const { personId, ownerId } = authorOf(ctx, { own });
  const { categories } = await wordsOfLibrary(library);
  const content =
    kind === 'exercise'
      ? cleanExercise(newExercise(name, categories[0]!))
      : cleanSequence(newSequence(name));
  const id = newId(ctx.clock);
  await inTransaction(ctx, async (ctx) => {
    if (ownerId && (await countNewDrafts(ctx, ownerId)) >= draftsMax) throw draftsFull(draftsMax);
    const slug = await freeSlug(ctx, {
      kind,
      library,
      name: content.name,
      end: own ? id : undefined,
    });
    const draft = { id, kind, library, slug, ownerId, name: content.name || name, content };
    await saveDraftRow(ctx, { ...draft, baseVersion: 0, version: 1, editedBy: personId });
  });
  return getItem(ctx, id);
}

async function freeSlug(
  ctx: Ctx,
  {
    kind,
    library,
    name,
    end,
  }: { kind: Kind; library: string; name: string; end: string | undefined },
): Promise<string> {
  const base = slugOf(name) || kind;
  // The end of an id is random: 40 bits.
  if (end) return `${base}-${end.slice(-10)}`;
  for (let number = 1; number < 100; number += 1) {
    const slug = number === 1 ? base : `${base}-${number}`;
    if (!(await isSlugTaken(ctx, { kind, library, slug }))) return slug;
  }
  return `${base}-${newId(ctx.clock).slice(-10)}`;
}

const slugOf = (name: string): string =>
  name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/['’]/g, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 60)
    .replace(/-+$/, '');
