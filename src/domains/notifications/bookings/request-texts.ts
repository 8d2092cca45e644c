interface Names {
  title: string;
  name: string;
}
type Name = Pick<Names, 'name'>;

/** What is said of a lesson that its instructor confirms by hand. Keys and calls are those of the message catalogue. */
export const m = {
  mail_request_subject_instructor: ({ title, name }: Names) =>
    `${name} asks for a lesson: ${title}`,
  mail_request_subject_learner: ({ title, name }: Names) => `Request sent: ${title} with ${name}`,
  mail_request_preview: ({ until }: { until: string }) => `Answer until ${until}.`,
  mail_request_preview_learner: ({ until }: { until: string }) => `You hear by ${until}.`,
  mail_request_title_instructor: ({ name }: Name) => `${name} asks for a lesson`,
  mail_request_title_learner: () => 'Your request was sent',
  mail_request_text_instructor: ({ name, until }: Name & { until: string }) =>
    `You confirm lessons by hand. Please accept or decline until ${until}. Until then the hour is kept for ${name}, and nothing is taken from their card.`,
  mail_request_text_learner: ({ name, until }: Name & { until: string }) =>
    `${name} confirms lessons by hand, and answers until ${until}. Until then the hour is kept for you, and nothing is taken from your card.`,
  mail_request_else_instructor: () =>
    'If you do not answer, the request ends by itself and the hour is free again.',
  mail_request_else_learner: () =>
    'If there is no answer by then, or you withdraw the request, nothing is taken at all.',
  mail_request_button: () => 'Accept or decline',
  mail_request_button_learner: () => 'See the request',
  mail_request_price: ({ name }: Name) => `Only if ${name} accepts`,

  mail_declined_subject: ({ title, name }: Names) => `Declined: ${title} with ${name}`,
  mail_declined_preview: () => 'Nothing was taken from your card.',
  mail_declined_title: ({ name }: Name) => `${name} cannot give this lesson`,
  mail_declined_text: ({ name }: Name) => `${name} has declined your request.`,
  mail_declined_words: ({ name, words }: Name & { words: string }) => `${name} writes: “${words}”`,
  mail_nothing_taken: () =>
    'Nothing was taken from your card. If the amount was reserved on it, it is released; your bank may show it for a few more days.',

  mail_unanswered_subject: ({ title, name }: Names) => `Not answered: ${title} with ${name}`,
  mail_unanswered_title_learner: ({ name }: Name) => `${name} did not answer in time`,
  mail_unanswered_title_instructor: () => 'A request has ended',
  mail_unanswered_text_learner: ({ name }: Name) =>
    `${name} did not answer your request in time, so it has ended.`,
  mail_unanswered_text_instructor: ({ name, until }: Name & { until: string }) =>
    `You could answer the request of ${name} until ${until}. It has ended, nothing was taken from their card, and the hour is free again for other learners.`,
  mail_unanswered_hint_instructor: () =>
    'You can let lessons be confirmed at once instead: the page of your hours has a setting for it.',
  mail_unanswered_button_instructor: () => 'See my hours',

  mail_withdrawn_subject: ({ title, name }: Names) => `Withdrawn: ${title} with ${name}`,
  mail_withdrawn_title: () => 'This request is withdrawn',
  mail_withdrawn_by_you: () => 'You have withdrawn your request for this lesson.',
  mail_withdrawn_by_other: ({ name }: Name) =>
    `${name} has withdrawn the request for this lesson. There is nothing left to answer, and the hour is free again for other learners.`,
};
