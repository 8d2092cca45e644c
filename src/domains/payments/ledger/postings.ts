import { add, type Money, money, subtract } from '../../../platform/money/index.ts';
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

/** A saved card may be authorised again, after the first time has lapsed. */
const nth = (attempt: number) => (attempt === 0 ? '' : `:${attempt}`);

export function authorisePosting(chargeId: string, authorised: Money, attempt = 0): Posting {
  return {
    kind: 'authorise',
    sourceKey: `charge:${chargeId}:authorise${nth(attempt)}`,
    lines: move(authorised, 'provider_pending', 'escrow_pending'),
  };
}

/** The authorised amount is let go untouched. */
export function voidPosting(chargeId: string, authorised: Money, attempt = 0): Posting {
  return {
    kind: 'void',
    sourceKey: `charge:${chargeId}:void${nth(attempt)}`,
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

/**
 * A refund of what was sent on already: our part of it from the commission, the payee's is owed by
 * them until it is taken back.
 */
export function settledRefundPosting(
  providerRefundId: string,
  { refunded, commission, personId }: { refunded: Money; commission: Money; personId: string },
): Posting {
  return {
    kind: 'refund',
    sourceKey: `refund:${providerRefundId}`,
    lines: lines([
      { account: 'commission', amount: commission },
      { account: 'receivable', amount: subtract(refunded, commission), personId },
      { account: 'provider', amount: negative(refunded) },
    ]),
  };
}

/**
 * The end of a charge's escrow: to the payee what was sent, what they owed, to us the commission.
 * What was given back while the transfer was on its way makes them owe the difference.
 */
export function transferPosting(
  transferId: string,
  {
    kept,
    commission,
    sent,
    netted,
    personId,
  }: { kept: Money; commission: Money; sent: Money; netted: Money; personId: string },
): Posting {
  const overpaid = subtract(add(add(sent, netted), commission), kept);
  return {
    kind: 'transfer',
    sourceKey: `transfer:${transferId}`,
    lines: lines([
      { account: 'escrow', amount: kept },
      { account: 'provider', amount: negative(sent) },
      { account: 'commission', amount: negative(commission) },
      { account: 'receivable', amount: subtract(overpaid, netted), personId },
    ]),
  };
}

export function reversalPosting(
  providerReversalId: string,
  reversed: Money,
  personId: string,
): Posting {
  return {
    kind: 'transfer_reversal',
    sourceKey: `reversal:${providerReversalId}`,
    lines: lines([
      { account: 'provider', amount: reversed },
      { account: 'receivable', amount: negative(reversed), personId },
    ]),
  };
}

/**
 * The end of a charge's escrow is taken back, as the transfer came back for a dispute that is over:
 * what was earned by it is owed to that reversal, and kept in escrow until it is sent again.
 */
export function undonePosting(
  transferId: string,
  { kept, commission, personId }: { kept: Money; commission: Money; personId: string },
): Posting {
  return {
    kind: 'transfer_undone',
    sourceKey: `transfer:${transferId}:undone`,
    lines: lines([
      { account: 'commission', amount: commission },
      { account: 'receivable', amount: subtract(kept, commission), personId },
      { account: 'escrow', amount: negative(kept) },
    ]),
  };
}

/** What a payee will not pay back any more; `sofarMinor` names the part, so that each is booked once. */
export function writeOffPosting(
  transferId: string,
  { lost, sofarMinor, personId }: { lost: Money; sofarMinor: number; personId: string },
): Posting {
  return {
    kind: 'write_off',
    sourceKey: `transfer:${transferId}:write_off:${sofarMinor}`,
    lines: lines([
      { account: 'write_off', amount: lost },
      { account: 'receivable', amount: negative(lost), personId },
    ]),
  };
}

const negative = (amount: Money): Money => money(-amount.minor, amount.currency);

/** A line of nothing says nothing. */
const lines = (all: Line[]): Line[] => all.filter(({ amount }) => amount.minor !== 0);
