import { m } from '../../../messages/messages.js';
import { LessonRow } from '../lessons/LessonRow.tsx';
import { classNames } from '../../ui/class-names.ts';
import { dayName } from './day-name.ts';
import { clockText, type WeekDay } from './week-days.ts';

/** The week day by day, for narrow windows. */
export function WeekList({
  days,
  today,
  locale,
}: {
  days: WeekDay[];
  today: string;
  locale: string;
}) {
  return (
    <ol className="grid gap-6 md:hidden">
      {days.map(({ date, open, lessons }) => (
        <li key={date}>
          <h2
            className={classNames(
              'font-sans text-16 font-semibold tracking-normal',
              date === today && 'text-accent',
            )}
          >
            {dayName(date, locale)}
            {date === today ? (
              <span className="font-normal text-soft">{` · ${m.myweek_today()}`}</span>
            ) : null}
          </h2>
          <p className="numerals text-14 text-soft">
            {open.length > 0
              ? m.myweek_open_hours({
                  hours: open
                    .map(({ from, until }) => `${clockText(from)}–${clockText(until)}`)
                    .join(', '),
                })
              : m.myweek_closed()}
          </p>
          {lessons.length > 0 ? (
            <ul className="mt-2 grid gap-2">
              {lessons.map(({ lesson }) => (
                <LessonRow key={lesson.id} lesson={lesson} />
              ))}
            </ul>
          ) : null}
        </li>
      ))}
    </ol>
  );
}
