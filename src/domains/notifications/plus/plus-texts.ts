/** The texts of mails about Etude Plus, in English. Keys and calls are those of the message catalogue. */
export const m = {
  mail_reason_plus: () => 'You get this mail because you have, or had, Etude Plus.',
  mail_plus_per_month: ({ amount }: { amount: string }) => `${amount} a month`,
  mail_plus_per_year: ({ amount }: { amount: string }) => `${amount} a year`,
  mail_plus_card: ({ last4 }: { last4: string }) => `Card ending in ${last4}`,
  mail_plus_button: () => 'See Etude Plus',
  mail_plus_pay_button: () => 'Pay now',
  mail_plus_payments_button: () => 'See my payments',
  mail_plus_fact_plan: () => 'Plan',
  mail_plus_fact_paid_with: () => 'Paid with',
  mail_plus_fact_renews: () => 'Next charge',
  mail_plus_fact_paid: () => 'Paid',

  mail_plus_started_subject: () => 'Welcome to Etude Plus',
  mail_plus_started_text: () => 'Everything in the practice library is open to you now.',
  mail_plus_started_trial: ({ until, price }: { until: string; price: string }) =>
    `Your trial goes on until ${until}. Then it is ${price}; we write to you three days before.`,
  mail_plus_trial_subject: ({ until }: { until: string }) => `Your trial ends on ${until}`,
  mail_plus_trial_text: ({ until, price }: { until: string; price: string }) =>
    `Your trial of Etude Plus ends on ${until}. Then your card is charged: ${price}.`,
  mail_plus_trial_hint: () =>
    'If you would rather not go on, end it before then: nothing is charged.',
  mail_plus_paid_subject: ({ amount }: { amount: string }) => `Paid: ${amount} for Etude Plus`,
  mail_plus_paid_text: () => 'Thank you. The receipt is among your payments.',
  mail_plus_failed_subject: () => 'Your payment for Etude Plus did not go through',
  mail_plus_failed_text: ({ amount }: { amount: string }) =>
    `We could not take ${amount} from your card for Etude Plus. It may have expired, or the bank said no.`,
  mail_plus_failed_again: ({ amount, attempt }: { amount: string; attempt: number }) =>
    `We have tried ${attempt} times to take ${amount} from your card for Etude Plus, and the bank said no.`,
  mail_plus_failed_grace: ({ until }: { until: string }) =>
    `Everything stays open until ${until}. Please pay, or choose another card, before then.`,
  mail_plus_failed_off: () => 'Plus is on hold until it is paid, and goes on at once when it is.',
  mail_plus_stopped_subject: () => 'Etude Plus is on hold',
  mail_plus_stopped_text: () =>
    'A week has passed and your payment did not go through, so Etude Plus is on hold. Your practice, notes and progress stay yours; pay what is open, and it goes on at once.',
  mail_plus_changed_subject: () => 'Your plan has changed',
  mail_plus_changed_text: ({ price }: { price: string }) => `Your Etude Plus is now ${price}.`,
  mail_plus_changed_later: ({ until, price }: { until: string; price: string }) =>
    `What you have paid for goes on until ${until}. Then your Etude Plus is ${price}.`,
  mail_plus_ending_subject: ({ until }: { until: string }) => `Etude Plus ends on ${until}`,
  mail_plus_ending_text: ({ until }: { until: string }) =>
    `As you wished, Etude Plus ends on ${until}. Everything stays open until then, and nothing more is charged.`,
  mail_plus_ending_hint: () => 'If you think better of it, one click keeps it going.',
  mail_plus_resumed_subject: () => 'Etude Plus goes on',
  mail_plus_resumed_text: ({ until, price }: { until: string; price: string }) =>
    `Good that you stay. It renews on ${until}: ${price}.`,
  mail_plus_ended_subject: () => 'Etude Plus has ended',
  mail_plus_ended_text: () =>
    'Etude Plus has ended. Your practice, notes and progress stay yours, and you can begin again whenever you like.',
  mail_plus_ended_refund: ({ amount }: { amount: string }) =>
    `The part that you had not used, ${amount}, goes back to your card within five to ten days.`,
} as const;
