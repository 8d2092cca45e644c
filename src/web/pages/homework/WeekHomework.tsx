import { m } from '../../../messages/messages.js';
import type { Lesson } from '../../api/bookings.ts';
import type { LessonHomework } from '../../api/types.ts';
import { formatMoment } from '../../format/spans.ts';
import { useShell } from '../../shell/use-shell.ts';
import { Progress } from './Progress.tsx';

interface WeekHomeworkProps {
  lessons: Lesson[];
  given: LessonHomework[];
  timeZone: string;
}

/** What the learners of a week's lessons have practised of what they were given. */
export function WeekHomework({ lessons, given, timeZone }: WeekHomeworkProps) {
  const { locale } = useShell().market;
  const known = new Map(given.map((one) => [one.bookingId, one]));
  const told = new Set<string>();
  const rows = lessons.flatMap((lesson) => {
    // A learner of several lessons is told of once.
    const homework = (known.get(lesson.id)?.homework ?? []).filter(
      ({ id, state }) => state !== 'ended' && !told.has(id),
    );
    for (const { id } of homework) told.add(id);
    return homework.length > 0 ? [{ lesson, homework }] : [];
  });
  if (rows.length === 0) return null;
  return (
    <section aria-labelledby="week-homework" className="grid gap-4">
      <h2 id="week-homework" className="text-28">
        {m.homework_week()}
      </h2>
      <ul className="grid gap-3 md:grid-cols-2">
        {rows.map(({ lesson, homework }) => (
          <li
            key={lesson.id}
            className="relative grid content-start gap-3 rounded-card border border-line bg-surface p-4 transition-colors hover:border-accent"
          >
            <div>
              <h3 className="text-18">
                <a href={`/lessons/${lesson.id}`} className="covers-card">
                  {lesson.counterpart?.name ?? m.homework_learner()}
                </a>
              </h3>
              <p className="numerals text-14 text-soft">
                {formatMoment(lesson.startsAt, timeZone, locale)}
              </p>
            </div>
            {homework.slice(0, 3).map((one) => (
              <div key={one.id} className="grid gap-1">
                <p className="text-14 font-semibold">{one.sequence.name}</p>
                <Progress homework={one} />
              </div>
            ))}
          </li>
        ))}
      </ul>
    </section>
  );
}
