import type { Ctx } from '../../../platform/context.ts';
import { tables } from '../tables.ts';

export interface OidcLink {
  id: string;
  issuer: string;
  email: string | null;
  createdAt: Temporal.Instant;
  lastUsedAt: Temporal.Instant;
}

export interface NewOidcLink {
  id: string;
  personId: string;
  issuer: string;
  subject: string;
  email: string | null;
}

/** One for each provider that was ever configured. */
export const findLinks = (ctx: Ctx, personId: string): Promise<OidcLink[]> =>
  tables(ctx)
    .selectFrom('identity.oidc_links')
    .select(['id', 'issuer', 'email', 'created_at as createdAt', 'last_used_at as lastUsedAt'])
    .where('person_id', '=', personId)
    .orderBy('issuer')
    .limit(20)
    .execute();

/** Whose account it is, and that it was used now. */
export async function useLink(
  ctx: Ctx,
  { issuer, subject }: { issuer: string; subject: string },
): Promise<string | undefined> {
  const used = await tables(ctx)
    .updateTable('identity.oidc_links')
    .set({ last_used_at: ctx.clock.now() })
    .where('issuer', '=', issuer)
    .where('subject', '=', subject)
    .returning('person_id as personId')
    .executeTakeFirst();
  return used?.personId;
}

export async function insertLink(ctx: Ctx, link: NewOidcLink): Promise<void> {
  const now = ctx.clock.now();
  await tables(ctx)
    .insertInto('identity.oidc_links')
    .values({
      id: link.id,
      person_id: link.personId,
      issuer: link.issuer,
      subject: link.subject,
      email: link.email,
      created_at: now,
      last_used_at: now,
    })
    .execute();
}

export async function deleteLink(
  ctx: Ctx,
  { id, personId }: { id: string; personId: string },
): Promise<boolean> {
  const result = await tables(ctx)
    .deleteFrom('identity.oidc_links')
    .where('id', '=', id)
    .where('person_id', '=', personId)
    .executeTakeFirst();
  return result.numDeletedRows === 1n;
}
