/** What operators who look after payments are told. */
export const m = {
  mail_reason_operator: () => 'You get this mail because you look after payments on Etude.',

  mail_dispute_subject: ({ amount }: { amount: string }) => `A payment of ${amount} is disputed`,
  mail_dispute_text: ({ amount, reason }: { amount: string; reason: string }) =>
    `A payer’s bank asks ${amount} back (${reason}). Until it decides, the payment is neither refunded nor sent on.`,
  mail_dispute_due: ({ when }: { when: string }) =>
    `The answer is due on ${when}. Without one the money is gone.`,
  mail_dispute_button: () => 'Gather the answer',

  mail_books_subject: () => 'Our books and the provider’s differ',
  mail_books_text: ({ count }: { count: number }) =>
    count === 1
      ? 'Last night’s comparison opened one case that needs an explanation.'
      : `Last night’s comparison opened ${count} cases that need an explanation.`,
  mail_books_button: () => 'See the report',

  mail_complaint_subject: ({ title }: { title: string }) => `A complaint waits: ${title}`,
  mail_complaint_text: () =>
    'A learner says that something went wrong with a lesson. Its money waits until somebody decides.',
  mail_complaint_button: () => 'Look into it',
};
