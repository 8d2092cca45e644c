import type { Ctx } from '../../../platform/context.ts';
import { type Charge, findChargeByProviderIds } from '../charges/charges.queries.ts';
import { chargeSubject } from '../charges/charge-subject.ts';
import { idsIn } from '../charges/look-at-charge.ts';
import { lookAndMove } from '../provider/look-and-move.ts';
import { provider } from '../provider/stripe.ts';
import type { EventObject, EventOrigin } from '../provider/subject.ts';

/**
 * The charge that a dispute is about. A dispute may be told of before its payment was: then the
 * payment says whose it is, and is looked at first. Network. Throws the SDK's errors.
 */
export async function findDisputedCharge(
  ctx: Ctx,
  dispute: EventObject,
  event: EventOrigin,
): Promise<Pick<Charge, 'id' | 'platform' | 'market_code'> | undefined> {
  const ids = idsIn(dispute);
  const noted = await findChargeByProviderIds(ctx, ids);
  if (noted || !ids.intentId) return noted;
  const intent = await provider(ctx, event.platform).paymentIntents.retrieve(ids.intentId);
  const charge = await chargeSubject.find(ctx, { ...intent }, event);
  if (charge?.platform !== event.platform) return undefined;
  await lookAndMove(ctx, chargeSubject, { id: charge.id, cause: 'dispute', object: dispute });
  return findChargeByProviderIds(ctx, ids);
}
