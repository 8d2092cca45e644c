import { button, type Letter, paragraph } from '../mail/letter.ts';
import { m as texts } from '../texts.ts';
import { m } from './security-texts.ts';

interface SecurityLetter {
  /** Whom it greets; nobody where the address was typed by somebody else. */
  name?: string;
  subject: string;
  text: string;
  /** What to do if it was not them; by default, choose a new password. */
  hint?: string;
  action?: { label: string; url: string };
  publicUrl: string;
}

/** What happened, what to do if it was not you, and one button for that. */
export function securityLetter({
  name,
  subject,
  text,
  hint = m.mail_security_hint(),
  action,
  publicUrl,
}: SecurityLetter): Letter {
  const { label, url } = action ?? {
    label: m.mail_security_button(),
    url: `${publicUrl}/forgot-password`,
  };
  return {
    subject,
    preview: text,
    title: subject,
    blocks: [
      ...(name === undefined ? [] : [paragraph(texts.mail_greeting({ name }))]),
      paragraph(text),
      ...(hint === '' ? [] : [paragraph(hint)]),
      button(label, url),
    ],
    reason: texts.mail_reason_security(),
  };
}
