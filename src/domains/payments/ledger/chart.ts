/**
 * The accounts, of each market and currency. The same list stands in `ledger_account_codes`: who
 * adds one inserts it there in a migration.
 *
 * Assets: provider_pending (authorised, not taken), provider (our balance there), dispute_hold (taken
 * while a payer's bank decides), bank (paid out to ourselves), receivable (an instructor owes it us;
 * entries carry person_id). Owed: escrow_pending, escrow (not yet settled),
 * customer_payable (a refund that bounced). Income: commission, plus_income. Expense: provider_fees,
 * dispute_fees, write_off.
 */
export const accountCodes = [
  'provider_pending',
  'escrow_pending',
  'provider',
  'escrow',
  'provider_fees',
  'customer_payable',
  'commission',
  'receivable',
  'write_off',
  'plus_income',
  'dispute_hold',
  'dispute_fees',
  'bank',
] as const;

export type AccountCode = (typeof accountCodes)[number];

/** What can be booked. The same list stands in `ledger_posting_kinds`. */
export const postingKinds = [
  'authorise',
  'void',
  'capture',
  'fees',
  'refund',
  'refund_failed',
  'transfer',
  'transfer_reversal',
  'transfer_undone',
  'write_off',
  'plus_paid',
  'plus_refund',
  'plus_refund_failed',
  'dispute_hold',
  'dispute_fee',
  'dispute_release',
  'dispute_lost',
  'bank_transfer',
  'account_fee',
] as const;

export type PostingKind = (typeof postingKinds)[number];
