import { m } from '../../../messages/messages.js';
import type { Instructor, SlotWeek } from '../../api/types.ts';
import { dateIn, formatTime, zoneName } from '../../format/times.ts';
import { ButtonLink } from '../../ui/ButtonLink.tsx';
import { spreadStarts } from './spread-starts.ts';
import { addDays, daysShown, teacherUrl, type TeacherChoices } from './teacher-choices.ts';

interface WeekStripProps {
  instructor: Instructor;
  choices: TeacherChoices;
  week: SlotWeek;
  timeZone: string;
  locale: string;
}

/** Seven days of free starts, in the viewer's zone. Every start is a link that chooses it. */
export function WeekStrip({ instructor, choices, week, timeZone, locale }: WeekStripProps) {
  const { slug } = instructor;
  const last = addDays(choices.from, daysShown - 1);
  const noon = (date: string): string => `${date}T12:00:00Z`;
  const any = week.days.some(({ slots }) => slots.length > 0);
  const earlier = addDays(choices.from, -daysShown);
  return (
    <section aria-labelledby="week" data-swap="week">
      <div className="flex flex-wrap items-end justify-between gap-x-6 gap-y-2">
        <div>
          <h2 id="week" className="text-28">
            {m.week_title()}
          </h2>
          <p className="text-14 text-soft">
            {m.week_zone({
              from: formatTime(noon(choices.from), 'day', 'UTC', locale),
              to: formatTime(noon(last), 'day', 'UTC', locale),
              zone: zoneName(timeZone),
            })}
          </p>
        </div>
        <p className="flex gap-2">
          {choices.from > choices.today ? (
            <ButtonLink
              tone="quiet"
              data-soft
              href={teacherUrl(slug, choices, {
                from: earlier > choices.today ? earlier : choices.today,
                slot: undefined,
              })}
            >
              {m.week_earlier()}
            </ButtonLink>
          ) : null}
          <ButtonLink
            tone="quiet"
            data-soft
            href={teacherUrl(slug, choices, {
              from: addDays(choices.from, daysShown),
              slot: undefined,
            })}
          >
            {m.week_later()}
          </ButtonLink>
        </p>
      </div>
      {any ? (
        <ol className="mt-4 grid gap-x-2 gap-y-4 md:grid-cols-7">
          {week.days.map((day) => (
            <Day
              key={day.date}
              day={day}
              slug={slug}
              choices={choices}
              timeZone={timeZone}
              locale={locale}
            />
          ))}
        </ol>
      ) : (
        <NothingFree
          nextStartsAt={week.nextStartsAt}
          slug={slug}
          choices={choices}
          timeZone={timeZone}
          locale={locale}
        />
      )}
    </section>
  );
}

interface DayProps {
  day: SlotWeek['days'][number];
  slug: string;
  choices: TeacherChoices;
  timeZone: string;
  locale: string;
}

function Day({ day, slug, choices, timeZone, locale }: DayProps) {
  const heading = formatTime(`${day.date}T12:00:00Z`, 'day', 'UTC', locale);
  if (day.slots.length === 0)
    return (
      <li className="hidden md:block">
        <DayHeading text={heading} />
        <p className="pt-3 text-center text-soft">
          <span aria-hidden="true">–</span>
          <span className="sr-only">{m.week_none()}</span>
        </p>
      </li>
    );
  const { first, rest } = spreadStarts(day.slots.map(({ startsAt }) => startsAt));
  const shared = { heading, slug, choices, timeZone, locale };
  return (
    <li>
      <DayHeading text={heading} />
      <Starts starts={first} {...shared} />
      {rest.length > 0 ? (
        <details open={rest.includes(choices.slot ?? '')} className="mt-1">
          <summary
            aria-label={m.week_more_label({ day: heading, count: rest.length })}
            className="target cursor-pointer list-none text-14 text-soft underline-offset-4 hover:text-ink hover:underline md:flex md:justify-center"
          >
            {m.week_more({ count: rest.length })}
          </summary>
          <Starts starts={rest} {...shared} />
        </details>
      ) : null}
    </li>
  );
}

interface StartsProps extends Omit<DayProps, 'day'> {
  heading: string;
  starts: string[];
}

function Starts({ starts, heading, slug, choices, timeZone, locale }: StartsProps) {
  return (
    <ul className="mt-2 flex flex-wrap gap-2 md:grid">
      {starts.map((start) => (
        <li key={start} className="grid">
          <a
            href={`${teacherUrl(slug, choices, { slot: start })}#book`}
            data-soft
            rel="nofollow"
            aria-current={start === choices.slot ? 'true' : undefined}
            aria-label={`${heading}, ${formatTime(start, 'time', timeZone, locale)}`}
            className="slot-button inline-flex min-h-11 items-center justify-center font-semibold md:min-h-9 md:px-0"
          >
            {formatTime(start, 'time', timeZone, locale)}
          </a>
        </li>
      ))}
    </ul>
  );
}

function DayHeading({ text }: { text: string }) {
  return (
    <h3 className="numerals border-line pb-1.5 font-sans text-14 font-semibold tracking-normal md:border-b md:text-center">
      {text}
    </h3>
  );
}

interface NothingFreeProps extends Omit<DayProps, 'day'> {
  nextStartsAt: string | null;
}

function NothingFree({ nextStartsAt, slug, choices, timeZone, locale }: NothingFreeProps) {
  if (nextStartsAt === null) return <p className="mt-4 text-soft">{m.week_full()}</p>;
  const date = dateIn(nextStartsAt, timeZone);
  return (
    <p className="mt-4 flex flex-wrap items-center gap-4 text-soft">
      {m.week_empty()}
      <ButtonLink data-soft href={teacherUrl(slug, choices, { from: date, slot: undefined })}>
        {m.week_next({ day: formatTime(nextStartsAt, 'longDay', timeZone, locale) })}
      </ButtonLink>
    </p>
  );
}
