import type { MovementKind } from './movements.queries.ts';

/** Every text of a statement, in English. Keys and calls are those of the message catalogue. */
export const m = {
  statement_title: ({ month }: { month: string }) => `Statement for ${month}`,
  statement_issuer: () => 'Etude',
  statement_name: () => 'Teacher',
  statement_period: () => 'Period',
  statement_period_is: ({ from, until, zone }: { from: string; until: string; zone: string }) =>
    `${from} to ${until} (${zone} time)`,
  statement_account: () => 'Account',
  statement_in: ({ currency }: { currency: string }) => `In ${currency}`,
  statement_date: () => 'Date',
  statement_what: () => 'What',
  statement_paid: () => 'Learner paid',
  statement_commission: () => 'Commission',
  statement_set_off: () => 'Set off',
  statement_amount: () => 'Amount',
  statement_balance: () => 'Balance',
  statement_opening: () => 'Balance at the start',
  statement_closing: () => 'Balance at the end',
  statement_nothing: () => 'Nothing moved this month.',
  statement_lesson: ({ title, day }: { title: string; day: string }) => `${title}, ${day}`,
  statement_some_lesson: () => 'Lesson',
  statement_payout: ({ bank }: { bank: string }) => `Payout to the bank account ending in ${bank}`,
  statement_payout_plain: () => 'Payout to your bank',
  statement_payout_back: () => 'Payout that your bank did not take: back in the account',
  statement_taken_back: ({ lesson }: { lesson: string }) => `Taken back: ${lesson}`,
  statement_undone: ({ lesson }: { lesson: string }) =>
    `To be sent again after a dispute: ${lesson}`,
  statement_note_amounts: () =>
    'Amounts are what your account at the payment provider got or gave. Commission is Etude’s share of what the learner paid in the end; “set off” is what was still owed from a lesson that was paid back after you had been paid.',
  statement_note_fees: () =>
    'What the payment provider charges for taking cards is borne by Etude. Nothing of it is taken from you.',
  statement_footer: ({ month }: { month: string }) => `Etude · statement for ${month}`,
  statement_page: ({ page, pages }: { page: number; pages: number }) => `Page ${page} of ${pages}`,
  statement_columns: () =>
    [
      'date',
      'kind',
      'what',
      'lesson_start',
      'reference',
      'currency',
      'learner_paid',
      'commission',
      'set_off',
      'amount',
      'balance',
    ] as const,
  statement_kinds: (): Record<MovementKind | 'opening' | 'closing', string> => ({
    opening: 'opening balance',
    closing: 'closing balance',
    transfer: 'lesson',
    transfer_reversal: 'taken back',
    transfer_undone: 'to be sent again',
    payout: 'payout',
    payout_back: 'payout returned',
  }),
} as const;
