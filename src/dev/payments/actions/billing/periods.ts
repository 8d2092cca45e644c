import type { Recurrence } from '../../objects/price.ts';
import type { Period } from '../../objects/subscription.ts';
import type { WirePrice } from '../../wire.ts';

const unit = { day: 'days', week: 'weeks', month: 'months', year: 'years' } as const;
const longestSeconds = { day: 86_400, week: 604_800, month: 2_678_400, year: 31_622_400 };

function after(anchor: number, { interval, count }: Recurrence, times: number): number {
  const start = Temporal.Instant.fromEpochMilliseconds(anchor * 1000).toZonedDateTimeISO('UTC');
  const end = start.add({ [unit[interval]]: count * times });
  return Math.floor(end.epochMilliseconds / 1000);
}

/**
 * The end of the period that `start` lies in: whole intervals counted from the anchor, so that a month that
 * began on the 31st ends on the last day of a short one and on the 31st again after it. Unix seconds.
 */
export function periodEnd(anchor: number, start: number, every: Recurrence): number {
  const atLeast = Math.floor((start - anchor) / (longestSeconds[every.interval] * every.count));
  let times = Math.max(1, atLeast);
  while (after(anchor, every, times) <= start) times += 1;
  return after(anchor, every, times);
}

export function recurrenceOf({ recurring }: WirePrice): Recurrence {
  if (!recurring) throw new Error('a subscription has recurring prices only');
  return {
    interval: recurring.interval as Recurrence['interval'],
    count: recurring.interval_count,
  };
}

/** The share of an amount that falls on the rest of a period, rounded half up; `at` within the period. */
export function shareOfRest(amount: number, { start, end }: Period, at: number): number {
  if (end <= start) return 0;
  const rest = Math.min(Math.max(end - at, 0), end - start);
  const product = BigInt(amount) * BigInt(rest) * 2n + BigInt(end - start);
  return Number(product / (BigInt(end - start) * 2n));
}
