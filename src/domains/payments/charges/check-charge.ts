import type { Ctx } from '../../../platform/context.ts';
import { providerUnavailable } from '../errors.ts';
import { refresh } from '../provider/refresh.ts';
import { tellsNothing } from '../provider/stripe.ts';
import { isFinal } from './charge-states.ts';
import { type ChargeView, chargeView } from './charge-view.ts';
import { getChargeRow } from './charges.queries.ts';

/** The charge as we know it, without asking the provider. Throws charge_not_found. */
export async function getCharge(ctx: Ctx, chargeId: string): Promise<ChargeView> {
  return chargeView(await getChargeRow(ctx, chargeId));
}

/**
 * Asks the provider where the charge is and moves it there; for a payer who comes back from the
 * payment page before the provider's event does. Outside any transaction. Throws
 * charge_not_found, payment_provider_unavailable.
 */
export async function checkCharge(ctx: Ctx, chargeId: string): Promise<ChargeView> {
  const charge = await getChargeRow(ctx, chargeId);
  if (isFinal(charge.status)) return chargeView(charge);
  try {
    await refresh(ctx, { kind: 'charge', id: chargeId }, 'check');
    return await getCharge(ctx, chargeId);
  } catch (error) {
    throw tellsNothing(error) ? providerUnavailable(error) : error;
  }
}
