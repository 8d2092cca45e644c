import { allocate, type Money, share, subtract } from '../../../platform/money/index.ts';

export type PolicyKind = 'flexible' | 'standard' | 'strict';

/** What a booking keeps of the policy it was made under: later changes never touch it. */
export interface CancellationPolicy {
  kind: PolicyKind;
  /** Refunds by how long before the start one cancels, the longest first; after the last, nothing. */
  steps: { minutesBefore: number; refundBasisPoints: number }[];
  /** Free for this long after booking, if the start was then more than `graceLeadMinutes` away. */
  graceMinutes: number;
  graceLeadMinutes: number;
}

const grace = { graceMinutes: 60, graceLeadMinutes: 24 * 60 };

export const cancellationPolicies: Record<PolicyKind, CancellationPolicy> = {
  flexible: {
    kind: 'flexible',
    ...grace,
    steps: [{ minutesBefore: 12 * 60, refundBasisPoints: 10_000 }],
  },
  standard: {
    kind: 'standard',
    ...grace,
    steps: [
      { minutesBefore: 24 * 60, refundBasisPoints: 10_000 },
      { minutesBefore: 2 * 60, refundBasisPoints: 5_000 },
    ],
  },
  strict: {
    kind: 'strict',
    ...grace,
    steps: [
      { minutesBefore: 72 * 60, refundBasisPoints: 10_000 },
      { minutesBefore: 24 * 60, refundBasisPoints: 5_000 },
    ],
  },
};

/** What new bookings are made under, until instructors can choose. */
export const defaultPolicy = cancellationPolicies.standard;

interface Terms {
  policy: CancellationPolicy;
  price: Money;
  startsAt: Temporal.Instant;
  /** When the slot was picked; the hour of grace runs from here. */
  bookedAt: Temporal.Instant;
}

/** Cancelling up to and including `until` gives `refund` back. */
export interface Deadline {
  until: Temporal.Instant;
  refundBasisPoints: number;
  refund: Money;
}

/** What a learner gets back and until when, in order of time. After the last one: nothing. */
export function deadlinesOf({ policy, price, startsAt, bookedAt }: Terms): Deadline[] {
  const graceEnd = graceEndOf({ policy, startsAt, bookedAt });
  const steps = policy.steps.map(({ minutesBefore, refundBasisPoints }) => ({
    until: startsAt.subtract({ minutes: minutesBefore }),
    refundBasisPoints,
  }));
  if (graceEnd) steps.push({ until: graceEnd, refundBasisPoints: 10_000 });
  // From the last deadline backwards, an earlier one counts only if it gives more.
  const lastFirst = steps
    .filter(({ until }) => Temporal.Instant.compare(until, bookedAt) >= 0)
    .sort(
      (a, b) =>
        Temporal.Instant.compare(b.until, a.until) || b.refundBasisPoints - a.refundBasisPoints,
    );
  const deadlines: Deadline[] = [];
  for (const step of lastFirst)
    if (step.refundBasisPoints > (deadlines[0]?.refundBasisPoints ?? 0))
      deadlines.unshift({ ...step, refund: share(price, step.refundBasisPoints) });
  return deadlines;
}

function graceEndOf({
  policy,
  startsAt,
  bookedAt,
}: Omit<Terms, 'price'>): Temporal.Instant | undefined {
  const leads =
    Temporal.Instant.compare(bookedAt.add({ minutes: policy.graceLeadMinutes }), startsAt) < 0;
  return leads ? bookedAt.add({ minutes: policy.graceMinutes }) : undefined;
}

/** What a cancellation at `now` gives back. An instructor who cancels gives everything back. */
export interface RefundQuote {
  refund: Money;
  kept: Money;
  /** Until when this amount holds; undefined where nothing will change it. */
  until: Temporal.Instant | undefined;
}

export function quoteRefund(
  terms: Terms & { by: 'learner' | 'instructor'; now: Temporal.Instant },
): RefundQuote {
  const { by, price, now, startsAt } = terms;
  if (by === 'instructor') return quoted(price, price, startsAt);
  const deadline = deadlinesOf(terms).find(
    ({ until }) => Temporal.Instant.compare(now, until) <= 0,
  );
  return deadline
    ? quoted(price, deadline.refund, deadline.until)
    : quoted(price, share(price, 0), undefined);
}

function quoted(price: Money, refund: Money, until: Temporal.Instant | undefined): RefundQuote {
  return { refund, kept: subtract(price, refund), until };
}

/** What stays of the commission when part of the price is refunded: in proportion, half to even. */
export function keptCommission(
  commission: Money,
  { refund, kept }: { refund: Money; kept: Money },
): Money {
  return allocate(commission, [refund.minor, kept.minor])[1]!;
}
