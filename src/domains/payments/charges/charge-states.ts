/**
 * Where a charge stands. `authorised` means the money is secured; a charge captured at payment
 * passes through it in the same transaction. `card_saved`: the card is charged later, with nobody
 * there; `action_needed`: that was declined, and the payer must do something. `unknown` means the
 * provider's answer was lost.
 */
export type ChargeStatus = KnownStatus | 'unknown';

export type KnownStatus =
  | 'created'
  | 'open'
  | 'card_saved'
  | 'action_needed'
  | 'authorised'
  | 'captured'
  | 'voided'
  | 'partly_refunded'
  | 'refunded'
  | 'failed';

/** The single steps. Any state that still moves can also become unknown, and returns from it. */
export const chargeSteps: Readonly<Record<KnownStatus, readonly KnownStatus[]>> = {
  created: ['open', 'voided'],
  open: ['card_saved', 'authorised', 'voided', 'failed'],
  card_saved: ['action_needed', 'authorised', 'voided', 'failed'],
  action_needed: ['authorised', 'voided', 'failed'],
  authorised: ['captured', 'voided', 'failed'],
  captured: ['partly_refunded', 'refunded'],
  partly_refunded: ['refunded'],
  voided: [],
  refunded: [],
  failed: [],
};

/** Whether nothing more can happen to the money. */
export function isFinal(status: ChargeStatus): boolean {
  return status !== 'unknown' && chargeSteps[status].length === 0;
}

/**
 * The steps that lead from one state to a later one, shortest first; empty when they are the
 * same. Undefined when there is no way: what was seen is older than what we know.
 */
export function stepsBetween(from: KnownStatus, to: KnownStatus): KnownStatus[] | undefined {
  let paths: KnownStatus[][] = [[]];
  while (paths.length > 0) {
    const found = paths.find((path) => (path.at(-1) ?? from) === to);
    if (found) return found;
    paths = paths.flatMap((path) =>
      chargeSteps[path.at(-1) ?? from].map((next) => [...path, next]),
    );
  }
  return undefined;
}
