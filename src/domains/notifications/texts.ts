/** Every text of our mail, in English. Keys and calls are those of the message catalogue. */
export const m = {
  mail_button_fallback: () => 'If the button does not work, copy this address:',
  mail_reason_account: () => 'You get this mail because of your Etude account.',
  mail_reason_address: () =>
    'Somebody entered this address on Etude. If it was not you, ignore this mail: nothing will happen.',
  mail_reason_security: () => 'You always get this mail: it is about the safety of your account.',
  mail_reason_lesson: () => 'You get this mail because you are part of this lesson.',
  mail_greeting: ({ name }: { name: string }) => `Hello ${name},`,

  mail_verify_subject: () => 'Confirm your e-mail address',
  mail_verify_preview: () => 'One click, and your account is ready.',
  mail_verify_title: () => 'One click, and you are in',
  mail_verify_text: () =>
    'Welcome to Etude. Please confirm that this address is yours; then you can book lessons, and go on where you left off.',
  mail_verify_button: () => 'Confirm my address',
  mail_verify_valid: ({ hours }: { hours: number }) =>
    `The link works once, within ${hours} hours.`,

  mail_welcome_subject: () => 'Welcome to Etude',
  mail_welcome_preview: () => 'Your account is ready. Here is where to begin.',
  mail_welcome_title: () => 'Good to have you here',
  mail_welcome_text_learner: () =>
    'Your address is confirmed and your account is ready. Say what you want to learn, and near where: you will see teachers with their next free hours, and what each of them charges.',
  mail_welcome_text_hold: () =>
    'When you pick an hour, it is yours for ten minutes while you pay. Up to a day before the lesson you can cancel and get everything back.',
  mail_welcome_button_learner: () => 'Find a teacher',
  mail_welcome_text_instructor: () =>
    'Your address is confirmed and your account is ready. Tell learners who you are, what you teach and what a lesson costs; then set the hours in which you like to teach.',
  mail_welcome_button_instructor: () => 'Set up my teaching',

  mail_exists_subject: () => 'You already have an account',
  mail_exists_preview: () => 'Somebody tried to register with your address.',
  mail_exists_title: () => 'You are already with us',
  mail_exists_text: () =>
    'Somebody, perhaps you, tried to register on Etude with this address. It already has an account, and nothing about it has changed.',
  mail_exists_hint: () =>
    'If it was you: sign in as before. If you have forgotten the password, choose a new one on the same page.',
  mail_exists_button: () => 'Sign in',

  mail_reset_subject: () => 'Choose a new password',
  mail_reset_preview: () => 'The link works for one hour.',
  mail_reset_title: () => 'Choose a new password',
  mail_reset_text: () =>
    'Somebody, perhaps you, asked for a new password for your account. If it was you, choose one here:',
  mail_reset_button: () => 'Choose a new password',
  mail_reset_valid: ({ hours }: { hours: number }) =>
    `The link works once, within ${hours === 1 ? 'one hour' : `${hours} hours`}. If it was not you, ignore this mail: your password stays as it is.`,

  mail_changed_subject: () => 'Your password was changed',
  mail_changed_preview: () => 'Every other device was signed out.',
  mail_changed_title: () => 'Your password was changed',
  mail_changed_text: ({ when }: { when: string }) =>
    `The password of your account was changed on ${when}. Every other device was signed out.`,
  mail_changed_hint: () =>
    'If it was not you, choose a new password now, and check who can read your mail.',
  mail_changed_button: () => 'It was not me',

  mail_confirmed_subject_learner: ({ title, name }: { title: string; name: string }) =>
    `Confirmed: ${title} with ${name}`,
  mail_confirmed_subject_instructor: ({ title, name }: { title: string; name: string }) =>
    `New lesson: ${title} with ${name}`,
  mail_confirmed_title_learner: () => 'Your lesson is booked',
  mail_confirmed_title_instructor: () => 'You have a new lesson',
  mail_confirmed_text_learner: ({ name }: { name: string }) =>
    `${name} is looking forward to seeing you. The invitation is attached for your calendar.`,
  mail_confirmed_text_instructor: ({ name }: { name: string }) =>
    `${name} has booked and paid. The invitation is attached for your calendar.`,
  mail_confirmed_text_instructor_later: ({ name }: { name: string }) =>
    `${name} has booked and saved a card, which is charged two days before. The invitation is attached for your calendar.`,

  mail_cancelled_subject: ({ title, name }: { title: string; name: string }) =>
    `Cancelled: ${title} with ${name}`,
  mail_cancelled_title: () => 'This lesson is cancelled',
  mail_cancelled_by_you: () => 'You have cancelled this lesson.',
  mail_cancelled_by_other: ({ name }: { name: string }) => `${name} has cancelled this lesson.`,
  mail_cancelled_unpaid: () =>
    'This lesson is cancelled: its payment did not work until six hours before the start. Nothing was charged.',
  mail_cancelled_unpaid_teacher: ({ name }: { name: string }) =>
    `This lesson is cancelled: the payment of ${name} did not work until six hours before the start.`,
  mail_cancelled_slot_free: () => 'The hour is free again for other learners.',
  mail_refund_uncharged: () => 'Nothing was charged to your card, and nothing will be.',
  mail_refund_share: ({ amount, price }: { amount: string; price: string }) =>
    `Nothing was charged yet. Under the lesson’s policy ${amount} of ${price} is charged to your card now.`,
  mail_refund_full: ({ amount }: { amount: string }) =>
    `You get everything back: ${amount}. It usually arrives on your card within five to ten days.`,
  mail_refund_part: ({ amount, price }: { amount: string; price: string }) =>
    `Under the lesson's policy you get ${amount} of ${price} back. It usually arrives on your card within five to ten days.`,
  mail_refund_none: () => 'Under the lesson’s policy nothing is paid back this close to the start.',

  mail_pay_subject: ({ title }: { title: string }) => `Please pay: ${title}`,
  mail_pay_preview: () => 'Your card was declined, or your bank wants to ask you.',
  mail_pay_title: () => 'Your payment did not work',
  mail_pay_text: ({ name }: { name: string }) =>
    `We tried to charge the card you saved for your lesson with ${name}. It was declined, or your bank wants to ask you first. Please pay on our payment page, with this card or another.`,
  mail_pay_until: ({ until }: { until: string }) =>
    `We try the saved card again until then. If it is not paid by ${until}, the lesson is cancelled and its hour is free again.`,
  mail_pay_lapsed_text: ({ name }: { name: string }) =>
    `Your bank has let go of the amount for your lesson with ${name} before we could take it, and it could not be charged again without you. Please pay on our payment page, with the same card or another.`,
  mail_pay_lapsed_until: ({ until }: { until: string }) =>
    `The page can be used until ${until}. Nothing was taken from you so far.`,
  mail_pay_button: () => 'Pay now',
  mail_fact_to_pay: () => 'To pay',

  mail_late_subject: ({ title }: { title: string }) => `Paid too late: ${title}`,
  mail_late_preview: ({ amount }: { amount: string }) => `You get ${amount} back.`,
  mail_late_title: () => 'The hour was gone already',
  mail_late_text: ({ name }: { name: string }) =>
    `Your payment arrived after the time for which we could keep the hour, and meanwhile it was no longer free. So this lesson with ${name} is not booked.`,
  mail_late_button: () => 'Pick another hour',

  mail_fact_when: () => 'When',
  mail_fact_where: () => 'Where',
  mail_fact_teacher: () => 'Teacher',
  mail_fact_learner: () => 'Learner',
  mail_fact_price: () => 'Paid',
  mail_price_later: () => 'Charged to the card you saved, two days before the lesson.',
  mail_fact_refund: () => 'You get back',
  mail_fact_you_earn: () => 'You earn',
  mail_fact_reference: () => 'Reference',
  mail_price_split: ({ price, commission }: { price: string; commission: string }) =>
    `${price}, less Etude’s ${commission}`,
  mail_where_online: () => 'Online',
  mail_where_instructor: ({ place }: { place: string }) => `At the teacher’s, ${place}`,
  mail_where_instructor_own: ({ place }: { place: string }) => `At your place, ${place}`,
  mail_policy_full: ({ until }: { until: string }) =>
    `Cancel until ${until} and get everything back.`,
  mail_policy_part: ({ until, amount }: { until: string; amount: string }) =>
    `Until ${until} you get ${amount} back.`,
  mail_policy_none: () => 'After that nothing is paid back.',
  mail_lesson_button: () => 'See the lesson',
  mail_search_button: () => 'Find another hour',
} as const;
