import { m } from '../../../messages/messages.js';
import { formatTime } from '../../format/times.ts';
import { useShell } from '../../shell/use-shell.ts';
import { Alert } from '../../ui/Alert.tsx';
import { TextLink } from '../../ui/TextLink.tsx';

/** Too many wrong tries: until when, and what helps meanwhile. */
export function LockedAlert({ until }: { until: string }) {
  const { market, timeZone } = useShell();
  return (
    <Alert tone="warning" title={m.auth_locked_title()} live>
      <p>
        {m.auth_locked_text({ time: formatTime(until, 'time', timeZone, market.locale) })}{' '}
        <span data-countdown-part hidden className="numerals">
          (<time data-countdown="quiet" dateTime={until} />)
        </span>
      </p>
      <p className="mt-2">
        {m.auth_locked_help()} <TextLink href="/forgot-password">{m.auth_locked_reset()}</TextLink>
      </p>
    </Alert>
  );
}
