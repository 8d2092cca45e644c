import { m } from '../../../messages/messages.js';
import { formatTime } from '../../format/times.ts';
import { useShell } from '../../shell/use-shell.ts';

/** Until when the second step can be taken; counts where scripts run. */
export function StepEnds({ at }: { at: string }) {
  const { market, timeZone } = useShell();
  return (
    <span className="numerals">
      {m.auth_code_until({ time: formatTime(at, 'time', timeZone, market.locale) })}{' '}
      <span data-countdown-part hidden>
        (<time data-countdown dateTime={at} />)
      </span>
    </span>
  );
}
