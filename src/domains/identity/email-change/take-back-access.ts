import type { Ctx } from '../../../platform/context.ts';
import { removeTwoFactor } from '../two-factor/remove-two-factor.ts';
import { endTrust } from '../trusted-browsers/end-trust.ts';
import { tables } from '../tables.ts';

/**
 * Leaves the mailbox as the only way in: no password, no trusted browser, and none of the passkeys,
 * linked providers or second steps that came since. What was there before stays.
 */
export async function takeBackAccess(
  ctx: Ctx,
  { personId, since }: { personId: string; since: Temporal.Instant },
): Promise<void> {
  await tables(ctx)
    .updateTable('identity.people')
    .set({ password_hash: null })
    .where('id', '=', personId)
    .execute();
  for (const table of ['identity.passkeys', 'identity.oidc_links'] as const)
    await tables(ctx)
      .deleteFrom(table)
      .where('person_id', '=', personId)
      .where('created_at', '>=', since)
      .execute();
  const secondStep = await tables(ctx)
    .selectFrom('identity.totp')
    .select('id')
    .where('person_id', '=', personId)
    .where('created_at', '>=', since)
    .executeTakeFirst();
  if (secondStep) await removeTwoFactor(ctx, personId);
  else await endTrust(ctx, personId);
}
