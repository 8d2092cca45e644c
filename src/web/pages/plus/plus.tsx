import { data, redirect } from 'react-router';
import { m } from '../../../messages/messages.js';
import { dataOrThrow, formProblem, type Problem } from '../../api/problem.ts';
import { requestOf } from '../../context.ts';
import { marketOf } from '../../market.ts';
import type { WebRequest } from '../../server/request-context.ts';
import { Alert } from '../../ui/Alert.tsx';
import { ButtonLink } from '../../ui/ButtonLink.tsx';
import { FormErrors } from '../../ui/FormErrors.tsx';
import { textFields } from '../form-fields.ts';
import { requireVisitor } from '../require-visitor.ts';
import { withReturnTo } from '../return-to.ts';
import { MyPlusCard } from './MyPlusCard.tsx';
import { PlusOffer } from './PlusOffer.tsx';
import { doneOf, doneText, plusPath } from './plus-texts.ts';
import { rememberWayBack, wayBackOf } from './way-back.ts';
import type { Route } from './+types/plus';

export const handle = { hydrate: false };

export async function loader({ request, context }: Route.LoaderArgs) {
  const web = requestOf(context);
  const search = new URL(request.url).searchParams;
  const { code: market } = await marketOf(web);
  const [plans, mine] = await Promise.all([
    web.client.GET('/api/v1/plus/plans', { params: { query: { market } } }),
    web.visitor ? minePlus(web, search.has('welcome')) : undefined,
  ]);
  return {
    plans: dataOrThrow(plans).items,
    mine,
    // Who has paid but is not known yet comes back to see.
    isWaiting: search.has('welcome') && mine !== undefined && !mine.hasPlus,
    isNew: search.has('welcome') && mine?.hasPlus === true,
    wayBack: wayBackOf(web),
    done: doneOf(search.get('done')),
    canonical: `${web.publicUrl}${plusPath}`,
  };
}

/** Who comes back from the provider's page may be quicker than its message: ask it. */
async function minePlus(web: WebRequest, isBack: boolean) {
  const checked = isBack ? await web.client.POST('/api/v1/me/plus/check') : undefined;
  return checked?.data ?? dataOrThrow(await web.client.GET('/api/v1/me/plus'));
}

export async function action({ request, context }: Route.ActionArgs) {
  const web = requestOf(context);
  requireVisitor(web, request);
  const { intent, plan } = textFields(await request.formData(), ['intent', 'plan']);
  const answer = await act(web, intent, plan);
  rememberWayBack(web, request);
  if (answer.data && 'url' in answer.data) throw redirect(answer.data.url, 303);
  if (answer.data) throw redirect(`${plusPath}?done=resumed`, 303);
  const problem = answer.error as Problem;
  if (problem.code === 'market_required' || problem.code === 'plan_not_found')
    throw redirect(withReturnTo('/market', plusPath), 303);
  if (problem.code === 'plus_exists') throw redirect(plusPath, 303);
  return data({ problem: formProblem(problem) }, { status: answer.response.status });
}

function act({ client }: WebRequest, intent: string, plan: string) {
  if (intent === 'resume') return client.POST('/api/v1/me/plus/resume');
  if (intent === 'portal') return client.POST('/api/v1/me/plus/portal');
  return client.POST('/api/v1/me/plus', { body: { plan } });
}

export const meta = ({ loaderData }: Route.MetaArgs) => [
  { title: `${m.plus_title()} · ${m.brand()}` },
  { name: 'description', content: m.plus_meta_description() },
  ...(loaderData ? [{ tagName: 'link', rel: 'canonical', href: loaderData.canonical }] : []),
];

export default function PlusPage({ loaderData, actionData }: Route.ComponentProps) {
  const { plans, mine, isWaiting, isNew, wayBack, done } = loaderData;
  const subscription = mine?.subscription;
  const isRunning = subscription !== undefined && subscription !== null && mine !== undefined;
  const hasEnded = subscription?.status === 'ended';
  return (
    <div className="page-width grid max-w-240 gap-8 pt-8 md:gap-10 md:pt-14">
      <header className="grid max-w-160 gap-3">
        <h1 className="text-36 md:text-48">{m.plus_title()}</h1>
        <p className="measure text-18 text-soft">{m.plus_intro()}</p>
      </header>
      <FormErrors problem={actionData?.problem} labels={{}} />
      {isWaiting ? <Alert live>{m.plus_waiting()}</Alert> : null}
      {isNew ? (
        <Alert tone="success" live>
          {m.plus_welcome()}
          {wayBack ? (
            <p className="mt-3">
              <ButtonLink href={wayBack}>{m.plus_go_on()}</ButtonLink>
            </p>
          ) : null}
        </Alert>
      ) : null}
      {done && !actionData ? (
        <Alert tone="success" live>
          {doneText(done)}
        </Alert>
      ) : null}
      {isRunning ? <MyPlusCard subscription={subscription} plans={plans} /> : null}
      {!isRunning || hasEnded ? (
        <PlusOffer plans={plans} mayTry={mine?.mayTry ?? true} isSignedIn={mine !== undefined} />
      ) : null}
    </div>
  );
}
