import { m } from '../../../../messages/messages.js';
import type { Progress } from '../../../api/types.ts';
import { classNames } from '../../../ui/class-names.ts';
import { calendarWeeks, depthOf } from './progress-days.ts';
import { plainDayText, spentText } from './progress-texts.ts';

const depths = [
  'border-line bg-sunken',
  'border-marigold/40 bg-marigold-soft',
  'border-marigold/60 bg-marigold/45',
  'border-marigold bg-marigold/80',
  'border-marigold-ink bg-marigold-ink',
];

/** Twelve weeks day by day, as a table: columns are weeks, so that weekdays stand beside each other. */
export function DayCalendar({ progress, locale }: { progress: Progress; locale: string }) {
  const weeks = calendarWeeks(progress);
  const weekdays = weeks[0] ?? [];
  return (
    <section aria-labelledby="calendar" className="rounded-card border border-line bg-surface p-5">
      <h2 id="calendar" className="text-22">
        {m.progress_calendar()}
      </h2>
      <table className="mt-4 w-full max-w-120 table-fixed border-separate border-spacing-[3px]">
        <caption className="sr-only">{m.progress_calendar_caption()}</caption>
        <thead>
          <tr>
            <td className="w-9" />
            {weeks.map(([monday], at) => (
              <th
                key={at}
                scope="col"
                className="h-5 overflow-visible text-left text-12 font-normal whitespace-nowrap text-soft"
              >
                <span aria-hidden="true" className="inline-block w-0">
                  {monthMark(monday?.day ?? '', weeks[at - 1]?.[0]?.day, locale)}
                </span>
                <span className="sr-only">
                  {m.progress_week_of({ day: plainDayText(monday?.day ?? '', 'day', locale) })}
                </span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {weekdays.map(({ day }, row) => (
            <tr key={day}>
              <th scope="row" className="text-left text-12 font-normal text-soft">
                {plainDayText(day, 'weekday', locale)}
              </th>
              {weeks.map((week) => {
                const one = week[row]!;
                if (one.isAhead) return <td key={one.day} />;
                const text = `${plainDayText(one.day, 'day', locale)}: ${one.seconds > 0 ? spentText(one.seconds) : m.progress_no_practice()}`;
                return (
                  <td key={one.day} title={text}>
                    <span
                      className={classNames(
                        'block aspect-square max-h-8 w-full rounded-[4px] border',
                        depths[depthOf(one.seconds)],
                        one.day === progress.today && 'outline-2 outline-offset-1 outline-accent',
                      )}
                    />
                    <span className="sr-only">{text}</span>
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
      <p aria-hidden="true" className="mt-3 flex items-center gap-1.5 text-12 text-soft">
        {m.progress_less()}
        {depths.map((depth) => (
          <span key={depth} className={classNames('size-3.5 rounded-[3px] border', depth)} />
        ))}
        {m.progress_more()}
      </p>
    </section>
  );
}

/** The month's name above the week in which it begins. */
function monthMark(monday: string, before: string | undefined, locale: string): string {
  if (before?.slice(0, 7) === monday.slice(0, 7)) return '';
  return plainDayText(monday, 'month', locale).slice(0, 3);
}
