import { m } from '../../../../messages/messages.js';
import type { Progress } from '../../../api/types.ts';
import { classNames } from '../../../ui/class-names.ts';
import { badgeDrawings } from './badge-drawings.ts';
import { lastDays } from './progress-days.ts';
import { plainDayText, spentText } from './progress-texts.ts';

const daysShown = 14;

/** Days in a row, the last two weeks as dots, and how a missed day is forgiven. */
export function Streak({ progress, locale }: { progress: Progress; locale: string }) {
  const { streak } = progress;
  return (
    <section
      aria-labelledby="streak"
      className="grid gap-5 rounded-card bg-marigold-soft p-5 text-marigold-ink md:p-7"
    >
      <div className="flex items-center gap-4">
        <svg
          viewBox="0 0 24 24"
          aria-hidden="true"
          strokeLinejoin="round"
          className="size-16 shrink-0 fill-marigold stroke-marigold-ink stroke-[0.8] md:size-20"
        >
          <path d={badgeDrawings['streak']} />
        </svg>
        <div>
          <h2 id="streak" className="numerals text-36 md:text-48">
            {m.progress_streak({ count: streak.current })}
          </h2>
          <p className="text-14">{m.progress_streak_best({ count: streak.best })}</p>
        </div>
      </div>
      <ol className="grid max-w-105 grid-cols-14 gap-1" aria-label={m.progress_last_days()}>
        {lastDays(progress, daysShown).map(({ day, seconds }) => (
          <li key={day} className="grid justify-items-center gap-1">
            <span
              className={classNames(
                'grid aspect-square w-full max-w-6 place-items-center rounded-full border-2',
                seconds > 0
                  ? 'border-marigold-ink bg-marigold-ink'
                  : 'border-marigold border-dashed',
                day === progress.today && 'outline-2 outline-offset-2 outline-marigold',
              )}
            >
              {seconds > 0 ? (
                <svg
                  viewBox="0 0 12 12"
                  aria-hidden="true"
                  fill="none"
                  className="size-3 stroke-marigold-soft stroke-2 max-sm:size-2"
                >
                  <path d="M2 6.5l2.8 2.8L10 3.2" />
                </svg>
              ) : null}
            </span>
            <span aria-hidden="true" className="text-12">
              {plainDayText(day, 'weekday', locale).slice(0, 1)}
            </span>
            <span className="sr-only">
              {`${plainDayText(day, 'longDay', locale)}: ${seconds > 0 ? spentText(seconds) : m.progress_no_practice()}`}
            </span>
          </li>
        ))}
      </ol>
      {streak.atRisk ? <p className="font-semibold">{m.progress_streak_risk()}</p> : null}
      <p className="measure text-14">{m.progress_grace()}</p>
    </section>
  );
}
