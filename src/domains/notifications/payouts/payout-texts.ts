/** Texts of mails about payouts, in English. Keys and calls are those of the message catalogue. */
export const m = {
  mail_reason_payouts: () => 'You get this mail because you are paid for lessons on Etude.',

  mail_payout_sent_subject: ({ amount }: { amount: string }) => `${amount} is on its way to you`,
  mail_payout_sent_preview: ({ day }: { day: string }) => `It should arrive by ${day}.`,
  mail_payout_sent_title: () => 'Your payout is on its way',
  mail_payout_sent_text: () =>
    'What your lessons have earned has left for your bank. Some banks need a day more.',
  mail_payout_sent_button: () => 'See which lessons it is for',
  mail_payout_amount: () => 'Amount',
  mail_payout_bank: () => 'Bank account',
  mail_payout_bank_is: ({ last4 }: { last4: string }) => `ending in ${last4}`,
  mail_payout_arrives: () => 'Expected by',

  mail_payout_failed_subject: () => 'Your payout did not arrive',
  mail_payout_failed_preview: ({ amount }: { amount: string }) =>
    `${amount} is safe. Please check your bank account.`,
  mail_payout_failed_title: () => 'Your bank sent a payout back',
  mail_payout_failed_text: ({ amount }: { amount: string }) =>
    `Your bank did not take ${amount}. The money is safe in your payout account, and goes out again with the next payout once your bank account is in order.`,
  mail_payout_failed_button: () => 'Check my bank account',

  mail_payouts_enabled_subject: () => 'You can be paid now',
  mail_payouts_enabled_text: () =>
    'The payment provider has checked your details. What your lessons earn is sent to your bank by itself from now on, starting with what was waiting.',
  mail_payouts_enabled_button: () => 'See my earnings',

  mail_payouts_restricted_subject: () => 'Your payouts need something from you',
  mail_payouts_restricted_text: () =>
    'The payment provider needs something more before it can pay you. Your lessons go on as before, and what they earn is kept for you until then.',
  mail_payouts_restricted_button: () => 'See what is missing',

  mail_payouts_rejected_subject: () => 'You can’t be paid at the moment',
  mail_payouts_rejected_text: () =>
    'The payment provider has declined to pay you through your account. What your lessons have earned is kept for you. Please answer this mail, and we will look into it with you.',
  mail_payouts_rejected_button: () => 'See my payout account',

  mail_payouts_due_subject: () => 'Something is needed for your payouts soon',
  mail_payouts_due_text: () =>
    'The payment provider asks you for something more. You are paid as before meanwhile; after the day it names, payouts wait until it is there.',
  mail_payouts_due_by: ({ day }: { day: string }) => `Please do it by ${day}.`,
  mail_payouts_due_button: () => 'See what is needed',
} as const;
