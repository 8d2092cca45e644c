import type { ChargeStatus } from './charge-states.ts';
import { keptOf } from './commission.ts';

/** The part of a charge that decides what is to be done next. */
export interface InstructedCharge {
  status: ChargeStatus;
  captured_minor: number;
  refunded_minor: number;
  lost_minor: number;
  dispute_open: boolean;
  keep_minor: number | null;
  abandoned_at: unknown;
}

export type NextCall =
  | { operation: 'close' }
  | { operation: 'expire_session' }
  | { operation: 'void' }
  | { operation: 'capture'; amountMinor: number }
  | { operation: 'refund'; amountMinor: number };

/**
 * What it takes to come nearer to the instruction; undefined when it is fulfilled, when there is
 * none, or while the state is unknown. `close` needs no provider: nothing was ever opened there.
 */
export function nextCall(charge: InstructedCharge): NextCall | undefined {
  const keep = charge.keep_minor;
  switch (charge.status) {
    case 'created':
      return keep === null && !charge.abandoned_at ? undefined : { operation: 'close' };
    case 'open':
      return keep === null && !charge.abandoned_at ? undefined : { operation: 'expire_session' };
    case 'authorised':
      if (keep === null) return undefined;
      return keep === 0 ? { operation: 'void' } : { operation: 'capture', amountMinor: keep };
    case 'captured':
    case 'partly_refunded': {
      const tooMuch = keptOf(charge) - (keep ?? Infinity);
      return tooMuch > 0 && !charge.dispute_open ? { operation: 'refund', amountMinor: tooMuch } : undefined;
    }
    case 'voided':
    case 'refunded':
    case 'failed':
    case 'unknown':
      return undefined;
  }
}

/**
 * Whether a charge takes the instruction to keep that much: `same` when it was given before or
 * already holds, `busy` while an earlier one is under way, `disputed` while the payer's bank decides,
 * `moved_on` when it can't be done.
 */
export function judgeInstruction(
  charge: InstructedCharge,
  keepMinor: number,
): 'take' | 'same' | 'busy' | 'disputed' | 'moved_on' {
  if (charge.keep_minor === keepMinor) return 'same';
  if (charge.dispute_open) return 'disputed';
  if (charge.keep_minor !== null && (charge.status === 'unknown' || nextCall(charge)))
    return 'busy';
  switch (charge.status) {
    case 'created':
    case 'open':
      return keepMinor === 0 ? 'take' : 'moved_on';
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
