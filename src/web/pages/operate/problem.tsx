import { data, redirect } from 'react-router';
import { m } from '../../../messages/messages.js';
import { dataOrThrow } from '../../api/problem.ts';
import type { LessonProblem } from '../../api/types.ts';
import { requestOf } from '../../context.ts';
import { formatMoment } from '../../format/spans.ts';
import type { WebRequest } from '../../server/request-context.ts';
import { useShell } from '../../shell/use-shell.ts';
import { Badge } from '../../ui/Badge.tsx';
import { TextLink } from '../../ui/TextLink.tsx';
import { confirmWhenAsked, takeTyped } from '../account/fresh.ts';
import { refused } from '../form-answer.ts';
import { formOf, textFields } from '../form-fields.ts';
import { problemKindText } from '../lessons/complaint-texts.ts';
import { stateOf } from './codes.ts';
import { Facts } from './Facts.tsx';
import { moneyText, readAmount } from './money-text.ts';
import { OperateSection } from './OperateSection.tsx';
import { SettleForm } from './SettleForm.tsx';
import type { Route } from './+types/problem';

export const handle = { hydrate: false };

export async function loader({ request, params, context }: Route.LoaderArgs) {
  const web = requestOf(context);
  return { problem: await findProblem(web, params.id), kept: takeTyped(web, request) };
}

const findProblem = async (web: WebRequest, id: string): Promise<LessonProblem> =>
  dataOrThrow(
    await web.client.GET('/api/v1/operator/lesson-problems/{id}', { params: { path: { id } } }),
  );

export async function action({ request, params, context }: Route.ActionArgs) {
  const web = requestOf(context);
  const typed = textFields(await formOf(request), ['back', 'refundMinor', 'note']);
  const { price } = await findProblem(web, params.id);
  const refund = refundOf(typed, price);
  if (refund === undefined) return notAnAmount(typed);
  const answer = await web.client.POST('/api/v1/operator/lesson-problems/{id}/settle', {
    params: { path: { id: params.id } },
    body: { refundMinor: refund, note: typed.note },
  });
  confirmWhenAsked(web, request, answer, typed);
  if (!answer.response.ok) return refused(answer, typed);
  throw redirect('/operate/payments/problems?done=settled', 303);
}

type Typed = Record<'back' | 'refundMinor' | 'note', string>;

/** What was chosen, in minor units; undefined when it is neither all, nothing nor a part of the price. */
function refundOf({ back, refundMinor }: Typed, price: LessonProblem['price']): number | undefined {
  if (back === 'all') return price.minor;
  if (back === 'none') return 0;
  const part = back === 'part' ? readAmount(refundMinor, price.currency) : undefined;
  return part && part < price.minor ? part : undefined;
}

function notAnAmount(typed: Typed) {
  const [field, message] =
    typed.back === 'part'
      ? ['refundMinor', m.operate_amount_wrong()]
      : ['back', m.operate_settle_choose()];
  const problem = { code: 'amount_invalid', message, fields: { [field]: message } };
  return data({ problem, typed }, { status: 422 });
}

export default function ProblemPage({ loaderData, actionData }: Route.ComponentProps) {
  const { market, timeZone } = useShell();
  const { problem, kept } = loaderData;
  const { price, refund, settledAt } = problem;
  const at = (instant: string) => formatMoment(instant, timeZone, market.locale);
  const state = stateOf('problem', settledAt ? 'settled' : 'open');
  return (
    <OperateSection title={m.operate_problem_title({ title: problem.title })}>
      <p className="flex flex-wrap items-center gap-4">
        <span className="font-display text-22">{problemKindText(problem.kind)}</span>
        <Badge tone={state.tone}>{state.text}</Badge>
      </p>
      <section aria-labelledby="words" className="grid gap-2">
        <h2 id="words" className="font-sans text-14 font-semibold tracking-normal">
          {m.operate_problem_words()}
        </h2>
        {problem.description === null ? (
          <p className="text-soft">{m.operate_problem_forgotten()}</p>
        ) : (
          <blockquote className="measure border-l-2 border-edge pl-4 text-18 wrap-anywhere whitespace-pre-line">
            {problem.description}
          </blockquote>
        )}
      </section>
      <Facts
        facts={[
          [m.operate_problem_fact_price(), moneyText(price.minor, price.currency, market.locale)],
          [m.operate_problem_fact_lesson(), at(problem.startsAt)],
          [m.operate_problem_fact_told(), at(problem.reportedAt)],
          [m.operate_problem_fact_booking(), problem.reference],
          [
            m.operate_fact_payment(),
            problem.chargeId ? (
              <TextLink href={`/operate/payments/${problem.chargeId}`}>
                {m.operate_see_payment()}
              </TextLink>
            ) : null,
          ],
          [m.operate_problem_fact_settled(), settledAt && at(settledAt)],
          [
            m.operate_problem_fact_refund(),
            refund && moneyText(refund.minor, refund.currency, market.locale),
          ],
          [m.operate_problem_fact_why(), problem.settlement],
        ]}
      />
      {settledAt ? null : (
        <SettleForm
          problem={problem}
          typed={actionData?.typed ?? kept}
          refusal={actionData?.problem}
        />
      )}
    </OperateSection>
  );
}
