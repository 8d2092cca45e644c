import { money } from '../../../platform/money/index.ts';
import { move, type Posting } from '../ledger/postings.ts';
import { type Movement, ownKind } from './movements.ts';

/** What the comparison books by itself: what went to or came from our own bank, and account fees. */
export function ownPostings(movement: Movement): Posting[] {
  const kind = ownKind(movement);
  if (!kind) return [];
  const { id, currency, amountMinor, feeMinor } = movement;
  const amount = money(amountMinor, currency);
  const postings: Posting[] = [
    {
      kind,
      sourceKey: `balance_transaction:${id}:${kind}`,
      lines: move(amount, 'provider', kind === 'bank_transfer' ? 'bank' : 'provider_fees'),
    },
    {
      kind: 'fees',
      sourceKey: `balance_transaction:${id}:fees`,
      lines: move(money(feeMinor, currency), 'provider_fees', 'provider'),
    },
  ];
  return postings.filter(({ lines }) => lines[0]!.amount.minor !== 0);
}
