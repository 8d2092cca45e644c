/** The texts of the mail about homework, in English. Keys and calls are those of the message catalogue. */
export const m = {
  mail_reason_homework: () =>
    'You get this mail because you had a lesson with who gave you this homework.',
  mail_homework_subject: ({ sequence }: { sequence: string }) => `Homework: ${sequence}`,
  mail_homework_title: ({ name }: { name: string }) => `${name} gave you something to practise`,
  mail_homework_title_nobody: () => 'You have something to practise',
  mail_homework_text: () =>
    'What you practise counts by itself, and your teacher sees it before the next lesson.',
  mail_homework_fact_sequence: () => 'Sequence',
  mail_homework_minutes: ({ minutes }: { minutes: number }) =>
    minutes === 1 ? 'one minute' : `${minutes} minutes`,
  mail_homework_fact_times: () => 'How often',
  mail_homework_times: ({ times }: { times: number }) => (times === 1 ? 'once' : `${times} times`),
  mail_homework_fact_due: () => 'Until',
  mail_homework_fact_note: () => 'Note',
  mail_homework_button: () => 'See my homework',
} as const;
