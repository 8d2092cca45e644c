import { m } from '../../../messages/messages.js';
import type { MyHomework } from '../../api/types.ts';
import { useShell } from '../../shell/use-shell.ts';
import { Avatar } from '../../ui/Avatar.tsx';
import { Badge } from '../../ui/Badge.tsx';
import { ButtonLink } from '../../ui/ButtonLink.tsx';
import { Figure } from '../practice/Figure.tsx';
import { playSequenceUrl } from '../practice/play-url.ts';
import { minutesText } from '../practice/practice-texts.ts';
import { dueText, stateNames, stateTones } from './homework-texts.ts';
import { Progress } from './Progress.tsx';

/** What one's instructors gave one to practise, before everything else. */
export function MyHomeworkList({ items }: { items: MyHomework[] }) {
  if (items.length === 0) return null;
  return (
    <section aria-labelledby="homework" className="mb-10 grid gap-4 md:mb-14">
      <h2 id="homework" className="text-28">
        {m.homework_mine()}
      </h2>
      <ul className="grid gap-3 md:gap-4 lg:grid-cols-2">
        {items.map((one) => (
          <HomeworkCard key={one.id} homework={one} />
        ))}
      </ul>
    </section>
  );
}

function HomeworkCard({ homework }: { homework: MyHomework }) {
  const { locale } = useShell().market;
  const { sequence, from, dueOn, note, state } = homework;
  return (
    <li className="grid content-between gap-4 overflow-hidden rounded-card border border-line bg-surface p-4 shadow-soft md:p-5">
      <div className="grid gap-3">
        <div className="flex items-start gap-3">
          {from ? <Avatar portrait={from.portrait} seed={from.slug} size="small" /> : null}
          <div className="min-w-0 grow">
            <p className="text-14 text-soft">
              {from ? m.homework_from({ name: from.name }) : m.homework_from_nobody()}
            </p>
            <h3 className="text-22">
              {sequence.available ? (
                <a
                  href={`/practice/sequences/${sequence.slug}`}
                  className="underline-offset-4 hover:underline"
                >
                  {sequence.name}
                </a>
              ) : (
                sequence.name
              )}
            </h3>
          </div>
          <Badge tone={stateTones[state]}>{stateNames[state]()}</Badge>
        </div>
        {note ? (
          <p className="measure border-l-2 border-marigold pl-3 whitespace-pre-line">{note}</p>
        ) : null}
        <div aria-hidden="true" className="grid grid-cols-4 gap-1.5">
          {sequence.figures.slice(0, 4).map((figure, at) => (
            <Figure key={at} address={figure} className="h-16 rounded-control p-1" />
          ))}
        </div>
      </div>
      <div className="grid gap-3">
        <Progress homework={homework} />
        <div className="flex flex-wrap items-center justify-between gap-3">
          <p className="numerals text-14 text-soft">
            {`${minutesText(sequence.seconds)} · ${m.homework_until({ day: dueText(dueOn, locale) })}`}
          </p>
          {sequence.available ? (
            <ButtonLink href={playSequenceUrl(sequence.slug)}>{m.play_now()}</ButtonLink>
          ) : (
            <p className="text-14 text-soft">{m.homework_gone()}</p>
          )}
        </div>
      </div>
    </li>
  );
}
