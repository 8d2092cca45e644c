import { data, redirect } from 'react-router';
import { m } from '../../../messages/messages.js';
import type { PlanChange } from '../../api/payments.ts';
import { dataOrThrow, formProblem, type Problem } from '../../api/problem.ts';
import { requestOf } from '../../context.ts';
import { formatPrice } from '../../format/prices.ts';
import { formatTime } from '../../format/times.ts';
import { useShell } from '../../shell/use-shell.ts';
import { Button } from '../../ui/Button.tsx';
import { ButtonLink } from '../../ui/ButtonLink.tsx';
import { Card } from '../../ui/Card.tsx';
import { FormErrors } from '../../ui/FormErrors.tsx';
import { textFields } from '../form-fields.ts';
import { NarrowPage } from '../NarrowPage.tsx';
import { requireVisitor } from '../require-visitor.ts';
import { planName, plusPath, pricePer } from './plus-texts.ts';
import type { Route } from './+types/change';

export const handle = { hydrate: false };

export async function loader({ request, context }: Route.LoaderArgs) {
  const web = requestOf(context);
  requireVisitor(web, request);
  const plan = new URL(request.url).searchParams.get('plan') ?? '';
  const answer = await web.client.GET('/api/v1/me/plus/change', { params: { query: { plan } } });
  if (answer.response.status === 503) dataOrThrow(answer);
  // Nothing to change to, or from: the page before says how things stand.
  if (!answer.data) throw redirect(plusPath, 303);
  return answer.data;
}

export async function action({ request, context }: Route.ActionArgs) {
  const web = requestOf(context);
  requireVisitor(web, request);
  const typed = textFields(await request.formData(), ['plan', 'dueMinor', 'at']);
  const answer = await web.client.POST('/api/v1/me/plus/change', {
    body: { plan: typed.plan, expectedDueMinor: Number(typed.dueMinor), at: typed.at },
  });
  if (!answer.data)
    return data(
      { problem: formProblem(answer.error as Problem) },
      { status: answer.response.status },
    );
  const isLater = answer.data.subscription?.nextPlan?.id === typed.plan;
  throw redirect(`${plusPath}?done=${isLater ? 'changed_later' : 'changed'}`, 303);
}

export const meta: Route.MetaFunction = () => [
  { title: `${m.plus_change_title()} · ${m.brand()}` },
  { name: 'robots', content: 'noindex' },
];

export default function ChangePlan({ loaderData, actionData }: Route.ComponentProps) {
  const { plan, dueNow, at } = loaderData;
  const { market } = useShell();
  const due = formatPrice(dueNow, market.locale, true);
  return (
    <NarrowPage title={m.plus_change_title()} intro={<Sentence {...loaderData} />}>
      <FormErrors problem={actionData?.problem} labels={{}} />
      <Card raised className="grid gap-4">
        <Lines {...loaderData} />
        <p className="flex flex-wrap items-baseline justify-between gap-2">
          <span className="font-semibold">{m.plus_change_due()}</span>
          <span className="numerals font-display text-36">{due}</span>
        </p>
      </Card>
      <form method="post" className="flex flex-wrap gap-3">
        <input type="hidden" name="plan" value={plan.id} />
        <input type="hidden" name="dueMinor" value={dueNow.minor} />
        <input type="hidden" name="at" value={at} />
        <Button size="large">
          {dueNow.minor > 0 ? m.plus_change_pay({ amount: due }) : m.plus_change_confirm()}
        </Button>
        <ButtonLink href={plusPath} tone="quiet" size="large">
          {m.plus_change_keep()}
        </ButtonLink>
      </form>
    </NarrowPage>
  );
}

/** When it begins, and what is charged then or next. */
function Sentence({ plan, change, startsAt, renewsAt }: PlanChange) {
  const { market, timeZone } = useShell();
  const price = pricePer(plan, market.locale);
  const day = (at: string) => formatTime(at, 'date', timeZone, market.locale);
  if (change === 'later') return m.plus_change_later({ at: day(startsAt), price });
  if (change === 'stay') return m.plus_change_stay({ at: day(renewsAt), price });
  if (change === 'swap') return m.plus_change_swap({ at: day(renewsAt), price });
  return m.plus_change_now({ at: day(renewsAt), price });
}

function Lines({ plan, lines, renewsAt }: PlanChange) {
  const { market, timeZone } = useShell();
  if (lines.length === 0) return <p>{m.plus_change_nothing()}</p>;
  const until = formatTime(renewsAt, 'date', timeZone, market.locale);
  return (
    <dl className="grid grid-cols-[minmax(0,1fr)_auto] gap-x-6 gap-y-2 border-b border-line pb-4">
      {lines.map(({ amount, proration }, index) => (
        // The lines of one bill keep their places.
        // oxlint-disable-next-line react/no-array-index-key
        <div key={index} className="contents">
          <dt className="text-soft">
            {proration
              ? m.plus_change_line_rest()
              : m.plus_change_line({ plan: planName(plan), until })}
          </dt>
          <dd className="numerals text-right">{formatPrice(amount, market.locale, true)}</dd>
        </div>
      ))}
    </dl>
  );
}
