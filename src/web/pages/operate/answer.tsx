import { redirect } from 'react-router';
import { m } from '../../../messages/messages.js';
import { dataOrThrow } from '../../api/problem.ts';
import { requestOf } from '../../context.ts';
import { useShell } from '../../shell/use-shell.ts';
import { Button } from '../../ui/Button.tsx';
import { FormErrors } from '../../ui/FormErrors.tsx';
import { TextLink } from '../../ui/TextLink.tsx';
import { confirmWhenAsked, requireFresh } from '../account/fresh.ts';
import { refused } from '../form-answer.ts';
import { moneyText } from './money-text.ts';
import { OperateSection } from './OperateSection.tsx';
import type { Route } from './+types/answer';

export const handle = { hydrate: false };

const isAccepting = (request: Request) => new URL(request.url).searchParams.has('accept');

export async function loader({ request, params, context }: Route.LoaderArgs) {
  const web = requestOf(context);
  requireFresh(web, request);
  const answer = await web.client.GET('/api/v1/operator/disputes/{id}', {
    params: { path: { id: params.id } },
  });
  const dispute = dataOrThrow(answer);
  if (!dispute.isAnswerable) throw redirect(`/operate/payments/disputes/${params.id}`, 303);
  return { dispute, accept: isAccepting(request) };
}

export async function action({ request, params, context }: Route.ActionArgs) {
  const web = requestOf(context);
  const answer = await web.client.POST('/api/v1/operator/disputes/{id}/answer', {
    params: { path: { id: params.id } },
    body: { answer: isAccepting(request) ? 'accept' : 'contest' },
  });
  confirmWhenAsked(web, request, answer);
  if (!answer.data) return refused(answer, undefined);
  throw redirect(`/operate/payments/disputes/${params.id}?done=answer`, 303);
}

/** What is sent can't be taken back, so it is asked for once more, with the money named. */
export default function Answer({ loaderData, actionData }: Route.ComponentProps) {
  const { market } = useShell();
  const { dispute, accept } = loaderData;
  const amount = moneyText(dispute.amountMinor ?? 0, dispute.currency ?? 'GBP', market.locale);
  return (
    <OperateSection
      title={accept ? m.operate_accept_title() : m.operate_send_title()}
      intro={accept ? m.operate_accept_text({ amount }) : m.operate_send_text({ amount })}
    >
      <FormErrors problem={actionData?.problem} labels={{}} />
      <form method="post" className="flex flex-wrap items-center gap-5">
        <Button size="large" tone={accept ? 'danger' : 'primary'}>
          {accept ? m.operate_accept() : m.operate_send_answer()}
        </Button>
        <TextLink href={`/operate/payments/disputes/${dispute.id}`}>{m.operate_back()}</TextLink>
      </form>
    </OperateSection>
  );
}
