import { type Money, money, subtract } from '../../../platform/money/index.ts';
import { type Line, move, type Posting } from '../ledger/postings.ts';
import type { DisputeMovement } from './observe-dispute.ts';

/** The bank takes the money for the time being, or returns it; its fee is lost either way. */
export function movementPostings({
  balanceTransactionId: id,
  amount,
  fee,
}: DisputeMovement): Posting[] {
  const sourceOf = (what: string) => `balance_transaction:${id}:${what}`;
  const taken = amount.minor < 0;
  const size = money(Math.abs(amount.minor), amount.currency);
  const postings: Posting[] = [];
  if (taken)
    postings.push({
      kind: 'dispute_hold',
      sourceKey: sourceOf('dispute'),
      lines: move(size, 'dispute_hold', 'provider'),
    });
  else if (size.minor > 0)
    postings.push({
      kind: 'dispute_release',
      sourceKey: sourceOf('dispute'),
      lines: move(size, 'provider', 'dispute_hold'),
    });
  if (fee.minor !== 0)
    postings.push({
      kind: 'dispute_fee',
      sourceKey: sourceOf('dispute_fee'),
      lines: move(fee, 'dispute_fees', 'provider'),
    });
  return postings;
}

/** How what the bank keeps is shared out. */
export interface Loss {
  /** All that it took. */
  held: Money;
  /** The part that was still kept of the charge; beyond that it is our loss. */
  lost: Money;
  /** Where the money was sent on: our commission on the lost part, and who owes the rest back. */
  sentOn: { commission: Money; personId: string } | undefined;
}

/** The bank keeps it: escrow pays for it, or, once that was sent on, the commission and the payee. */
export function lostPosting(disputeId: string, { held, lost, sentOn }: Loss): Posting {
  const borne: Line[] = sentOn
    ? [
        { account: 'commission', amount: sentOn.commission },
        {
          account: 'receivable',
          amount: subtract(lost, sentOn.commission),
          personId: sentOn.personId,
        },
      ]
    : [{ account: 'escrow', amount: lost }];
  const lines: Line[] = [
    ...borne,
    { account: 'write_off', amount: subtract(held, lost) },
    { account: 'dispute_hold', amount: money(-held.minor, held.currency) },
  ];
  return {
    kind: 'dispute_lost',
    sourceKey: `dispute:${disputeId}:lost`,
    lines: lines.filter(({ amount }) => amount.minor !== 0),
  };
}
