import { m } from '../../../messages/messages.js';
import { formatTime } from '../../format/times.ts';
import type { Earning } from './money-types.ts';

type Tone = 'plain' | 'accent' | 'success' | 'warning' | 'danger';

const looks: Record<Earning['status'], [() => string, Tone]> = {
  expected: [m.earnings_status_expected, 'plain'],
  waiting: [m.earnings_status_waiting, 'accent'],
  held_back: [m.earnings_status_held_back, 'warning'],
  blocked: [m.earnings_status_blocked, 'warning'],
  sent: [m.earnings_status_sent, 'success'],
  paid: [m.earnings_status_paid, 'success'],
  taken_back: [m.earnings_status_taken_back, 'danger'],
  cancelled: [m.earnings_status_cancelled, 'plain'],
};

/** Where a lesson's money is, in a word. */
export function statusLook({ status }: Earning): { text: string; tone: Tone } {
  const [text, tone] = looks[status];
  return { text: text(), tone };
}

/** When it goes, or went; undefined where no day says anything. */
export function whenText(
  { status, transferAt }: Earning,
  timeZone: string,
  locale: string,
): string | undefined {
  if (transferAt === null) return undefined;
  const day = formatTime(transferAt, 'day', timeZone, locale);
  if (status === 'waiting') return m.earnings_goes_on({ day });
  return status === 'sent' || status === 'paid' ? m.earnings_went_on({ day }) : undefined;
}

/** The page of what it was earned for; undefined for what has none. */
export function lessonHref({ reference }: { reference: string }): string | undefined {
  const id = /^booking:([0-9a-f-]{36})$/.exec(reference)?.[1];
  return id && `/lessons/${id}`;
}
