import type { ChargeStatus } from './charge-states.ts';

/** The part of a charge that its times depend on. */
export interface TimedCharge {
  status: ChargeStatus;
  /** When what is paid for begins; null for a payment made on the spot. */
  needed_at: Temporal.Instant | null;
  /** When a saved card was last charged with nobody there. */
  tried_at: Temporal.Instant | null;
  /** When an authorisation was found to have run out, which happens to a charge once. */
  lapsed_at: Temporal.Instant | null;
  keep_minor: number | null;
  /** Until when an authorisation can be taken. */
  capture_before: Temporal.Instant | null;
}

/** Hours before the start at which a saved card is charged: the first try, and three more. */
const tryHours = [48, 36, 24, 12];

/** Hours before the start at which a lesson that nobody has paid is given up. */
const giveUpHours = 6;

/** Hours for which the payer is asked to pay what an authorisation has lapsed for, though the lesson is over. */
const lapsedHours = 7 * 24;

/** Hours before an authorisation lapses at which it is taken, whatever else is still to come. */
const captureHours = 12;

const isBefore = (a: Temporal.Instant, b: Temporal.Instant) => Temporal.Instant.compare(a, b) < 0;

/**
 * Whether a saved card is to be charged now. What is kept of a cancelled lesson need not wait for
 * its day, nor what an authorisation has lapsed for.
 */
export function isTryDue(charge: TimedCharge, now: Temporal.Instant): boolean {
  const { needed_at: neededAt, tried_at: triedAt, lapsed_at: lapsedAt } = charge;
  if (((charge.keep_minor ?? 0) > 0 || lapsedAt) && !triedAt) return true;
  if (!neededAt) return false;
  const last = tryHours
    .map((hours) => neededAt.subtract({ hours }))
    .findLast((at) => !isBefore(now, at));
  return last !== undefined && (!triedAt || isBefore(triedAt, last));
}

/** Whether it is too late for another try: an outage must not cost anybody the first. */
export function isTooLate(charge: TimedCharge, now: Temporal.Instant): boolean {
  const { needed_at: neededAt, tried_at: triedAt, lapsed_at: lapsedAt } = charge;
  if (neededAt && !triedAt && !lapsedAt)
    return (charge.keep_minor ?? 0) === 0 && !isBefore(now, neededAt);
  const end = endOf(charge);
  return end !== null && !isBefore(now, end);
}

/** Until when a payer is asked: what has lapsed later than a lesson is given up is asked for all the same. */
function endOf({ needed_at: neededAt, lapsed_at: lapsedAt }: TimedCharge): Temporal.Instant | null {
  const giveUpAt = neededAt?.subtract({ hours: giveUpHours }) ?? null;
  if (!lapsedAt || (giveUpAt && isBefore(lapsedAt, giveUpAt))) return giveUpAt;
  return lapsedAt.add({ hours: lapsedHours });
}

/** Whether an authorisation is to be taken although nobody asked yet, as it would lapse. */
export const isLapsing = ({ capture_before: until }: TimedCharge, now: Temporal.Instant): boolean =>
  until !== null && !isBefore(now, until.subtract({ hours: captureHours }));

/** When something becomes due by itself; null while nothing does. */
export function wakeAt(charge: TimedCharge, now: Temporal.Instant): Temporal.Instant | null {
  const { status, needed_at: neededAt, capture_before: captureBefore } = charge;
  if (status === 'authorised')
    return captureBefore && charge.keep_minor === null
      ? captureBefore.subtract({ hours: captureHours })
      : null;
  if (status !== 'card_saved' && status !== 'action_needed') return null;
  if (isTryDue(charge, now) || isTooLate(charge, now)) return now;
  const tries = neededAt ? tryHours.map((hours) => neededAt.subtract({ hours })) : [];
  return [...tries, endOf(charge)].find((at) => at !== null && isBefore(now, at)) ?? now;
}
