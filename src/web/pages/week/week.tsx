import { redirect } from 'react-router';
import { m } from '../../../messages/messages.js';
import type { Lesson } from '../../api/bookings.ts';
import { dataOrThrow } from '../../api/problem.ts';
import { requestOf } from '../../context.ts';
import { formatMoment } from '../../format/spans.ts';
import { dateIn, zoneName } from '../../format/times.ts';
import { useShell } from '../../shell/use-shell.ts';
import { Alert } from '../../ui/Alert.tsx';
import { ButtonLink } from '../../ui/ButtonLink.tsx';
import { TextLink } from '../../ui/TextLink.tsx';
import { findGiven } from '../homework/fetch-homework.ts';
import { WeekHomework } from '../homework/WeekHomework.tsx';
import { requireVisitor } from '../require-visitor.ts';
import { dayName } from './day-name.ts';
import { addDays, weekDays } from './week-days.ts';
import { WeekGrid } from './WeekGrid.tsx';
import { WeekList } from './WeekList.tsx';
import type { Route } from './+types/week';

export const handle = { hydrate: false };

/** The Monday of the week that a link asks for; undefined, so the present one, when it names no date. */
function mondayOf(date: string | null): string | undefined {
  if (date === null || !/^20\d\d-\d\d-\d\d$/.test(date)) return undefined;
  try {
    const day = Temporal.PlainDate.from(date);
    return day.subtract({ days: day.dayOfWeek - 1 }).toString();
  } catch {
    return undefined;
  }
}

export async function loader({ request, context }: Route.LoaderArgs) {
  const web = requestOf(context);
  const visitor = requireVisitor(web, request);
  if (!visitor.roles.includes('instructor')) throw redirect('/teach', 303);
  const asked = new URL(request.url).searchParams.get('from');
  const answer = await web.client.GET('/api/v1/me/week', {
    params: { query: { from: mondayOf(asked) } },
  });
  if (answer.response.status === 404) throw redirect('/teach', 303);
  const week = dataOrThrow(answer);
  const lessonIds = week.lessons.filter(({ status }) => status !== 'held').map(({ id }) => id);
  return {
    week,
    today: dateIn(web.now, week.timeZone),
    given: await findGiven(web, lessonIds),
  };
}

export const meta: Route.MetaFunction = () => [
  { title: `${m.myweek_title()} · ${m.brand()}` },
  { name: 'robots', content: 'noindex' },
];

export default function WeekPage({ loaderData }: Route.ComponentProps) {
  const { week, today, given } = loaderData;
  const { locale } = useShell().market;
  const days = weekDays(week);
  return (
    <div className="page-width grid gap-6 pt-6 md:pt-10">
      <div className="flex flex-wrap items-end justify-between gap-4">
        <div>
          <h1 className="text-36">{m.myweek_title()}</h1>
          <p className="numerals mt-1 text-soft">
            {`${dayName(week.from, locale)} – ${dayName(addDays(week.from, 6), locale)} · ${m.myweek_zone({ zone: zoneName(week.timeZone) })}`}
          </p>
        </div>
        <nav aria-label={m.myweek_weeks()} className="flex flex-wrap gap-2">
          <ButtonLink
            href={`/week?from=${addDays(week.from, -7)}`}
            tone="quiet"
            aria-label={m.myweek_previous()}
          >
            <Arrow d="M10 3L5 8l5 5" />
          </ButtonLink>
          <ButtonLink href="/week" tone="quiet">
            {m.myweek_this()}
          </ButtonLink>
          <ButtonLink
            href={`/week?from=${addDays(week.from, 7)}`}
            tone="quiet"
            aria-label={m.myweek_next()}
          >
            <Arrow d="M6 3l5 5-5 5" />
          </ButtonLink>
        </nav>
      </div>
      {week.open.length === 0 ? (
        <Alert title={m.myweek_no_hours()}>
          {<TextLink href="/teach/hours">{m.myweek_set_hours()}</TextLink>}
        </Alert>
      ) : null}
      <Requests lessons={week.lessons} timeZone={week.timeZone} />
      <WeekGrid days={days} today={today} timeZone={week.timeZone} locale={locale} />
      <WeekList days={days} today={today} locale={locale} />
      <WeekHomework lessons={week.lessons} given={given} timeZone={week.timeZone} />
      <div className="flex flex-wrap items-center justify-between gap-4 text-14 text-soft">
        <p className="hidden gap-5 md:flex">
          <Key look="bg-accent">{m.myweek_key_lesson()}</Key>
          <Key look="border border-marigold bg-marigold-soft">{m.myweek_key_waiting()}</Key>
          <Key look="border border-line bg-accent-soft">{m.myweek_key_open()}</Key>
        </p>
        <TextLink href="/teach/hours">{m.myweek_change_hours()}</TextLink>
      </div>
    </div>
  );
}

/** What the teacher is to confirm by hand in this week. */
function Requests({ lessons, timeZone }: { lessons: Lesson[]; timeZone: string }) {
  const { locale } = useShell().market;
  const waiting = lessons.filter(({ status }) => status === 'requested');
  if (waiting.length === 0) return null;
  return (
    <Alert tone="warning" title={m.myweek_requests()}>
      <ul className="numerals grid gap-1">
        {waiting.map((lesson) => (
          <li key={lesson.id}>
            <TextLink href={`/lessons/${lesson.id}`}>
              {m.myweek_request({
                name: lesson.counterpart?.name ?? lesson.title,
                when: formatMoment(lesson.startsAt, timeZone, locale),
                until: formatMoment(lesson.answerBy ?? lesson.startsAt, timeZone, locale),
              })}
            </TextLink>
          </li>
        ))}
      </ul>
    </Alert>
  );
}

const Arrow = ({ d }: { d: string }) => (
  <svg
    viewBox="0 0 16 16"
    aria-hidden="true"
    fill="none"
    className="size-4 stroke-current stroke-[1.6]"
    strokeLinecap="round"
    strokeLinejoin="round"
  >
    <path d={d} />
  </svg>
);

const Key = ({ look, children }: { look: string; children: string }) => (
  <span className="inline-flex items-center gap-2">
    <span aria-hidden="true" className={`size-4 rounded-sm ${look}`} />
    {children}
  </span>
);
