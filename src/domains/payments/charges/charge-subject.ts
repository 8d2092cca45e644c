import type { Ctx } from '../../../platform/context.ts';
import type { EventObject, Subject } from '../provider/subject.ts';
import { advanceCharge } from './advance-charge.ts';
import {
  type ChargeCall,
  chargeCallHasEffect,
  chargeRequest,
  sendChargeCall,
} from './charge-calls.ts';
import { isFinal } from './charge-states.ts';
import {
  changeCharge,
  findCharge,
  findChargeIdByProviderIds,
  getChargeRow,
  lockCharge,
  logTransition,
} from './charges.queries.ts';
import { idsIn, lookAtCharge } from './look-at-charge.ts';
import { nextCall } from './next-call.ts';
import { assertMatches, observeCharge, type ProviderSnapshot } from './observe-charge.ts';

export const chargeSubject: Subject<ChargeCall, ProviderSnapshot> = {
  kind: 'charge',
  objects: ['checkout.session', 'payment_intent', 'charge', 'refund'],
  send: sendChargeCall,
  look: lookAtCharge,
  hasEffect: chargeCallHasEffect,
  // A payment page that nobody has the address of does no harm.
  repeats: (call) => call.operation !== 'create_session',
  lock: lockCharge,
  async advance(ctx, id, snapshot, cause) {
    assertMatches(await getChargeRow(ctx, id), snapshot);
    await advanceCharge(ctx, id, observeCharge(snapshot), cause);
  },
  async markUnknown(ctx, id, call) {
    const charge = await lockCharge(ctx, id);
    if (charge.status === 'unknown' || isFinal(charge.status)) return;
    const cause = `call:${call.operation}`;
    await logTransition(ctx, { chargeId: id, from: charge.status, to: 'unknown', cause });
    await changeCharge(ctx, charge, { status: 'unknown' });
  },
  async refused(ctx, id, call) {
    return nextCall(await lockCharge(ctx, id))?.operation !== call.operation;
  },
  async next(ctx, id) {
    const charge = await lockCharge(ctx, id);
    const next = nextCall(charge);
    if (next?.operation === 'close') return close(ctx, id);
    return next && ((callId) => chargeRequest(charge, next, callId));
  },
  find: findChargeOf,
};

/** Nothing was ever opened at the provider. */
async function close(ctx: Ctx, id: string): Promise<undefined> {
  const nothing = observeCharge({ session: null, intent: null, refunds: [] });
  await advanceCharge(ctx, id, { ...nothing, status: 'voided' }, 'close');
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

async function findChargeOf(ctx: Ctx, object: EventObject): Promise<string | undefined> {
  const named = object.metadata?.charge_id ?? '';
  const charge = uuid.test(named) ? await findCharge(ctx, named) : undefined;
  return charge?.id ?? findChargeIdByProviderIds(ctx, idsIn(object));
}
