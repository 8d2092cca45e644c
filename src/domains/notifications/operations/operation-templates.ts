import { formatMoney, money } from '../../../platform/money/index.ts';
import { type Contact, getContact } from '../../identity/index.ts';
import { getDispute, getReconciliation } from '../../payments/index.ts';
import { getProblem } from '../../scheduling/index.ts';
import { button, type Letter, paragraph } from '../mail/letter.ts';
import { momentInZone } from '../mail/when.ts';
import type { Render } from '../template.ts';
import { m as texts } from '../texts.ts';
import { m } from './operation-texts.ts';

export const operationTemplates = {
  'dispute-opened': async (ctx, personId, { disputeId }) => {
    const contact = await getContact(ctx, personId);
    const dispute = await getDispute(ctx, disputeId!);
    const url = `${ctx.config.publicUrl}/operate/payments/disputes/${disputeId}`;
    const letter = dispute.isAnswerable ? disputeLetter(dispute, contact, url) : undefined;
    return letter && { to: contact.email, letter };
  },
  'books-differ': async (ctx, personId, { reconciliationId }) => {
    const contact = await getContact(ctx, personId);
    const { id, opened } = await getReconciliation(ctx, reconciliationId!);
    const url = `${ctx.config.publicUrl}/operate/payments/books/${id}`;
    return { to: contact.email, letter: booksLetter(opened, contact, url) };
  },
  'problem-waits': async (ctx, personId, { problemId }) => {
    const contact = await getContact(ctx, personId);
    const { title, settledAt } = await getProblem(ctx, problemId!);
    if (settledAt) return undefined;
    const letter = plainLetter(contact, {
      subject: m.mail_complaint_subject({ title }),
      text: m.mail_complaint_text(),
      action: m.mail_complaint_button(),
      url: `${ctx.config.publicUrl}/operate/payments/problems/${problemId}`,
    });
    return { to: contact.email, letter };
  },
} satisfies Record<string, Render>;

function disputeLetter(
  dispute: Awaited<ReturnType<typeof getDispute>>,
  { displayName: name, locale, timeZone }: Contact,
  url: string,
): Letter | undefined {
  const { currency, amountMinor, dueAt, reason } = dispute;
  if (currency === null || amountMinor === null) return undefined;
  const amount = formatMoney(money(amountMinor, currency), locale);
  const text = m.mail_dispute_text({ amount, reason: (reason ?? '').replaceAll('_', ' ') });
  const due = dueAt && m.mail_dispute_due({ when: momentInZone(dueAt, timeZone, locale) });
  const subject = m.mail_dispute_subject({ amount });
  return {
    subject,
    preview: due ?? text,
    title: subject,
    blocks: [
      paragraph(texts.mail_greeting({ name })),
      paragraph(text),
      ...(due ? [paragraph(due)] : []),
      button(m.mail_dispute_button(), url),
    ],
    reason: m.mail_reason_operator(),
  };
}

const booksLetter = (count: number, contact: Contact, url: string): Letter =>
  plainLetter(contact, {
    subject: m.mail_books_subject(),
    text: m.mail_books_text({ count }),
    action: m.mail_books_button(),
    url,
  });

function plainLetter(
  { displayName: name }: Contact,
  { subject, text, action, url }: { subject: string; text: string; action: string; url: string },
): Letter {
  return {
    subject,
    preview: text,
    title: subject,
    blocks: [paragraph(texts.mail_greeting({ name })), paragraph(text), button(action, url)],
    reason: m.mail_reason_operator(),
  };
}
