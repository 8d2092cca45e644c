import { button, type Letter, note, paragraph } from '../mail/letter.ts';
import { m } from '../texts.ts';

/** A link of identity's, with how long it works. */
export interface MailedLink {
  url: string;
  hoursValid: number;
}

// No name here: anybody can enter somebody else's address with any name.
export const verifyEmailLetter = ({ url, hoursValid }: MailedLink): Letter => ({
  subject: m.mail_verify_subject(),
  preview: m.mail_verify_preview(),
  title: m.mail_verify_title(),
  blocks: [
    paragraph(m.mail_verify_text()),
    button(m.mail_verify_button(), url),
    note(m.mail_verify_valid({ hours: hoursValid })),
  ],
  reason: m.mail_reason_address(),
});

export function welcomeLetter({
  name,
  teaches,
  publicUrl,
}: {
  name: string;
  teaches: boolean;
  publicUrl: string;
}): Letter {
  const body = teaches
    ? [
        paragraph(m.mail_welcome_text_instructor()),
        button(m.mail_welcome_button_instructor(), `${publicUrl}/teach`),
      ]
    : [
        paragraph(m.mail_welcome_text_learner()),
        paragraph(m.mail_welcome_text_hold()),
        button(m.mail_welcome_button_learner(), `${publicUrl}/search`),
      ];
  return {
    subject: m.mail_welcome_subject(),
    preview: m.mail_welcome_preview(),
    title: m.mail_welcome_title(),
    blocks: [paragraph(m.mail_greeting({ name })), ...body],
    reason: m.mail_reason_account(),
  };
}

export const accountExistsLetter = ({
  name,
  publicUrl,
}: {
  name: string;
  publicUrl: string;
}): Letter => ({
  subject: m.mail_exists_subject(),
  preview: m.mail_exists_preview(),
  title: m.mail_exists_title(),
  blocks: [
    paragraph(m.mail_greeting({ name })),
    paragraph(m.mail_exists_text()),
    paragraph(m.mail_exists_hint()),
    button(m.mail_exists_button(), `${publicUrl}/sign-in`),
  ],
  reason: m.mail_reason_security(),
});

export const resetPasswordLetter = ({
  name,
  link,
}: {
  name: string;
  link: MailedLink;
}): Letter => ({
  subject: m.mail_reset_subject(),
  preview: m.mail_reset_preview(),
  title: m.mail_reset_title(),
  blocks: [
    paragraph(m.mail_greeting({ name })),
    paragraph(m.mail_reset_text()),
    button(m.mail_reset_button(), link.url),
    note(m.mail_reset_valid({ hours: link.hoursValid })),
  ],
  reason: m.mail_reason_security(),
});

export const passwordChangedLetter = ({
  name,
  when,
  publicUrl,
}: {
  name: string;
  when: string;
  publicUrl: string;
}): Letter => ({
  subject: m.mail_changed_subject(),
  preview: m.mail_changed_preview(),
  title: m.mail_changed_title(),
  blocks: [
    paragraph(m.mail_greeting({ name })),
    paragraph(m.mail_changed_text({ when })),
    paragraph(m.mail_changed_hint()),
    button(m.mail_changed_button(), `${publicUrl}/forgot-password`),
  ],
  reason: m.mail_reason_security(),
});
