import type { Money } from '../../../platform/money/index.ts';
import { move, type Posting } from '../ledger/postings.ts';

/** What a card paid for Plus is ours at once. */
export function plusPaidPosting(providerInvoiceId: string, paid: Money): Posting {
  return {
    kind: 'plus_paid',
    sourceKey: `invoice:${providerInvoiceId}:paid`,
    lines: move(paid, 'provider', 'plus_income'),
  };
}

export function plusRefundPosting(providerRefundId: string, refunded: Money): Posting {
  return {
    kind: 'plus_refund',
    sourceKey: `refund:${providerRefundId}`,
    lines: move(refunded, 'plus_income', 'provider'),
  };
}

/** The money came back to our balance; we still owe it to the customer, by another way. */
export function plusRefundFailedPosting(providerRefundId: string, refunded: Money): Posting {
  return {
    kind: 'plus_refund_failed',
    sourceKey: `refund:${providerRefundId}:failed`,
    lines: move(refunded, 'provider', 'customer_payable'),
  };
}
