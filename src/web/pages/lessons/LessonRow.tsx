import type { Lesson } from '../../api/bookings.ts';
import { formatHours } from '../../format/spans.ts';
import { formatTime } from '../../format/times.ts';
import { useShell } from '../../shell/use-shell.ts';
import { StatusBadge } from './StatusBadge.tsx';
import { lessonHref, placeOf } from './lesson-texts.ts';

/** A lesson in a list: the whole row is the link. */
export function LessonRow({ lesson }: { lesson: Lesson }) {
  const { market, timeZone } = useShell();
  const { counterpart, startsAt, title, status } = lesson;
  return (
    <li className="relative flex flex-wrap items-center gap-x-5 gap-y-2 rounded-card border border-line bg-surface p-4 transition-colors hover:border-edge">
      <p className="numerals w-28 shrink-0">
        <span className="block font-semibold">
          {formatTime(startsAt, 'day', timeZone, market.locale)}
        </span>
        <span className="block text-14 text-soft">
          {formatHours(lesson, timeZone, market.locale)}
        </span>
      </p>
      <p className="min-w-40 grow basis-0">
        <a
          href={lessonHref(lesson)}
          className="font-semibold after:absolute after:inset-0 after:rounded-card"
        >
          {counterpart ? `${title} · ${counterpart.name}` : title}
        </a>
        <span className="block text-14 text-soft">{placeOf(lesson)}</span>
      </p>
      <StatusBadge status={status} />
    </li>
  );
}
