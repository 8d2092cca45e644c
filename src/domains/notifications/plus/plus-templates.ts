import { formatMoney, type Money } from '../../../platform/money/index.ts';
import { type Contact, getContact } from '../../identity/index.ts';
import { findPlusInvoice, getPlusForMail, type PlusForMail } from '../../payments/index.ts';
import { type Block, button, type Fact, facts, note, paragraph } from '../mail/letter.ts';
import { textLocale } from '../mail/when.ts';
import type { Render, TemplateParams } from '../template.ts';
import { m as texts } from '../texts.ts';
import { m } from './plus-texts.ts';

interface About {
  plus: PlusForMail;
  params: TemplateParams;
  /** What the invoice came to, where the mail is about one. */
  invoice: { paid: string; total: string } | undefined;
  day(instant: Temporal.Instant | null): string;
  money(amount: Money): string;
  /** "£7.99 a month" */
  price(plan: { interval: 'month' | 'year'; price: Money }): string;
  page(path: string): string;
}

interface Written {
  subject: string;
  text: string;
  more?: string | undefined;
  facts?: (Fact | undefined)[];
  hint?: string;
  action?: { label: string; url: string };
}

/** A mail to the owner of a subscription; undefined when it is no longer true. */
function aboutPlus(write: (about: About) => Written | undefined): Render {
  return async (ctx, personId, params) => {
    const contact = await getContact(ctx, personId);
    const plus = await getPlusForMail(ctx, params.subscriptionId!);
    const invoice =
      params.providerInvoiceId && (await findPlusInvoice(ctx, params.providerInvoiceId));
    const { locale } = contact;
    const page = (path: string) => `${ctx.config.publicUrl}${path}`;
    const money = (amount: Money) => formatMoney(amount, locale);
    const written = write({
      plus,
      params,
      invoice: invoice ? { paid: money(invoice.paid), total: money(invoice.total) } : undefined,
      day: (instant) => (instant ? dayOf(instant, contact) : ''),
      money,
      price: ({ interval, price }) =>
        interval === 'month'
          ? m.mail_plus_per_month({ amount: money(price) })
          : m.mail_plus_per_year({ amount: money(price) }),
      page,
    });
    return written && { to: contact.email, letter: letterOf(contact, written, page) };
  };
}

const dayOf = (instant: Temporal.Instant, { timeZone, locale }: Contact) =>
  instant.toLocaleString(textLocale(locale), { timeZone, dateStyle: 'long' });

function letterOf(contact: Contact, written: Written, page: About['page']) {
  const { label, url } = written.action ?? { label: m.mail_plus_button(), url: page('/plus') };
  const blocks: (Block | undefined)[] = [
    paragraph(texts.mail_greeting({ name: contact.displayName })),
    paragraph(written.text),
    written.more === undefined ? undefined : paragraph(written.more),
    written.facts && facts(...written.facts),
    button(label, url),
    written.hint === undefined ? undefined : note(written.hint),
  ];
  return {
    subject: written.subject,
    preview: written.text,
    title: written.subject,
    blocks: blocks.filter((block) => block !== undefined),
    reason: m.mail_reason_plus(),
  };
}

const cardFact = ({ plus: { card } }: About): Fact | undefined =>
  card ? { label: m.mail_plus_fact_paid_with(), value: m.mail_plus_card(card) } : undefined;

export const plusTemplates = {
  'plus-started': aboutPlus((about) => {
    const { plus, day, price } = about;
    if (plus.status === 'ended') return undefined;
    const until = day(plus.trialEndsAt);
    return {
      subject: m.mail_plus_started_subject(),
      text: m.mail_plus_started_text(),
      ...(plus.status === 'trialing' && {
        more: m.mail_plus_started_trial({ until, price: price(plus.next) }),
      }),
      facts: [
        { label: m.mail_plus_fact_plan(), value: price(plus) },
        { label: m.mail_plus_fact_renews(), value: day(plus.periodEndsAt) },
        cardFact(about),
      ],
    };
  }),
  'plus-trial-ending': aboutPlus((about) => {
    const { plus, day, price } = about;
    if (plus.status !== 'trialing') return undefined;
    const until = day(plus.trialEndsAt);
    return {
      subject: m.mail_plus_trial_subject({ until }),
      text: m.mail_plus_trial_text({ until, price: price(plus.next) }),
      facts: [cardFact(about)],
      hint: m.mail_plus_trial_hint(),
    };
  }),
  'plus-paid': aboutPlus((about) => {
    const { plus, invoice, day, page } = about;
    if (!invoice) return undefined;
    const { paid: amount } = invoice;
    return {
      subject: m.mail_plus_paid_subject({ amount }),
      text: m.mail_plus_paid_text(),
      facts: [
        { label: m.mail_plus_fact_paid(), value: amount, strong: true },
        cardFact(about),
        plus.status === 'active'
          ? { label: m.mail_plus_fact_renews(), value: day(plus.periodEndsAt) }
          : undefined,
      ],
      action: { label: m.mail_plus_payments_button(), url: page('/account/payments') },
    };
  }),
  'plus-payment-failed': aboutPlus(({ plus, params, invoice, day, page }) => {
    // Paid or ended meanwhile: there is nothing to be done any more.
    if (!invoice || (plus.status !== 'grace' && plus.status !== 'past_due')) return undefined;
    const { attempt = 1 } = params;
    const amount = invoice.total;
    return {
      subject: m.mail_plus_failed_subject(),
      text:
        attempt > 1
          ? m.mail_plus_failed_again({ amount, attempt })
          : m.mail_plus_failed_text({ amount }),
      more:
        plus.status === 'grace'
          ? m.mail_plus_failed_grace({ until: day(plus.graceEndsAt) })
          : m.mail_plus_failed_off(),
      action: { label: m.mail_plus_pay_button(), url: plus.payUrl ?? page('/plus') },
    };
  }),
  'plus-stopped': aboutPlus(({ plus, page }) =>
    plus.status === 'past_due'
      ? {
          subject: m.mail_plus_stopped_subject(),
          text: m.mail_plus_stopped_text(),
          action: { label: m.mail_plus_pay_button(), url: plus.payUrl ?? page('/plus') },
        }
      : undefined,
  ),
  'plus-changed': aboutPlus(({ plus, day, price }) => {
    const until = day(plus.periodEndsAt);
    const isLater = plus.next.interval !== plus.interval;
    return {
      subject: m.mail_plus_changed_subject(),
      text: isLater
        ? m.mail_plus_changed_later({ until, price: price(plus.next) })
        : m.mail_plus_changed_text({ price: price(plus) }),
      facts: [{ label: m.mail_plus_fact_renews(), value: until }],
    };
  }),
  'plus-ending': aboutPlus(({ plus, day }) => {
    if (plus.status !== 'cancelling') return undefined;
    const until = day(plus.endsAt);
    return {
      subject: m.mail_plus_ending_subject({ until }),
      text: m.mail_plus_ending_text({ until }),
      hint: m.mail_plus_ending_hint(),
    };
  }),
  'plus-resumed': aboutPlus(({ plus, day, price }) =>
    plus.status === 'active' || plus.status === 'trialing'
      ? {
          subject: m.mail_plus_resumed_subject(),
          text: m.mail_plus_resumed_text({
            until: day(plus.periodEndsAt),
            price: price(plus.next),
          }),
        }
      : undefined,
  ),
  'plus-ended': aboutPlus(({ plus, money }) => ({
    subject: m.mail_plus_ended_subject(),
    text: m.mail_plus_ended_text(),
    ...(plus.refund && { more: m.mail_plus_ended_refund({ amount: money(plus.refund) }) }),
  })),
} satisfies Record<string, Render>;
