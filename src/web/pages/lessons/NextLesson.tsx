import { m } from '../../../messages/messages.js';
import type { Lesson } from '../../api/bookings.ts';
import { formatHours } from '../../format/spans.ts';
import { formatTime, zoneName } from '../../format/times.ts';
import { useShell } from '../../shell/use-shell.ts';
import { Avatar } from '../../ui/Avatar.tsx';
import { ButtonLink } from '../../ui/ButtonLink.tsx';
import { Card } from '../../ui/Card.tsx';
import { StatusBadge } from './StatusBadge.tsx';
import { lessonHref, placeOf } from './lesson-texts.ts';

/** The one that comes first, large. */
export function NextLesson({ lesson }: { lesson: Lesson }) {
  const { market, timeZone } = useShell();
  const { counterpart, startsAt, status } = lesson;
  const isHeld = status === 'held';
  return (
    <Card raised className="grid gap-5 md:grid-cols-[1fr_auto] md:items-end md:p-7">
      <div className="grid gap-4">
        <div className="flex flex-wrap items-center gap-3">
          <h2 className="font-sans text-14 font-semibold tracking-normal text-soft">
            {m.lessons_next()}
          </h2>
          <StatusBadge status={status} />
        </div>
        <p className="numerals font-display text-28 md:text-36">
          {formatTime(startsAt, 'longDay', timeZone, market.locale)}
          <span className="block text-accent">{formatHours(lesson, timeZone, market.locale)}</span>
        </p>
        <div className="flex items-center gap-3">
          {counterpart?.portrait ? (
            <Avatar
              portrait={counterpart.portrait}
              seed={counterpart.slug ?? counterpart.name}
              size="small"
              eager
            />
          ) : null}
          <p>
            <span className="block font-semibold">
              {lesson.title}
              {counterpart ? ` · ${counterpart.name}` : ''}
            </span>
            <span className="block text-14 text-soft">{`${placeOf(lesson)} · ${m.checkout_your_time({ zone: zoneName(timeZone) })}`}</span>
          </p>
        </div>
      </div>
      <ButtonLink href={lessonHref(lesson)} size="large">
        {isHeld ? m.lessons_pay_now() : m.lessons_open()}
      </ButtonLink>
    </Card>
  );
}
