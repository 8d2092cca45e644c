import { m } from '../../../messages/messages.js';
import type { Payment } from '../../api/payments.ts';

const brands: Record<string, string> = {
  visa: 'Visa',
  mastercard: 'Mastercard',
  amex: 'American Express',
  diners: 'Diners Club',
  discover: 'Discover',
  jcb: 'JCB',
  unionpay: 'UnionPay',
};

/** "Visa ending in 4242" */
export const cardName = ({ brand, last4 }: { brand: string; last4: string }): string =>
  m.cards_name({ brand: brands[brand] ?? m.cards_any(), last4 });

export function paymentStatus(status: Payment['status']): {
  text: string;
  tone: 'plain' | 'success' | 'warning';
} {
  switch (status) {
    case 'held':
      return { text: m.payments_held(), tone: 'plain' };
    case 'paid':
      return { text: m.payments_paid(), tone: 'success' };
    case 'released':
      return { text: m.payments_released(), tone: 'plain' };
    case 'partly_refunded':
      return { text: m.payments_partly_refunded(), tone: 'plain' };
    case 'refunded':
      return { text: m.payments_refunded(), tone: 'plain' };
    case 'due':
      return { text: m.payments_due(), tone: 'warning' };
    default:
      return { text: m.payments_checking(), tone: 'plain' };
  }
}

const reasons: Record<string, () => string> = {
  cancelled_by_learner: m.payments_reason_learner,
  cancelled_by_instructor: m.payments_reason_instructor,
  instructor_no_show: m.payments_reason_no_show,
  paid_too_late: m.payments_reason_too_late,
  request_declined: m.payments_reason_declined,
  request_unanswered: m.payments_reason_unanswered,
  request_withdrawn: m.payments_reason_withdrawn,
  problem: m.payments_reason_problem,
};

/** Why something went back, where we have words for it. */
export const reasonText = (reason: string | null): string | undefined =>
  reason === null ? undefined : reasons[reason.replace(/^problem_.*/, 'problem')]?.();
