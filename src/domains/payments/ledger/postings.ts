import type { Money } from '../../../platform/money/index.ts';
import type { AccountCode, PostingKind } from './chart.ts';

/** One line: a debit is positive, a credit negative. */
export interface Line {
  account: AccountCode;
  amount: Money;
  /** Who owes or is owed it, in the accounts where that matters. */
  personId?: string;
}

/** A balanced set of lines for one fact; `sourceKey` names the fact, so it is booked once. */
export interface Posting {
  kind: PostingKind;
  sourceKey: string;
  lines: Line[];
}

/** One amount from one account to another. */
export function move(amount: Money, debit: AccountCode, credit: AccountCode): Line[] {
  return [
    { account: debit, amount },
    { account: credit, amount: { ...amount, minor: -amount.minor } },
  ];
}

export function authorisePosting(chargeId: string, authorised: Money): Posting {
  return {
    kind: 'authorise',
    sourceKey: `charge:${chargeId}:authorise`,
    lines: move(authorised, 'provider_pending', 'escrow_pending'),
  };
}

/** The authorised amount is let go untouched. */
export function voidPosting(chargeId: string, authorised: Money): Posting {
  return {
    kind: 'void',
    sourceKey: `charge:${chargeId}:void`,
    lines: move(authorised, 'escrow_pending', 'provider_pending'),
  };
}

/** The whole authorisation ends; what was captured of it (all, or a share) is now ours to keep safe. */
export function capturePosting(chargeId: string, authorised: Money, captured: Money): Posting {
  return {
    kind: 'capture',
    sourceKey: `charge:${chargeId}:capture`,
    lines: [
      ...move(authorised, 'escrow_pending', 'provider_pending'),
      ...move(captured, 'provider', 'escrow'),
    ],
  };
}

/** What the provider kept of one of its balance transactions, in the currency it settles in. */
export function feesPosting(balanceTransactionId: string, fees: Money): Posting {
  return {
    kind: 'fees',
    sourceKey: `balance_transaction:${balanceTransactionId}:fees`,
    lines: move(fees, 'provider_fees', 'provider'),
  };
}

export function refundPosting(providerRefundId: string, refunded: Money): Posting {
  return {
    kind: 'refund',
    sourceKey: `refund:${providerRefundId}`,
    lines: move(refunded, 'escrow', 'provider'),
  };
}

/** The money came back to our balance; we still owe it to the customer, by another way. */
export function refundFailedPosting(providerRefundId: string, refunded: Money): Posting {
  return {
    kind: 'refund_failed',
    sourceKey: `refund:${providerRefundId}:failed`,
    lines: move(refunded, 'provider', 'customer_payable'),
  };
}
