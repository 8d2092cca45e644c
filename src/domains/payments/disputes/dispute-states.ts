/**
 * Where a dispute stands. `reported`: an event named it, and it was not looked at yet. An inquiry
 * only asks; it takes no money, and may become a dispute.
 */
export type DisputeStatus =
  | 'reported'
  | 'inquiry'
  | 'inquiry_review'
  | 'inquiry_closed'
  | 'needs_response'
  | 'under_review'
  | 'won'
  | 'lost';

/** The single steps. */
const disputeSteps: Readonly<Record<DisputeStatus, readonly DisputeStatus[]>> = {
  reported: ['inquiry', 'needs_response'],
  inquiry: ['inquiry_review', 'inquiry_closed', 'needs_response'],
  inquiry_review: ['inquiry_closed', 'needs_response'],
  inquiry_closed: ['needs_response'],
  needs_response: ['under_review', 'lost'],
  under_review: ['won', 'lost'],
  won: [],
  lost: [],
};

/** Whether a dispute can get from one state to another, by whatever steps. What can't is an older look. */
export function leadsTo(from: DisputeStatus, to: DisputeStatus): boolean {
  return disputeSteps[from].some((next) => next === to || leadsTo(next, to));
}

/** A bank is deciding about money that was taken: nothing may be given back meanwhile. */
export const isDeciding = (status: DisputeStatus): boolean =>
  status === 'needs_response' || status === 'under_review';

/** Somebody doubts the payment: it is not sent on meanwhile. */
export const isOpen = (status: DisputeStatus): boolean =>
  isDeciding(status) ||
  status === 'reported' ||
  status === 'inquiry' ||
  status === 'inquiry_review';

/** Takes an answer of ours. */
export const isAnswerable = (status: DisputeStatus): boolean =>
  status === 'needs_response' || status === 'inquiry';
