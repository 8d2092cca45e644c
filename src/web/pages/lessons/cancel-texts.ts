import { m } from '../../../messages/messages.js';
import type { Booking, CancellationQuote } from '../../api/bookings.ts';
import { formatPrice } from '../../format/prices.ts';

interface CancelTexts {
  label: string;
  /** The one amount that counts, to the minor unit. */
  amount: string;
  sentence: string;
  confirm: string;
}

interface Amounts {
  name: string;
  /** Given back, or not asked for. */
  amount: string;
  kept: string;
  price: string;
}

/** What a cancellation does to the money, by where the money is: saved card, reserved, or taken. */
export function cancelTexts(
  booking: Booking,
  quote: CancellationQuote,
  locale: string,
): CancelTexts {
  const price = (money: Booking['price']) => formatPrice(money, locale, true);
  const amounts = {
    name: booking.counterpart?.name ?? '',
    amount: price(quote.refund),
    kept: price(quote.kept),
    price: price(booking.price),
  };
  if (booking.status === 'requested') return ofRequest(quote, amounts);
  if (quote.by === 'instructor') return forInstructor(quote.money, amounts);
  if (quote.money === 'untouched') return ofSavedCard(quote, amounts);
  return quote.money === 'reserved' ? ofReserved(quote, amounts) : ofTaken(quote, amounts);
}

function ofRequest({ money }: CancellationQuote, amounts: Amounts): CancelTexts {
  return {
    label: m.lessons_cancel_you_pay(),
    amount: amounts.kept,
    sentence:
      money === 'reserved' ? m.lessons_cancel_reserved(amounts) : m.lessons_cancel_untouched(),
    confirm: m.lessons_request_withdraw(),
  };
}

function forInstructor(money: CancellationQuote['money'], amounts: Amounts): CancelTexts {
  if (money === 'untouched')
    return {
      label: m.lessons_cancel_learner_pays(),
      amount: amounts.kept,
      sentence: m.lessons_cancel_as_teacher_untouched(amounts),
      confirm: m.lessons_cancel_confirm_teacher_free(),
    };
  const isReserved = money === 'reserved';
  return {
    label: isReserved ? m.lessons_cancel_released_learner() : m.lessons_cancel_learner_gets(),
    amount: amounts.amount,
    sentence: isReserved
      ? m.lessons_cancel_as_teacher_reserved(amounts)
      : m.lessons_cancel_as_teacher(amounts),
    confirm: isReserved
      ? m.lessons_cancel_confirm_release(amounts)
      : m.lessons_cancel_confirm_teacher(amounts),
  };
}

const paying = (amounts: Amounts, sentence: string): CancelTexts => ({
  label: m.lessons_cancel_you_pay(),
  amount: amounts.kept,
  sentence,
  confirm: m.lessons_cancel_confirm_pay(amounts),
});

function ofSavedCard({ kept }: CancellationQuote, amounts: Amounts): CancelTexts {
  if (kept.minor > 0) return paying(amounts, m.lessons_cancel_untouched_part(amounts));
  return {
    ...paying(amounts, m.lessons_cancel_untouched()),
    confirm: m.lessons_cancel_confirm_free(),
  };
}

function ofReserved({ refund, kept }: CancellationQuote, amounts: Amounts): CancelTexts {
  if (refund.minor === 0) return paying(amounts, m.lessons_cancel_reserved_nothing(amounts));
  if (kept.minor > 0) return paying(amounts, m.lessons_cancel_reserved_part(amounts));
  return {
    label: m.lessons_cancel_released(),
    amount: amounts.amount,
    sentence: m.lessons_cancel_reserved(amounts),
    confirm: m.lessons_cancel_confirm_release(amounts),
  };
}

function ofTaken({ refund, kept }: CancellationQuote, amounts: Amounts): CancelTexts {
  const isNothing = refund.minor === 0;
  return {
    label: m.lessons_cancel_you_get(),
    amount: amounts.amount,
    sentence: isNothing
      ? m.lessons_cancel_nothing({ amount: amounts.kept })
      : kept.minor > 0
        ? m.lessons_cancel_part(amounts)
        : m.lessons_cancel_all(amounts),
    confirm: isNothing ? m.lessons_cancel_confirm_nothing() : m.lessons_cancel_confirm(amounts),
  };
}
