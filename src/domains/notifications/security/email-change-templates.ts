import { emailChangeForMail, getContact } from '../../identity/index.ts';
import { button, note, paragraph } from '../mail/letter.ts';
import { momentInZone } from '../mail/when.ts';
import type { Render } from '../template.ts';
import { m as texts } from '../texts.ts';
import { securityLetter } from './security-letter.ts';
import { m } from './security-texts.ts';

/** To the new address, which anybody could have typed: so no name, and nothing about the account. */
const confirm: Render = async (ctx, _personId, { changeId }) => {
  const change = await emailChangeForMail(ctx, changeId!);
  if (!change?.confirmUrl) return undefined;
  const subject = m.mail_email_confirm_subject();
  return {
    to: change.newEmail,
    letter: {
      subject,
      preview: m.mail_email_confirm_text(),
      title: subject,
      blocks: [
        paragraph(m.mail_email_confirm_text()),
        button(m.mail_email_confirm_button(), change.confirmUrl),
        note(m.mail_email_confirm_valid()),
      ],
      reason: texts.mail_reason_address(),
    },
  };
};

/** To who has the address that somebody else wanted. */
const taken: Render = async (ctx, personId) => {
  const { email, displayName } = await getContact(ctx, personId);
  return {
    to: email,
    letter: securityLetter({
      name: displayName,
      subject: m.mail_email_taken_subject(),
      text: m.mail_email_taken_text(),
      hint: '',
      action: { label: texts.mail_exists_button(), url: `${ctx.config.publicUrl}/sign-in` },
      publicUrl: ctx.config.publicUrl,
    }),
  };
};

/** To the old address, whatever the account's is by now; with the link that takes it back. */
const toOld =
  (subject: () => string, text: (when: { when: string }) => string): Render =>
  async (ctx, personId, { changeId, at }) => {
    const change = await emailChangeForMail(ctx, changeId!);
    if (!change?.undoUrl) return undefined;
    const { displayName, timeZone, locale } = await getContact(ctx, personId);
    const when = momentInZone(Temporal.Instant.from(at!), timeZone, locale);
    return {
      to: change.oldEmail,
      letter: securityLetter({
        name: displayName,
        subject: subject(),
        text: text({ when }),
        hint: m.mail_email_undo_hint(),
        action: { label: m.mail_email_undo_button(), url: change.undoUrl },
        publicUrl: ctx.config.publicUrl,
      }),
    };
  };

const undone: Render = async (ctx, personId) => {
  const { email, displayName } = await getContact(ctx, personId);
  return {
    to: email,
    letter: securityLetter({
      name: displayName,
      subject: m.mail_email_back_subject(),
      text: m.mail_email_back_text(),
      hint: '',
      action: {
        label: m.mail_email_back_button(),
        url: `${ctx.config.publicUrl}/forgot-password`,
      },
      publicUrl: ctx.config.publicUrl,
    }),
  };
};

export const emailChangeTemplates = {
  'email-change-confirm': confirm,
  'email-change-taken': taken,
  'email-change-wanted': toOld(m.mail_email_wanted_subject, m.mail_email_wanted_text),
  'email-changed': toOld(m.mail_email_changed_subject, m.mail_email_changed_text),
  'email-change-undone': undone,
} satisfies Record<string, Render>;
