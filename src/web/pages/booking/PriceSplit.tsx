import type { ReactNode } from 'react';
import { m } from '../../../messages/messages.js';
import type { Booking } from '../../api/bookings.ts';
import { formatPrice } from '../../format/prices.ts';
import { useShell } from '../../shell/use-shell.ts';

/** What is paid, and who gets what of it; once some of it went back, what became of it. */
export function PriceSplit({ booking, total }: { booking: Booking; total: string }) {
  const { locale } = useShell().market;
  const { split, price, viewer, counterpart } = booking;
  const end = endOf(booking);
  const money = (amount: Booking['price']) => formatPrice(amount, locale, true);
  const teacher =
    viewer === 'instructor'
      ? m.checkout_split_you()
      : m.checkout_split_teacher({ name: counterpart?.name ?? '' });
  return (
    <dl className="numerals grid divide-y divide-line">
      <Line label={m.checkout_lesson_minutes({ minutes: minutesOf(booking) })}>{money(price)}</Line>
      {end?.back ? (
        <Line label={end.back.label} quiet>
          {money(end.back.amount)}
        </Line>
      ) : null}
      {end ? null : (
        <>
          <Line label={teacher} quiet>
            {money(split.instructor)}
          </Line>
          <Line label={m.checkout_split_etude()} quiet>
            {money(split.commission)}
          </Line>
        </>
      )}
      <Line label={<strong className="font-semibold">{end?.label ?? total}</strong>}>
        <strong className="font-display text-22 font-medium">{money(end?.amount ?? price)}</strong>
      </Line>
    </dl>
  );
}

/** What became of the money of a lesson that was cancelled, or complained about with success. */
function endOf({ cancellation, problem, price, viewer, status }: Booking) {
  // A request that came to nothing.
  if (status === 'declined' || status === 'expired')
    return { label: m.checkout_charged(), amount: { ...price, minor: 0 } };
  const refund = cancellation?.refund ?? problem?.refund;
  if (!refund || (!cancellation && refund.minor === 0)) return undefined;
  const kept = { ...price, minor: price.minor - refund.minor };
  if (cancellation?.money === 'untouched') {
    const isLate = kept.minor > 0 && cancellation.by !== 'system';
    return isLate
      ? { label: m.checkout_charged_late(), amount: kept }
      : { label: m.checkout_charged(), amount: { ...price, minor: 0 } };
  }
  return {
    back: {
      label: cancellation?.money === 'reserved' ? m.checkout_released() : m.checkout_refunded(),
      amount: refund,
    },
    label: viewer === 'instructor' ? m.checkout_total_learner() : m.checkout_total_paid(),
    amount: kept,
  };
}

function Line({
  label,
  quiet = false,
  children,
}: {
  label: ReactNode;
  quiet?: boolean;
  children: ReactNode;
}) {
  return (
    <div
      className={`flex items-baseline justify-between gap-4 py-2.5 ${quiet ? 'pl-4 text-14 text-soft' : ''}`}
    >
      <dt>{label}</dt>
      <dd className="whitespace-nowrap">{children}</dd>
    </div>
  );
}

const minutesOf = ({ startsAt, endsAt }: Booking) =>
  Math.round((Date.parse(endsAt) - Date.parse(startsAt)) / 60_000);
