import { m } from '../../../messages/messages.js';
import { formatTime } from '../../format/times.ts';

interface Step {
  minutesBefore: number;
  refundBasisPoints: number;
}

/** The cancellation policy in sentences: exact for a chosen start, in hours before it otherwise. */
export function policyLines(
  steps: readonly Step[],
  start: string | undefined,
  timeZone: string,
  locale: string,
): string[] {
  return steps.map(({ minutesBefore, refundBasisPoints }) => {
    const until =
      start === undefined
        ? m.policy_hours({ hours: minutesBefore / 60 })
        : momentBefore(start, minutesBefore, timeZone, locale);
    return refundBasisPoints === 10_000
      ? m.policy_free({ until })
      : m.policy_part({ percent: refundBasisPoints / 100, until });
  });
}

function momentBefore(start: string, minutes: number, timeZone: string, locale: string): string {
  const moment = Temporal.Instant.from(start).subtract({ minutes }).toString();
  return `${formatTime(moment, 'day', timeZone, locale)}, ${formatTime(moment, 'time', timeZone, locale)}`;
}
