import { redirect } from 'react-router';
import { m } from '../../../messages/messages.js';
import { dataOrThrow, formProblem, type FormProblem } from '../../api/problem.ts';
import { requestOf } from '../../context.ts';
import type { WebRequest } from '../../server/request-context.ts';
import { Alert } from '../../ui/Alert.tsx';
import { Button } from '../../ui/Button.tsx';
import { ButtonLink } from '../../ui/ButtonLink.tsx';
import { requireVisitor } from '../require-visitor.ts';
import { listAreas } from './fetch-library.ts';
import { MakeForm } from './MakeForm.tsx';
import { madeTitle, makeUrl, type MakeWishes, readMakeWishes } from './make-params.ts';
import { cautionName, minutesText } from './practice-texts.ts';
import { playMadeUrl } from './play-url.ts';
import { Timeline } from './Timeline.tsx';
import type { Route } from './+types/make';

export const handle = { hydrate: false, cacheTopics: ['practice.library_changed'] };

export async function loader({ request, context }: Route.LoaderArgs) {
  const web = requestOf(context);
  const params = new URL(request.url).searchParams;
  const areas = await listAreas(web);
  const wishes = readMakeWishes(params, areas);
  if (!params.has('minutes')) return { areas, wishes, made: undefined, problem: undefined };
  const { made, problem } = await makePractice(web, wishes);
  // From here on the address says it all: it can be kept and shared.
  if (made && wishes.seed === undefined)
    throw redirect(makeUrl({ ...wishes, seed: made.seed }), 303);
  return { areas, wishes, made, problem };
}

/** Keeps this very practice among one's own sequences. */
export async function action({ request, context }: Route.ActionArgs) {
  const web = requestOf(context);
  requireVisitor(web, request);
  const wishes = readMakeWishes(new URL(request.url).searchParams, await listAreas(web));
  const { made, problem } = await makePractice(web, wishes);
  if (!made) return { problem };
  const { steps, changeSeconds } = made;
  const answer = await web.client.POST('/api/v1/me/sequences', {
    body: {
      name: madeTitle(wishes).slice(0, 80),
      changeSeconds,
      steps: steps.map(({ exercise, side, seconds }) => ({
        exercise: exercise.slug,
        side,
        seconds,
      })),
    },
  });
  if (answer.data) throw redirect(`/practice/sequences/${answer.data.slug}?saved=1`, 303);
  return { problem: formProblem(answer.error) };
}

async function makePractice(web: WebRequest, { areas, ...wishes }: MakeWishes) {
  const answer = await web.client.POST('/api/v1/sequences/make', { body: { areas, ...wishes } });
  return answer.response.status === 422
    ? { made: undefined, problem: formProblem(answer.error) }
    : { made: dataOrThrow(answer), problem: undefined };
}

export const meta = ({ loaderData }: Route.MetaArgs) => [
  {
    title: `${loaderData?.made ? madeTitle(loaderData.wishes) : m.practice_make_title()} · ${m.brand()}`,
  },
  { name: 'description', content: m.practice_make_description() },
  ...(loaderData?.made || loaderData?.problem ? [{ name: 'robots', content: 'noindex' }] : []),
];

export default function Make({ loaderData, actionData }: Route.ComponentProps) {
  const { areas, wishes, made } = loaderData;
  const problem = loaderData.problem ?? actionData?.problem;
  return (
    <div className="page-width pt-8 md:pt-12">
      {made ? (
        <Made wishes={wishes} areas={areas} made={made} problem={problem} />
      ) : (
        <div className="max-w-180">
          <h1 className="text-36 md:text-48">{m.practice_make_title()}</h1>
          <p className="measure mt-3 text-18 text-soft">{m.practice_make_text()}</p>
          {problem ? (
            <div className="mt-6">
              <Alert tone="warning">
                <b className="block font-semibold">{m.practice_make_cannot()}</b>
                {problem.message}
              </Alert>
            </div>
          ) : null}
          <div className="mt-8">
            <MakeForm wishes={wishes} areas={areas} />
          </div>
        </div>
      )}
    </div>
  );
}

type MadePractice = NonNullable<Route.ComponentProps['loaderData']['made']>;

function Made({
  wishes,
  areas,
  made,
  problem,
}: {
  wishes: MakeWishes;
  areas: string[];
  made: MadePractice;
  /** Why it could not be kept. */
  problem: FormProblem | undefined;
}) {
  const without = wishes.without.map((caution) => cautionName(caution).toLowerCase());
  return (
    <>
      <div className="grid gap-10 lg:grid-cols-[22rem_1fr] lg:gap-16">
        <header className="lg:sticky lg:top-8 lg:self-start">
          <h1 className="text-36 md:text-48">{madeTitle(wishes)}</h1>
          <p className="numerals mt-3 text-18 text-soft">
            {`${minutesText(made.seconds)} · ${m.practice_step_count({ count: made.steps.length })}`}
          </p>
          {without.length > 0 ? (
            <p className="mt-1 text-soft">
              {m.practice_make_without_these({ cautions: without.join(', ') })}
            </p>
          ) : null}
          <div className="mt-6 flex flex-wrap gap-3">
            <ButtonLink href={playMadeUrl(wishes)}>{m.play_now()}</ButtonLink>
            <ButtonLink href={makeUrl({ ...wishes, seed: undefined })} tone="quiet">
              {m.practice_make_another()}
            </ButtonLink>
            <ButtonLink href="#wish" tone="quiet">
              {m.practice_make_change()}
            </ButtonLink>
          </div>
          <form method="post" action={makeUrl(wishes)} className="mt-5 border-t border-line pt-4">
            {problem ? (
              <div className="mb-3">
                <Alert tone="danger" live>
                  {problem.message}
                </Alert>
              </div>
            ) : null}
            <Button tone="quiet">{m.mine_keep()}</Button>
            <p className="mt-2 text-14 text-soft">{m.mine_keep_hint()}</p>
          </form>
          <p className="mt-4 text-14 text-soft">{m.practice_make_share()}</p>
        </header>
        <section aria-labelledby="timeline">
          <h2 id="timeline" className="text-28">
            {m.practice_timeline()}
          </h2>
          <p className="numerals mt-1 mb-6 text-14 text-soft">
            {m.practice_change_seconds({ seconds: made.changeSeconds })}
          </p>
          <Timeline library="yoga" steps={made.steps} changeSeconds={made.changeSeconds} />
        </section>
      </div>
      <section aria-labelledby="wish" className="mt-14 max-w-180">
        <h2 id="wish" className="mb-6 text-28">
          {m.practice_make_change()}
        </h2>
        <MakeForm wishes={wishes} areas={areas} />
      </section>
    </>
  );
}
