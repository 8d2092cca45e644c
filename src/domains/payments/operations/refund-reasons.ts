/** Why an operator gives money back. The same list stands in the check of `operator_refunds`. */
export const refundReasons = [
  'requested_by_customer',
  'lesson_not_given',
  'duplicate',
  'fraudulent',
  'goodwill',
  'other',
] as const;

export type RefundReason = (typeof refundReasons)[number];
