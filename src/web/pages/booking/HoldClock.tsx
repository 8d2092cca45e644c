import { m } from '../../../messages/messages.js';
import { formatTime } from '../../format/times.ts';
import { useShell } from '../../shell/use-shell.ts';

/**
 * How long an hour is held. Without scripts it says until when; with them it counts down, and says
 * so aloud only now and then (see enhance/).
 */
export function HoldClock({ until }: { until: string }) {
  const { market, timeZone } = useShell();
  const spoken = {
    300: m.checkout_left_minutes({ count: 5 }),
    120: m.checkout_left_minutes({ count: 2 }),
    60: m.checkout_left_minutes({ count: 1 }),
  };
  return (
    <div className="flex min-h-14 items-center gap-3 rounded-card border border-marigold bg-marigold-soft px-4 py-2">
      <svg
        viewBox="0 0 20 20"
        aria-hidden="true"
        fill="none"
        strokeLinecap="round"
        className="size-5 shrink-0 stroke-marigold-ink stroke-[1.6]"
      >
        <circle cx="10" cy="10" r="7.5" />
        <path d="M10 5.8V10l2.8 1.8" />
      </svg>
      <p className="grow">
        {m.checkout_held_until()}{' '}
        <strong className="numerals font-semibold">
          {formatTime(until, 'time', timeZone, market.locale)}
        </strong>
      </p>
      <p hidden data-countdown-part aria-hidden="true" className="numerals font-display text-22">
        <time data-countdown dateTime={until} />
      </p>
      <p
        role="status"
        className="sr-only"
        data-countdown-said={until}
        data-texts={JSON.stringify(spoken)}
      />
    </div>
  );
}
