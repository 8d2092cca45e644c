import type { Ctx } from '../../../platform/context.ts';
import { inTransaction } from '../../../platform/db/index.ts';
import { recordAudit } from '../audit/audit.ts';
import { passkeyRemoved } from '../events.ts';
import { lockPerson } from '../people/people.queries.ts';
import { refuseNoWayIn } from '../sign-in/ways-in.ts';
import { passkeyNotFound } from './errors.ts';
import { normalisePasskeyName } from './passkey.ts';
import { deletePasskey, setName } from './passkeys.queries.ts';

interface OwnPasskey {
  personId: string;
  passkeyId: string;
}

/** Throws `invalid` passkey_name_malformed, `not_found` passkey_not_found. */
export async function renamePasskey(
  ctx: Ctx,
  { personId, passkeyId, name }: OwnPasskey & { name: string },
): Promise<void> {
  const normal = normalisePasskeyName(name);
  await inTransaction(ctx, async (ctx) => {
    if (!(await setName(ctx, { id: passkeyId, personId, name: normal }))) throw passkeyNotFound();
    await recordAudit(ctx, { action: 'passkey_renamed', personId, details: { passkeyId } });
  });
}

/** Throws `not_found` passkey_not_found; `conflict` last_way_in when nothing else would let the person in. */
export async function removePasskey(ctx: Ctx, { personId, passkeyId }: OwnPasskey): Promise<void> {
  await inTransaction(ctx, async (ctx) => {
    await lockPerson(ctx, personId); // two removals at once must not both see the other's passkey
    if (!(await deletePasskey(ctx, { id: passkeyId, personId }))) throw passkeyNotFound();
    await refuseNoWayIn(ctx, personId);
    await ctx.events.publish(ctx, passkeyRemoved, { personId, passkeyId });
    await recordAudit(ctx, { action: 'passkey_removed', personId, details: { passkeyId } });
  });
}
