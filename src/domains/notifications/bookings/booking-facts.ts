import { formatMoney, type Money, subtract } from '../../../platform/money/index.ts';
import type { BookingForMail } from '../../scheduling/index.ts';
import type { Fact } from '../mail/letter.ts';
import { spanElsewhere, spanInZone, textLocale } from '../mail/when.ts';
import { m } from '../texts.ts';
import { type Side, sidesOf } from './sides.ts';

/** A mail about a booking, and who reads it. */
export interface About {
  booking: BookingForMail;
  side: Side;
  publicUrl: string;
}

export const amountFor = ({ booking, side }: About, amount: Money) =>
  formatMoney(amount, textLocale(sidesOf(booking, side).me.locale));

export function whenFact({ booking, side }: About): Fact {
  const { me, other } = sidesOf(booking, side);
  const more = spanElsewhere(booking, { theirs: other.timeZone, mine: me.timeZone }, me.locale);
  return {
    label: m.mail_fact_when(),
    value: spanInZone(booking, me.timeZone, me.locale),
    strong: true,
    ...(more !== undefined && { more }),
  };
}

export function whereFact({ booking, side }: About): Fact {
  return { label: m.mail_fact_where(), value: whereText(booking, side) };
}

function whereText({ place, placeName }: BookingForMail, side: Side): string {
  if (place === 'online') return m.mail_where_online();
  const name = { place: placeName ?? '' };
  return side === 'learner' ? m.mail_where_instructor(name) : m.mail_where_instructor_own(name);
}

export function whoFact({ booking, side }: About): Fact {
  const label = side === 'learner' ? m.mail_fact_teacher() : m.mail_fact_learner();
  return { label, value: sidesOf(booking, side).other.displayName };
}

export const referenceFact = ({ booking }: About): Fact => ({
  label: m.mail_fact_reference(),
  value: booking.reference,
});

export const priceFact = (about: About): Fact => ({
  label: about.booking.paysLater ? m.mail_fact_to_pay() : m.mail_fact_price(),
  value: amountFor(about, about.booking.price),
  ...(about.booking.paysLater && { more: m.mail_price_later() }),
});

export function earningsFact(about: About, price: Money, commission: Money): Fact {
  const more = m.mail_price_split({
    price: amountFor(about, price),
    commission: amountFor(about, commission),
  });
  return {
    label: m.mail_fact_you_earn(),
    value: amountFor(about, subtract(price, commission)),
    more,
  };
}
