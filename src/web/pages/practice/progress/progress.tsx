import { m } from '../../../../messages/messages.js';
import { dataOrThrow } from '../../../api/problem.ts';
import { requestOf } from '../../../context.ts';
import { useShell } from '../../../shell/use-shell.ts';
import { ButtonLink } from '../../../ui/ButtonLink.tsx';
import { EmptyMatDrawing } from '../../../ui/drawings/EmptyMatDrawing.tsx';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { requireVisitor } from '../../require-visitor.ts';
import { listAreas } from '../fetch-library.ts';
import { PracticeNav } from '../PracticeNav.tsx';
import { AreaFlower } from './AreaFlower.tsx';
import { Badges } from './Badges.tsx';
import { DayCalendar } from './DayCalendar.tsx';
import { Goals } from './Goals.tsx';
import { spentText } from './progress-texts.ts';
import { saveGoals } from './save-goals.ts';
import { Sessions } from './Sessions.tsx';
import { Streak } from './Streak.tsx';
import { WeekChart } from './WeekChart.tsx';
import type { Route } from './+types/progress';

export const handle = { hydrate: false };

const perPage = 10;

export async function loader({ request, context }: Route.LoaderArgs) {
  const web = requestOf(context);
  const visitor = requireVisitor(web, request);
  const timeZone = web.timeZone ?? visitor.timeZone;
  const cursor = new URL(request.url).searchParams.get('sessions') ?? undefined;
  const [progress, sessions, known] = await Promise.all([
    web.client.GET('/api/v1/me/progress', { params: { query: { timeZone } } }).then(dataOrThrow),
    web.client
      .GET('/api/v1/me/practice-sessions', { params: { query: { cursor, limit: perPage } } })
      .then(dataOrThrow),
    listAreas(web),
  ]);
  return { progress, sessions, known, timeZone };
}

export async function action({ request, context }: Route.ActionArgs) {
  const web = requestOf(context);
  requireVisitor(web, request);
  return saveGoals(web, await request.formData());
}

export const meta: Route.MetaFunction = () => [
  { title: `${m.progress_title()} · ${m.brand()}` },
  { name: 'robots', content: 'noindex' },
];

export default function ProgressPage({ loaderData, actionData }: Route.ComponentProps) {
  const { progress, sessions, known, timeZone } = loaderData;
  const { locale } = useShell().market;
  const goals = (
    <Goals goals={progress.goals} typed={actionData?.typed} problem={actionData?.problem} />
  );
  return (
    <div className="page-width pt-6 md:pt-10">
      <PracticeNav current="/practice/progress" />
      <div className="mt-6 flex flex-wrap items-end justify-between gap-x-10 gap-y-4">
        <h1 className="text-36 md:text-48">{m.progress_title()}</h1>
        <Totals sessions={progress.sessions} seconds={progress.seconds} />
      </div>
      {progress.sessions === 0 ? (
        <div className="mt-6 grid items-start gap-5 lg:grid-cols-[1fr_22rem]">
          <EmptyState drawing={<EmptyMatDrawing />} title={m.progress_empty()}>
            <ButtonLink href="/practice">{m.progress_begin()}</ButtonLink>
          </EmptyState>
          {goals}
        </div>
      ) : (
        <>
          <div className="mt-6 grid gap-5 lg:grid-cols-[1fr_22rem]">
            <Streak progress={progress} locale={locale} />
            {goals}
          </div>
          <div className="mt-5 grid items-start gap-5 lg:grid-cols-2">
            <WeekChart progress={progress} locale={locale} />
            <DayCalendar progress={progress} locale={locale} />
            <div className="lg:col-span-2">
              <AreaFlower areas={progress.areas} known={known} />
            </div>
          </div>
        </>
      )}
      {sessions.items.length > 0 ? (
        <Sessions sessions={sessions.items} nextCursor={sessions.nextCursor} locale={locale} />
      ) : null}
      <Badges achievements={progress.achievements} timeZone={timeZone} locale={locale} />
    </div>
  );
}

function Totals({ sessions, seconds }: { sessions: number; seconds: number }) {
  return (
    <dl className="numerals flex gap-8">
      <div>
        <dt className="text-12 text-soft">{m.progress_sessions()}</dt>
        <dd className="font-display text-28">{sessions}</dd>
      </div>
      <div>
        <dt className="text-12 text-soft">{m.progress_in_all()}</dt>
        <dd className="font-display text-28">{spentText(seconds)}</dd>
      </div>
    </dl>
  );
}
