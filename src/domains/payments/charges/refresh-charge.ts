import type { Ctx } from '../../../platform/context.ts';
import { fetchSnapshot, type ProviderIds } from '../provider/fetch-snapshot.ts';
import { idsOf } from '../provider/perform-call.ts';
import { advanceCharge } from './advance-charge.ts';
import { type Charge, getChargeRow } from './charges.queries.ts';
import { assertMatches, observeCharge } from './observe-charge.ts';

/**
 * Looks at the provider and moves the charge to where it is. `seen` are ids that an event named,
 * for when our own answer with them was lost. Throws the SDK's errors, and ProviderDiffers.
 */
export async function refreshCharge(
  ctx: Ctx,
  chargeId: string,
  cause: string,
  seen: Partial<ProviderIds> = {},
): Promise<Charge> {
  const charge = await getChargeRow(ctx, chargeId);
  const known = idsOf(charge);
  const snapshot = await fetchSnapshot(ctx, {
    sessionId: known.sessionId ?? seen.sessionId ?? null,
    intentId: known.intentId ?? seen.intentId ?? null,
  });
  if (!snapshot.session && !snapshot.intent) return charge;
  assertMatches(charge, snapshot);
  return advanceCharge(ctx, chargeId, observeCharge(snapshot), cause);
}
