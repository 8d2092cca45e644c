import { m } from '../../../messages/messages.js';
import type { LessonHomework } from '../../api/types.ts';
import { formatAgo } from '../../format/ago.ts';
import { useShell } from '../../shell/use-shell.ts';
import { Badge } from '../../ui/Badge.tsx';
import { Button } from '../../ui/Button.tsx';
import { ButtonLink } from '../../ui/ButtonLink.tsx';
import { dueText, stateNames, stateTones } from './homework-texts.ts';
import { Progress } from './Progress.tsx';

interface GivenHomeworkProps {
  given: LessonHomework;
  name: string;
  now: string;
  timeZone: string;
}

/** On an instructor's lesson: what its learner was given, and what has been done of it. */
export function GivenHomework({ given, name, now, timeZone }: GivenHomeworkProps) {
  const { locale } = useShell().market;
  const { bookingId, homework, mayAssign } = given;
  return (
    <section aria-labelledby="homework" className="grid gap-4">
      <div className="flex flex-wrap items-center justify-between gap-3">
        <h2 id="homework" className="text-22">
          {m.homework_given_title()}
        </h2>
        {mayAssign ? (
          <ButtonLink href={`/lessons/${bookingId}/homework`} tone="quiet">
            {m.homework_give()}
          </ButtonLink>
        ) : null}
      </div>
      {homework.length === 0 ? (
        <p className="measure text-14 text-soft">
          {mayAssign ? m.homework_given_none({ name }) : m.homework_not_yet()}
        </p>
      ) : (
        <ul className="grid gap-3">
          {homework.map((one) => (
            <li
              key={one.id}
              className="grid gap-2 rounded-card border border-line bg-surface p-4 sm:grid-cols-[1fr_auto] sm:items-center"
            >
              <div className="grid gap-1.5">
                <p className="flex flex-wrap items-center gap-2">
                  <span className="font-semibold">{one.sequence.name}</span>
                  <Badge tone={stateTones[one.state]}>{stateNames[one.state]()}</Badge>
                </p>
                <Progress homework={one} />
                <p className="numerals text-14 text-soft">
                  {m.homework_until({ day: dueText(one.dueOn, locale) })}
                  {one.lastDoneAt
                    ? ` · ${m.homework_last({ when: formatAgo(one.lastDoneAt, now, timeZone, locale) })}`
                    : ''}
                </p>
              </div>
              {one.state === 'open' || one.state === 'overdue' ? (
                <form method="post" action={`/lessons/${bookingId}/homework`}>
                  <input type="hidden" name="end" value={one.id} />
                  <Button tone="quiet">
                    {m.homework_end()}
                    <span className="sr-only">{`: ${one.sequence.name}`}</span>
                  </Button>
                </form>
              ) : null}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
