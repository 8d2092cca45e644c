import { isLapsing, isTooLate, isTryDue, type TimedCharge } from './charge-times.ts';
import { keptOf } from './commission.ts';

/** The part of a charge that decides what is to be done next. */
export interface InstructedCharge extends TimedCharge {
  captured_minor: number;
  refunded_minor: number;
  lost_minor: number;
  dispute_open: boolean;
  abandoned_at: unknown;
  amount_minor: number;
  /** Of a charge whose card is saved: somebody is at the page to pay. */
  provider_session_id: string | null;
}

export type NextCall =
  | { operation: 'close' }
  | { operation: 'give_up' }
  | { operation: 'authorise' }
  | { operation: 'expire_session' }
  | { operation: 'void' }
  | { operation: 'capture'; amountMinor: number }
  | { operation: 'refund'; amountMinor: number };

/**
 * What it takes to come nearer to the instruction; undefined when it is fulfilled, when there is
 * none, or while the state is unknown. `close` and `give_up` need no provider: nothing is open there.
 */
export function nextCall(charge: InstructedCharge, now: Temporal.Instant): NextCall | undefined {
  const keep = charge.keep_minor;
  switch (charge.status) {
    case 'created':
      return keep === null && !charge.abandoned_at ? undefined : { operation: 'close' };
    case 'open':
      return keep === null && !charge.abandoned_at ? undefined : { operation: 'expire_session' };
    case 'card_saved':
    case 'action_needed':
      return nextWithSavedCard(charge, now);
    case 'authorised':
      if (keep === null)
        return isLapsing(charge, now)
          ? { operation: 'capture', amountMinor: charge.amount_minor }
          : undefined;
      return keep === 0 ? { operation: 'void' } : { operation: 'capture', amountMinor: keep };
    case 'captured':
    case 'partly_refunded': {
      const tooMuch = keptOf(charge) - (keep ?? Infinity);
      return tooMuch > 0 && !charge.dispute_open
        ? { operation: 'refund', amountMinor: tooMuch }
        : undefined;
    }
    case 'voided':
    case 'refunded':
    case 'failed':
    case 'unknown':
      return undefined;
  }
}

function nextWithSavedCard(charge: InstructedCharge, now: Temporal.Instant): NextCall | undefined {
  const isPaying = charge.provider_session_id !== null;
  // A card that was saved after all waits for who opened the charge, as a payment does.
  const ended = charge.keep_minor === 0;
  if (ended || isTooLate(charge, now)) {
    if (isPaying) return { operation: 'expire_session' };
    return { operation: ended ? 'close' : 'give_up' };
  }
  return !isPaying && isTryDue(charge, now) ? { operation: 'authorise' } : undefined;
}

/**
 * Whether a charge takes the instruction to keep that much: `same` when it was given before or
 * already holds, `busy` while an earlier one is under way, `disputed` while the payer's bank decides,
 * `moved_on` when it can't be done.
 */
export function judgeInstruction(
  charge: InstructedCharge,
  keepMinor: number,
  now: Temporal.Instant,
): 'take' | 'same' | 'busy' | 'disputed' | 'moved_on' {
  if (charge.keep_minor === keepMinor) return 'same';
  if (charge.dispute_open) return 'disputed';
  if (charge.keep_minor !== null && (charge.status === 'unknown' || nextCall(charge, now)))
    return 'busy';
  switch (charge.status) {
    case 'created':
    case 'open':
      return keepMinor === 0 ? 'take' : 'moved_on';
    case 'card_saved':
    case 'action_needed':
    case 'authorised':
    case 'unknown':
      return 'take';
    case 'captured':
    case 'partly_refunded':
    case 'refunded': {
      const kept = keptOf(charge);
      if (keepMinor === kept) return 'same';
      return keepMinor < kept ? 'take' : 'moved_on';
    }
    case 'voided':
    case 'failed':
      return keepMinor === 0 ? 'same' : 'moved_on';
  }
}
