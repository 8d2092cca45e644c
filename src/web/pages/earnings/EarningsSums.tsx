import { m } from '../../../messages/messages.js';
import { formatPrice } from '../../format/prices.ts';
import { useShell } from '../../shell/use-shell.ts';
import type { EarningsSum } from './money-types.ts';

/** Where one's money is, along its way; one row of figures per currency. */
export function EarningsSums({ sums }: { sums: EarningsSum[] }) {
  const { locale } = useShell().market;
  return (
    <section aria-label={m.earnings_sums()} className="grid gap-3">
      {sums.map((sum) => (
        <dl key={sum.currency} className="grid grid-cols-2 gap-3 lg:grid-cols-4">
          {(
            [
              [m.earnings_sum_expected(), m.earnings_sum_expected_hint(), sum.expected],
              [m.earnings_sum_waiting(), m.earnings_sum_waiting_hint(), sum.waiting],
              [m.earnings_sum_account(), m.earnings_sum_account_hint(), sum.inAccount],
              [m.earnings_sum_leaving(), m.earnings_sum_leaving_hint(), sum.onTheWay],
            ] as const
          ).map(([label, hint, amount]) => (
            <div
              key={label}
              className="flex flex-col rounded-card border border-line bg-surface p-4 md:p-5"
            >
              <dt className="order-2 mt-1">
                <span className="block font-semibold">{label}</span>
                <span className="block text-14 text-soft">{hint}</span>
              </dt>
              <dd className="numerals order-1 font-display text-22 md:text-28">
                {formatPrice(amount, locale, true)}
              </dd>
            </div>
          ))}
        </dl>
      ))}
    </section>
  );
}
