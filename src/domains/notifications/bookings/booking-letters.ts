import { subtract } from '../../../platform/money/index.ts';
import {
  type Block,
  button,
  type Fact,
  facts,
  type Letter,
  note,
  paragraph,
} from '../mail/letter.ts';
import { momentInZone, spanInZone } from '../mail/when.ts';
import { m } from '../texts.ts';
import {
  type About,
  amountFor,
  earningsFact,
  priceFact,
  referenceFact,
  whenFact,
  whereFact,
  whoFact,
} from './booking-facts.ts';
import { sidesOf } from './sides.ts';

export function bookingConfirmedLetter(about: About): Letter {
  const { booking, side, publicUrl } = about;
  const { me, other } = sidesOf(booking, side);
  const names = { title: booking.title, name: other.displayName };
  const isLearner = side === 'learner';
  return {
    subject: isLearner
      ? m.mail_confirmed_subject_learner(names)
      : m.mail_confirmed_subject_instructor(names),
    preview: spanInZone(booking, me.timeZone, me.locale),
    title: isLearner ? m.mail_confirmed_title_learner() : m.mail_confirmed_title_instructor(),
    blocks: [
      paragraph(
        isLearner
          ? m.mail_confirmed_text_learner(names)
          : booking.paysLater
            ? m.mail_confirmed_text_instructor_later(names)
            : m.mail_confirmed_text_instructor(names),
      ),
      facts(
        whenFact(about),
        whereFact(about),
        whoFact(about),
        isLearner ? priceFact(about) : earningsFact(about, booking.price, booking.commission),
        referenceFact(about),
      ),
      ...(isLearner ? policyNotes(about) : []),
      button(m.mail_lesson_button(), `${publicUrl}/lessons/${booking.id}`),
    ],
    reason: m.mail_reason_lesson(),
  };
}

export function bookingCancelledLetter(about: About): Letter {
  const { booking, side, publicUrl } = about;
  const { me, other } = sidesOf(booking, side);
  const isUnpaid = booking.cancelledBy === 'system';
  const isLearner = side === 'learner';
  return {
    subject: m.mail_cancelled_subject({ title: booking.title, name: other.displayName }),
    preview: spanInZone(booking, me.timeZone, me.locale),
    title: m.mail_cancelled_title(),
    blocks: [
      paragraph(cancelledText(about)),
      ...(isUnpaid && isLearner
        ? []
        : [paragraph(isLearner ? refundText(about) : m.mail_cancelled_slot_free())]),
      facts(
        whenFact(about),
        whoFact(about),
        ...(isUnpaid || (isLearner && !booking.isCharged)
          ? []
          : [isLearner ? refundFact(about) : keptFact(about)]),
        referenceFact(about),
      ),
      isLearner
        ? button(m.mail_search_button(), `${publicUrl}/search`)
        : button(m.mail_lesson_button(), `${publicUrl}/lessons/${booking.id}`),
    ],
    reason: m.mail_reason_lesson(),
  };
}

function cancelledText({ booking, side }: About): string {
  const { other } = sidesOf(booking, side);
  const names = { name: other.displayName };
  if (booking.cancelledBy === 'system')
    return side === 'learner' ? m.mail_cancelled_unpaid() : m.mail_cancelled_unpaid_teacher(names);
  return booking.cancelledBy === side
    ? m.mail_cancelled_by_you()
    : m.mail_cancelled_by_other(names);
}

/** To the learner alone: the card was declined, or let go of the amount, and is not the only way to pay. */
export function paymentNeededLetter({ booking, publicUrl }: Omit<About, 'side'>): Letter {
  const about = { booking, publicUrl, side: 'learner' as const };
  const { me, other } = sidesOf(booking, 'learner');
  const until = momentInZone(booking.payUntil, me.timeZone, me.locale);
  const name = other.displayName;
  const hasLapsed = Temporal.Instant.compare(booking.payUntil, booking.startsAt) > 0;
  const texts = hasLapsed
    ? [m.mail_pay_lapsed_text({ name }), m.mail_pay_lapsed_until({ until })]
    : [m.mail_pay_text({ name }), m.mail_pay_until({ until })];
  return {
    subject: m.mail_pay_subject({ title: booking.title }),
    preview: m.mail_pay_preview(),
    title: m.mail_pay_title(),
    blocks: [
      ...texts.map(paragraph),
      facts(
        whenFact(about),
        whoFact(about),
        { label: m.mail_fact_to_pay(), value: amountFor(about, booking.price), strong: true },
        referenceFact(about),
      ),
      button(m.mail_pay_button(), `${publicUrl}/lessons/${booking.id}`),
    ],
    reason: m.mail_reason_lesson(),
  };
}

/** To the learner alone: the payment came after the hold, and the hour was taken. */
export function bookingPaidTooLateLetter({ booking, publicUrl }: Omit<About, 'side'>): Letter {
  const about = { booking, publicUrl, side: 'learner' as const };
  const amount = amountFor(about, booking.price);
  return {
    subject: m.mail_late_subject({ title: booking.title }),
    preview: m.mail_late_preview({ amount }),
    title: m.mail_late_title(),
    blocks: [
      paragraph(m.mail_late_text({ name: booking.instructor.displayName })),
      paragraph(m.mail_refund_full({ amount })),
      facts(
        whenFact(about),
        whoFact(about),
        { label: m.mail_fact_refund(), value: amount, strong: true },
        referenceFact(about),
      ),
      button(m.mail_late_button(), `${publicUrl}/search`),
    ],
    reason: m.mail_reason_lesson(),
  };
}

function refundFact(about: About): Fact | undefined {
  const { refund } = about.booking;
  return refund?.minor
    ? { label: m.mail_fact_refund(), value: amountFor(about, refund), strong: true }
    : undefined;
}

/** What the policy leaves to the instructor, when it leaves anything. */
function keptFact(about: About): Fact | undefined {
  const { price, refund, keptCommission } = about.booking;
  if (!refund || !keptCommission || refund.minor === price.minor) return undefined;
  return earningsFact(about, subtract(price, refund), keptCommission);
}

function refundText(about: About): string {
  const { refund, price, isCharged } = about.booking;
  if (!isCharged) {
    const kept = subtract(price, refund ?? price);
    if (kept.minor === 0) return m.mail_refund_uncharged();
    return m.mail_refund_share({ amount: amountFor(about, kept), price: amountFor(about, price) });
  }
  if (!refund?.minor) return m.mail_refund_none();
  const amount = amountFor(about, refund);
  return refund.minor === price.minor
    ? m.mail_refund_full({ amount })
    : m.mail_refund_part({ amount, price: amountFor(about, price) });
}

function policyNotes(about: About): Block[] {
  const { booking } = about;
  const { timeZone, locale } = booking.learner;
  const lines = booking.deadlines.map(({ until, refund }) => {
    const moment = momentInZone(until, timeZone, locale);
    return refund.minor === booking.price.minor
      ? m.mail_policy_full({ until: moment })
      : m.mail_policy_part({ until: moment, amount: amountFor(about, refund) });
  });
  return [note([...lines, m.mail_policy_none()].join(' '))];
}
