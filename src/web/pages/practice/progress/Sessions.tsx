import { m } from '../../../../messages/messages.js';
import type { PracticeSession } from '../../../api/types.ts';
import { formatTime } from '../../../format/times.ts';
import { ButtonLink } from '../../../ui/ButtonLink.tsx';
import { plainDayText, spentText } from './progress-texts.ts';

/** Each practice, newest first, as the calendar where it ended had it. */
export function Sessions({
  sessions,
  nextCursor,
  locale,
}: {
  sessions: readonly PracticeSession[];
  nextCursor: string | null;
  locale: string;
}) {
  return (
    <section aria-labelledby="history" className="mt-12 md:mt-16">
      <h2 id="history" className="text-28">
        {m.progress_history()}
      </h2>
      <ul
        id="sessions"
        className="mt-5 grid divide-y divide-line rounded-card border border-line bg-surface"
      >
        {sessions.map((one) => (
          <li key={one.id} className="flex flex-wrap items-baseline gap-x-4 px-5 py-3">
            <span className="font-semibold">{one.title}</span>
            <span className="numerals ml-auto font-display text-18">{spentText(one.seconds)}</span>
            <span className="numerals w-full text-14 text-soft">
              {`${plainDayText(one.localDay, 'longDay', locale)}, ${formatTime(one.finishedAt, 'time', one.timeZone, locale)} · ${m.practice_step_count({ count: one.stepsDone })}`}
              {one.countedSeconds < one.seconds
                ? ` · ${m.progress_counted({ time: spentText(one.countedSeconds) })}`
                : ''}
            </span>
          </li>
        ))}
      </ul>
      {nextCursor ? (
        <p className="mt-4">
          <ButtonLink
            tone="quiet"
            href={`/practice/progress?sessions=${encodeURIComponent(nextCursor)}#history`}
            data-append="sessions"
          >
            {m.progress_older()}
          </ButtonLink>
        </p>
      ) : null}
    </section>
  );
}
