/**
 * Where a subscription stands. `open`: its payment page waits. `cancelling`: it runs until the end
 * of what is paid. `grace`: a payment failed, Plus goes on for a while. `past_due`: it is off until
 * what is owed is paid. `abandoned`: nobody ever paid.
 */
export type SubscriptionStatus =
  | 'created'
  | 'open'
  | 'trialing'
  | 'active'
  | 'cancelling'
  | 'grace'
  | 'past_due'
  | 'ended'
  | 'abandoned';

/** The single steps. */
export const subscriptionSteps: Readonly<
  Record<SubscriptionStatus, readonly SubscriptionStatus[]>
> = {
  created: ['open', 'abandoned'],
  open: ['trialing', 'active', 'abandoned'],
  trialing: ['active', 'cancelling', 'grace', 'ended'],
  active: ['cancelling', 'grace', 'ended'],
  cancelling: ['trialing', 'active', 'grace', 'ended'],
  grace: ['active', 'cancelling', 'past_due', 'ended'],
  past_due: ['active', 'cancelling', 'ended'],
  ended: [],
  abandoned: [],
};

/** Under way at the provider: it can be changed, and is paid for or owed. */
export const liveStatuses = ['trialing', 'active', 'cancelling', 'grace', 'past_due'] as const;

export const isLive = (status: SubscriptionStatus): boolean =>
  (liveStatuses as readonly SubscriptionStatus[]).includes(status);

/**
 * The steps that lead from one state to another, shortest first; empty when they are the same.
 * Undefined when there is no way: nothing leaves an end.
 */
export function stepsBetween(
  from: SubscriptionStatus,
  to: SubscriptionStatus,
): SubscriptionStatus[] | undefined {
  const seen = new Set([from]);
  let paths: SubscriptionStatus[][] = [[]];
  while (paths.length > 0) {
    const found = paths.find((path) => (path.at(-1) ?? from) === to);
    if (found) return found;
    paths = paths.flatMap((path) =>
      subscriptionSteps[path.at(-1) ?? from]
        .filter((next) => !seen.has(next) && seen.add(next))
        .map((next) => [...path, next]),
    );
  }
  return undefined;
}
