import type { Ctx } from '../../../platform/context.ts';
import { inTransaction, isConstraint, newId } from '../../../platform/db/index.ts';
import { recordAudit } from '../audit/audit.ts';
import { oidcLinked, oidcUnlinked } from '../events.ts';
import { lockPerson } from '../people/people.queries.ts';
import { refuseNoWayIn } from '../sign-in/ways-in.ts';
import {
  oidcAlreadyLinked,
  oidcLinkedElsewhere,
  oidcLinkNotFound,
  oidcStateUnknown,
} from './errors.ts';
import type { Identity } from './identity.ts';
import { deleteLink, insertLink } from './links.queries.ts';
import { oidcSettings } from './provider.ts';

export interface LinkIdentity {
  personId: string;
  /** The session that asked for the link must be the one that ends it. */
  sessionId: string;
  identity: Identity;
}

/**
 * Lets the signed-in person sign in with the provider from now on. Throws `invalid` oidc_state_unknown,
 * `conflict` oidc_linked_elsewhere or oidc_already_linked.
 */
export async function linkIdentity(
  ctx: Ctx,
  { personId, sessionId, identity }: LinkIdentity,
): Promise<void> {
  const { actor } = ctx;
  if (actor.kind !== 'person' || actor.id !== personId || actor.sessionId !== sessionId)
    throw oidcStateUnknown();
  const { issuer, name } = oidcSettings(ctx);
  const { subject, email } = identity;
  const id = newId(ctx.clock);
  try {
    await inTransaction(ctx, async (ctx) => {
      await insertLink(ctx, { id, personId, issuer, subject, email: email?.email ?? null });
      await ctx.events.publish(ctx, oidcLinked, { personId, provider: name, changeId: id });
      await recordAudit(ctx, { action: 'oidc_linked', personId, details: { linkId: id } });
    });
  } catch (error) {
    if (isConstraint(error, 'oidc_links_one_per_provider')) throw oidcAlreadyLinked(name);
    if (isConstraint(error, 'oidc_links_subject_unique')) throw oidcLinkedElsewhere(name);
    throw error;
  }
}

/** Throws `not_found` oidc_link_not_found; `conflict` last_way_in when nothing else would let the person in. */
export async function unlinkIdentity(
  ctx: Ctx,
  { personId, linkId }: { personId: string; linkId: string },
): Promise<void> {
  await inTransaction(ctx, async (ctx) => {
    await lockPerson(ctx, personId); // two removals at once must not both see the other way in
    if (!(await deleteLink(ctx, { id: linkId, personId }))) throw oidcLinkNotFound();
    await refuseNoWayIn(ctx, personId);
    const provider = ctx.config.oidc?.name ?? 'another provider';
    await ctx.events.publish(ctx, oidcUnlinked, { personId, provider, changeId: linkId });
    await recordAudit(ctx, { action: 'oidc_unlinked', personId, details: { linkId } });
  });
}
