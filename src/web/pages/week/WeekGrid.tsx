import { m } from '../../../messages/messages.js';
import { formatHours } from '../../format/spans.ts';
import { classNames } from '../../ui/class-names.ts';
import { dayName } from './day-name.ts';
import { type Cell, clockText, dayCells, shownHours, type WeekDay } from './week-days.ts';

interface WeekGridProps {
  days: WeekDay[];
  today: string;
  timeZone: string;
  locale: string;
}

/** The week as a table: a column for each day, a row for each quarter of an hour. */
export function WeekGrid({ days, today, timeZone, locale }: WeekGridProps) {
  const shown = shownHours(days);
  const columns = days.map((day) => new Map(dayCells(day, shown).map((cell) => [cell.at, cell])));
  const quarters = Array.from(
    { length: (shown.last - shown.first) * 4 },
    (_, index) => shown.first * 4 + index,
  );
  return (
    <table className="hidden w-full table-fixed border-separate border-spacing-0 overflow-hidden rounded-card border border-line bg-surface md:table">
      <caption className="sr-only">{m.myweek_title()}</caption>
      <colgroup>
        <col className="w-16" />
        <col span={7} />
      </colgroup>
      <thead>
        <tr>
          <td className="border-b border-line" />
          {days.map(({ date }) => (
            <th
              key={date}
              scope="col"
              aria-current={date === today ? 'date' : undefined}
              className={classNames(
                'border-b border-l border-line py-3 text-14 font-semibold',
                date === today && 'text-accent',
              )}
            >
              {dayName(date, locale)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {quarters.map((quarter) => (
          <tr key={quarter} className="h-4">
            {quarter % 4 === 0 ? (
              <th
                scope="row"
                rowSpan={4}
                className="numerals px-2 pt-1 text-right align-top text-12 font-normal text-soft"
              >
                {clockText(quarter * 15)}
              </th>
            ) : null}
            {columns.map((cells, index) => {
              const cell = cells.get(quarter);
              return cell ? (
                <GridCell key={days[index]?.date} cell={cell} timeZone={timeZone} locale={locale} />
              ) : null;
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function GridCell({ cell, timeZone, locale }: { cell: Cell; timeZone: string; locale: string }) {
  const { kind, at, quarters, lesson } = cell;
  const edge = at % 4 === 0 ? 'border-t border-l border-line' : 'border-l border-line';
  if (!lesson)
    return (
      <td
        rowSpan={quarters}
        className={classNames(edge, kind === 'open' ? 'bg-accent-soft' : 'bg-sunken')}
      >
        {kind === 'open' ? <span className="sr-only">{m.myweek_open()}</span> : null}
      </td>
    );
  return (
    <td rowSpan={quarters} className={classNames(edge, 'relative p-0')}>
      <a
        href={`/lessons/${lesson.id}`}
        className={classNames(
          'absolute inset-0.5 overflow-hidden rounded-control px-2 py-1 text-12',
          lesson.status === 'held' || lesson.status === 'requested'
            ? 'border border-marigold bg-marigold-soft text-marigold-ink'
            : 'bg-accent text-on-accent hover:bg-accent-strong',
        )}
      >
        <span className="numerals block font-semibold">
          {formatHours(lesson, timeZone, locale)}
        </span>
        <span className="block truncate">{lesson.counterpart?.name ?? m.myweek_held()}</span>
        {quarters > 3 ? <span className="block truncate">{lesson.title}</span> : null}
      </a>
    </td>
  );
}
