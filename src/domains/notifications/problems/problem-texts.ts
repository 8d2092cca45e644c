/** What the two sides of a lesson are told when something went wrong with it. */
export const m = {
  mail_missed_title: ({ name }: { name: string }) => `${name} says that you did not come`,
  mail_missed_text: () => 'The lesson is paid as if it had been given.',
  mail_missed_until: ({ until }: { until: string }) =>
    `If that is not what happened, tell us until ${until}: the lesson’s page has a way to report a problem.`,

  mail_problem_title: () => 'We are looking into your problem',
  mail_problem_text: ({ name }: { name: string }) =>
    `Thank you for telling us. The money for this lesson stays with us until we have decided, and ${name} does not see your words.`,
  mail_problem_title_teacher: ({ name }: { name: string }) => `${name} has reported a problem`,
  mail_problem_text_teacher: () =>
    'We are looking into it. What you earn from this lesson waits with us until it is decided; we write to you then.',

  mail_settled_title: () => 'Your problem is settled',
  mail_settled_text: () =>
    'We looked into what you reported. The lesson is paid as it was; nothing goes back.',
  mail_settled_title_back: ({ amount }: { amount: string }) => `${amount} goes back to you`,
  mail_settled_text_back: () =>
    'We looked into what you reported. The money goes to the card you paid with and arrives in five to ten days.',
  mail_settled_title_teacher: () => 'The reported problem is settled',
  mail_settled_text_teacher: ({ name }: { name: string }) =>
    `Nothing went back to ${name}. You are paid for this lesson as usual.`,
  mail_settled_title_teacher_back: ({ amount, name }: { amount: string; name: string }) =>
    `${amount} went back to ${name}`,
  mail_settled_text_teacher_part: () =>
    'That is what we decided about the reported problem. What is left is yours as usual, less our share.',
  mail_settled_text_teacher_all: () =>
    'That is what we decided about the reported problem. It was all that was paid, so you earn nothing from this lesson.',

  mail_problem_fact_lesson: () => 'Lesson',
} as const;
