import { type Ctx, personOf } from '../../../platform/context.ts';
import { notForAuthors } from '../errors.ts';

/** Whose content someone may work on: the library's, or their own. */
export interface Author {
  personId: string;
  /** null: the library's. */
  ownerId: string | null;
}

/**
 * Operators of the content work on the library, instructors on what is theirs. Who is both says which
 * by `own`. Throws forbidden not_an_author.
 */
export function authorOf(ctx: Ctx, { own }: { own: boolean }): Author {
  const { id, roles, operatorScopes } = personOf(ctx);
  if (!own && operatorScopes.includes('content')) return { personId: id, ownerId: null };
  if (own && roles.includes('instructor')) return { personId: id, ownerId: id };
  throw notForAuthors();
}

/** Whether someone may work on what belongs to this owner. */
export function mayEdit(ctx: Ctx, ownerId: string | null): boolean {
  const { id, roles, operatorScopes } = personOf(ctx);
  return ownerId === null
    ? operatorScopes.includes('content')
    : ownerId === id && roles.includes('instructor');
}
