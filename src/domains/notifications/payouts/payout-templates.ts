import type { Ctx } from '../../../platform/context.ts';
import { formatMoney } from '../../../platform/money/index.ts';
import { type Contact, getContact } from '../../identity/index.ts';
import { getPayout, getPayoutAccount, type PayoutAccountView } from '../../payments/index.ts';
import { button, facts, type Letter, paragraph } from '../mail/letter.ts';
import { textLocale } from '../mail/when.ts';
import type { Render } from '../template.ts';
import { m as texts } from '../texts.ts';
import { m } from './payout-texts.ts';

/** A mail about one payout; undefined when it is no longer true. */
function aboutPayout(
  write: (
    payout: Awaited<ReturnType<typeof getPayout>>,
    contact: Contact,
    publicUrl: string,
  ) => Letter | undefined,
): Render {
  return async (ctx, personId, { payoutId }) => {
    const contact = await getContact(ctx, personId);
    const payout = await getPayout(ctx, { personId, payoutId: payoutId! });
    const letter = write(payout, contact, ctx.config.publicUrl);
    return letter && { to: contact.email, letter };
  };
}

/** A mail about the payout account, as long as it stands so. */
function aboutAccount(
  status: PayoutAccountView['status'],
  write: (account: PayoutAccountView, contact: Contact, ctx: Ctx) => Letter | undefined,
): Render {
  return async (ctx, personId) => {
    const contact = await getContact(ctx, personId);
    const account = await getPayoutAccount(ctx, personId);
    const letter = account.status === status ? write(account, contact, ctx) : undefined;
    return letter && { to: contact.email, letter };
  };
}

interface Plain {
  subject: string;
  text: string;
  more?: string;
  action: string;
  url: string;
}

function plainLetter({ displayName: name }: Contact, plain: Plain): Letter {
  return {
    subject: plain.subject,
    preview: plain.text,
    title: plain.subject,
    blocks: [
      paragraph(texts.mail_greeting({ name })),
      paragraph(plain.text),
      ...(plain.more ? [paragraph(plain.more)] : []),
      button(plain.action, plain.url),
    ],
    reason: m.mail_reason_payouts(),
  };
}

const accountPage = ({ config }: Ctx) => `${config.publicUrl}/earnings/account`;

const dayOf = (instant: Temporal.Instant, { timeZone, locale }: Contact) =>
  instant.toLocaleString(textLocale(locale), { timeZone, dateStyle: 'full' });

export const payoutTemplates = {
  'payout-sent': aboutPayout((payout, contact, publicUrl) => {
    if (payout.status !== 'in_transit' && payout.status !== 'paid') return undefined;
    const amount = formatMoney(payout.amount, contact.locale);
    const day = dayOf(payout.arrivesAt, contact);
    const { bankLast4: last4 } = payout;
    return {
      subject: m.mail_payout_sent_subject({ amount }),
      preview: m.mail_payout_sent_preview({ day }),
      title: m.mail_payout_sent_title(),
      blocks: [
        paragraph(texts.mail_greeting({ name: contact.displayName })),
        paragraph(m.mail_payout_sent_text()),
        facts(
          { label: m.mail_payout_amount(), value: amount, strong: true },
          last4
            ? { label: m.mail_payout_bank(), value: m.mail_payout_bank_is({ last4 }) }
            : undefined,
          { label: m.mail_payout_arrives(), value: day },
        ),
        button(m.mail_payout_sent_button(), `${publicUrl}/earnings/payouts/${payout.id}`),
      ],
      reason: m.mail_reason_payouts(),
    };
  }),
  'payout-failed': aboutPayout((payout, contact, publicUrl) => {
    const amount = formatMoney(payout.amount, contact.locale);
    const letter = plainLetter(contact, {
      subject: m.mail_payout_failed_subject(),
      text: m.mail_payout_failed_text({ amount }),
      action: m.mail_payout_failed_button(),
      url: `${publicUrl}/earnings/account`,
    });
    const preview = m.mail_payout_failed_preview({ amount });
    return { ...letter, preview, title: m.mail_payout_failed_title() };
  }),
  'payouts-enabled': aboutAccount('enabled', (_account, contact, { config }) =>
    plainLetter(contact, {
      subject: m.mail_payouts_enabled_subject(),
      text: m.mail_payouts_enabled_text(),
      action: m.mail_payouts_enabled_button(),
      url: `${config.publicUrl}/earnings`,
    }),
  ),
  'payouts-restricted': aboutAccount('restricted', (_account, contact, ctx) =>
    plainLetter(contact, {
      subject: m.mail_payouts_restricted_subject(),
      text: m.mail_payouts_restricted_text(),
      action: m.mail_payouts_restricted_button(),
      url: accountPage(ctx),
    }),
  ),
  'payouts-rejected': aboutAccount('rejected', (_account, contact, ctx) =>
    plainLetter(contact, {
      subject: m.mail_payouts_rejected_subject(),
      text: m.mail_payouts_rejected_text(),
      action: m.mail_payouts_rejected_button(),
      url: accountPage(ctx),
    }),
  ),
  'payout-details-due': aboutAccount('enabled', ({ requirements }, contact, ctx) => {
    if (requirements.length === 0) return undefined;
    const due = requirements.flatMap(({ dueAt }) => dueAt ?? []).toSorted()[0];
    return plainLetter(contact, {
      subject: m.mail_payouts_due_subject(),
      text: m.mail_payouts_due_text(),
      ...(due && {
        more: m.mail_payouts_due_by({ day: dayOf(Temporal.Instant.from(due), contact) }),
      }),
      action: m.mail_payouts_due_button(),
      url: accountPage(ctx),
    });
  }),
} satisfies Record<string, Render>;
