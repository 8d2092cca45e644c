/**
 * How the books can differ from the provider's. `not_booked`: it tells of a movement that we know
 * nothing of. `amount_differs`: we booked it with another amount. `not_at_provider`: we booked what
 * it does not tell of.
 */
export const caseKinds = ['not_booked', 'amount_differs', 'not_at_provider'] as const;

export type CaseKind = (typeof caseKinds)[number];
