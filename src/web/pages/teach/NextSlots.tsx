import { m } from '../../../messages/messages.js';
import { formatTime, zoneName } from '../../format/times.ts';
import { useShell } from '../../shell/use-shell.ts';
import { Card } from '../../ui/Card.tsx';
import { TextLink } from '../../ui/TextLink.tsx';
import { dayName } from '../week/day-name.ts';

interface Next {
  title: string;
  days: { date: string; starts: string[]; more: number }[];
}

/** What learners can pick next, as it follows from the hours that are saved. */
export function NextSlots({ next, timeZone }: { next: Next | undefined; timeZone: string }) {
  return (
    <Card raised className="grid gap-3 lg:sticky lg:top-6">
      <h2 className="text-22">{m.teach_next_title()}</h2>
      {next === undefined ? (
        <p className="text-soft">
          {m.teach_next_draft()} <TextLink href="/teach">{m.teach_next_publish()}</TextLink>
        </p>
      ) : next.days.length === 0 ? (
        <p className="text-soft">{m.teach_next_none()}</p>
      ) : (
        <Days next={next} timeZone={timeZone} />
      )}
    </Card>
  );
}

function Days({ next, timeZone }: { next: Next; timeZone: string }) {
  const { locale } = useShell().market;
  return (
    <>
      <p className="text-14 text-soft">
        {m.teach_next_for({ title: next.title, zone: zoneName(timeZone) })}
      </p>
      <ul className="grid gap-3">
        {next.days.map(({ date, starts, more }) => (
          <li key={date}>
            <h3 className="font-sans text-14 font-semibold tracking-normal">
              {dayName(date, locale)}
            </h3>
            <p className="numerals mt-1 flex flex-wrap items-center gap-1.5 text-14">
              {starts.map((start) => (
                <span key={start} className="rounded-control border border-line px-2.5 py-1">
                  {formatTime(start, 'time', timeZone, locale)}
                </span>
              ))}
              {more > 0 ? (
                <span className="text-soft">{m.teach_next_more({ count: more })}</span>
              ) : null}
            </p>
          </li>
        ))}
      </ul>
    </>
  );
}
