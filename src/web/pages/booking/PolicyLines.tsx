import { m } from '../../../messages/messages.js';
import type { Booking } from '../../api/bookings.ts';
import { formatPrice } from '../../format/prices.ts';
import { formatMoment } from '../../format/spans.ts';
import { useShell } from '../../shell/use-shell.ts';

/** Until when one can cancel for which amount, to the minute and the penny. */
export function PolicyLines({ booking }: { booking: Booking }) {
  const { market, timeZone } = useShell();
  const { price, policy } = booking;
  const money = (amount: Booking['price']) => formatPrice(amount, market.locale, true);
  return (
    <ul className="grid gap-2 text-14">
      {policy.deadlines.map(({ until, refund }) => (
        <li key={until} className="flex gap-2.5">
          <Mark tone={refund.minor === price.minor ? 'bg-success' : 'bg-marigold'} />
          <span className="numerals">
            {m.checkout_policy_until()}{' '}
            <strong className="font-semibold">
              {formatMoment(until, timeZone, market.locale)}
            </strong>
            {': '}
            {refund.minor === price.minor
              ? m.checkout_policy_all({ amount: money(refund) })
              : m.checkout_policy_part({ amount: money(refund) })}
          </span>
        </li>
      ))}
      <li className="flex gap-2.5">
        <Mark tone="bg-edge" />
        {policy.deadlines.length > 0 ? m.checkout_policy_none_after() : m.checkout_policy_none()}
      </li>
    </ul>
  );
}

const Mark = ({ tone }: { tone: string }) => (
  <span aria-hidden="true" className={`mt-1.5 size-2 shrink-0 rounded-full ${tone}`} />
);
