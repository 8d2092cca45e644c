import type { Ctx } from '../../../platform/context.ts';
import type { EventObject, Found, Subject } from '../provider/subject.ts';
import { advanceCharge } from './advance-charge.ts';
import {
  type ChargeCall,
  chargeCallHasEffect,
  chargeRequest,
  sendChargeCall,
} from './charge-calls.ts';
import { isFinal } from './charge-states.ts';
import { wakeAt } from './charge-times.ts';
import {
  beginTry,
  type Charge,
  changeCharge,
  findCharge,
  findChargeByProviderIds,
  lockCharge,
  logTransition,
  setWake,
} from './charges.queries.ts';
import { idsIn, lookAtCharge } from './look-at-charge.ts';
import { nextCall } from './next-call.ts';
import { assertMatches, observeCharge, type ProviderSnapshot } from './observe-charge.ts';

export const chargeSubject: Subject<ChargeCall, ProviderSnapshot, Charge> = {
  kind: 'charge',
  objects: ['checkout.session', 'payment_intent', 'charge', 'refund'],
  send: sendChargeCall,
  look: lookAtCharge,
  hasEffect: chargeCallHasEffect,
  // A payment page that nobody has the address of does no harm.
  repeats: (call) => call.operation !== 'create_session',
  lock: lockCharge,
  async advance(ctx, charge, snapshot, cause) {
    assertMatches(charge, snapshot);
    await advanceCharge(ctx, charge, observeCharge(snapshot), cause);
  },
  async markUnknown(ctx, id, call) {
    const charge = await lockCharge(ctx, id);
    if (charge.status === 'unknown' || isFinal(charge.status)) return;
    const cause = `call:${call.operation}`;
    await logTransition(ctx, { chargeId: id, from: charge.status, to: 'unknown', cause });
    await changeCharge(ctx, charge, { status: 'unknown' });
  },
  async refused(ctx, id, call, error) {
    if (call.operation === 'authorise') return declineTry(ctx, id, error.code);
    return nextCall(await lockCharge(ctx, id), ctx.clock.now())?.operation !== call.operation;
  },
  // A try that never was is made at once, not at its next time.
  async gaveUp(ctx, id, call) {
    if (call.operation === 'authorise')
      await changeCharge(ctx, await lockCharge(ctx, id), { tried_at: null });
  },
  async next(ctx, charge) {
    const next = nextCall(charge, ctx.clock.now());
    switch (next?.operation) {
      case 'close':
        return end(ctx, charge, 'voided');
      case 'give_up':
        if ((charge.keep_minor ?? 0) > 0)
          ctx.log.error(
            { chargeId: charge.id },
            'what was to be kept was never paid; a person must look',
          );
        return end(ctx, charge, 'failed');
      case 'authorise': {
        const trying = await beginTry(ctx, charge);
        return (callId) => chargeRequest(trying, next, callId);
      }
      default:
        if (!next) await sleep(ctx, charge);
        return next && ((callId) => chargeRequest(charge, next, callId));
    }
  },
  find: findChargeOf,
};

/** Not before some minutes, where something is due but somebody is at the page to pay. */
async function sleep(ctx: Ctx, charge: Charge): Promise<void> {
  const now = ctx.clock.now();
  const at = wakeAt(charge, now);
  const isDue = at !== null && Temporal.Instant.compare(at, now) <= 0;
  await setWake(ctx, charge.id, isDue ? now.add({ minutes: 5 }) : at);
}

/** Nothing is open at the provider. */
async function end(ctx: Ctx, charge: Charge, status: 'voided' | 'failed'): Promise<undefined> {
  const nothing = observeCharge({ session: null, intent: null, refunds: [] });
  await advanceCharge(ctx, charge, { ...nothing, status, attempt: charge.tries }, 'end');
}

/** The provider would not even make a payment: the same as a card that is declined. */
async function declineTry(ctx: Ctx, id: string, code: string): Promise<boolean> {
  const charge = await lockCharge(ctx, id);
  if (charge.failed_tries < charge.tries && charge.last_known_status !== 'authorised') {
    const nothing = observeCharge({ session: null, intent: null, refunds: [] });
    const declined = { status: 'action_needed', declineCode: code, attempt: charge.tries } as const;
    await advanceCharge(ctx, charge, { ...nothing, ...declined }, 'refused');
  }
  return true;
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

async function findChargeOf(ctx: Ctx, object: EventObject): Promise<Found | undefined> {
  const named = object.metadata?.charge_id ?? '';
  const charge = uuid.test(named) ? await findCharge(ctx, named) : undefined;
  return charge ?? findChargeByProviderIds(ctx, idsIn(object));
}
