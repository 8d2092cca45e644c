/** `announced`: an event named it, and nobody has looked yet. */
export type PayoutStatus = 'announced' | SeenPayoutStatus;

export const seenPayoutStatuses = ['pending', 'in_transit', 'paid', 'failed', 'canceled'] as const;
export type SeenPayoutStatus = (typeof seenPayoutStatuses)[number];

/** The single steps. A bank may send money back even after it was counted as paid. */
const steps: Readonly<Record<PayoutStatus, readonly PayoutStatus[]>> = {
  announced: ['pending'],
  pending: ['in_transit', 'canceled'],
  in_transit: ['paid', 'failed'],
  paid: ['failed'],
  failed: [],
  canceled: [],
};

/** Whether the second is later; a look that says otherwise is older than what we know. */
export function isLater(from: PayoutStatus, to: PayoutStatus): boolean {
  return steps[from].some((next) => next === to || isLater(next, to));
}

/** Whether the money has left for the bank. */
export const hasLeft = (status: PayoutStatus): boolean =>
  status === 'in_transit' || status === 'paid';

/** Whether the money is in the account again. */
export const cameBack = (status: PayoutStatus): boolean =>
  status === 'failed' || status === 'canceled';
