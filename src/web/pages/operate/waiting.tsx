import { redirect } from 'react-router';
import { m } from '../../../messages/messages.js';
import { dataOrThrow } from '../../api/problem.ts';
import { requestOf } from '../../context.ts';
import { formatMoment } from '../../format/spans.ts';
import { useShell } from '../../shell/use-shell.ts';
import { Button } from '../../ui/Button.tsx';
import { FormErrors } from '../../ui/FormErrors.tsx';
import { refused } from '../form-answer.ts';
import { textFields } from '../form-fields.ts';
import { stateOf, wordsOf } from './codes.ts';
import { DoneNotice, doneOf } from './DoneNotice.tsx';
import { OlderLink } from './OlderLink.tsx';
import { OperateSection } from './OperateSection.tsx';
import { Row, RowList } from './RowList.tsx';
import type { Route } from './+types/waiting';

export const handle = { hydrate: false };

const path = '/operate/payments/waiting';

export async function loader({ request, context }: Route.LoaderArgs) {
  const cursor = new URL(request.url).searchParams.get('cursor') ?? undefined;
  const answer = await requestOf(context).client.GET('/api/v1/operator/payment-calls', {
    params: { query: { cursor } },
  });
  if (cursor && answer.response.status === 422) throw redirect(path, 303);
  return { ...dataOrThrow(answer), done: doneOf(request) };
}

export async function action({ request, context }: Route.ActionArgs) {
  const { id } = textFields(await request.formData(), ['id']);
  const answer = await requestOf(context).client.POST('/api/v1/operator/payment-calls/{id}/retry', {
    params: { path: { id } },
  });
  if (!answer.data) return refused(answer, undefined);
  throw redirect(`${path}?done=asked`, 303);
}

export default function Waiting({ loaderData, actionData }: Route.ComponentProps) {
  const { market, timeZone } = useShell();
  const { items, nextCursor, done } = loaderData;
  const at = (instant: string) => formatMoment(instant, timeZone, market.locale);
  return (
    <OperateSection title={m.operate_tab_waiting()} intro={m.operate_waiting_intro()}>
      <DoneNotice done={done} />
      <FormErrors problem={actionData?.problem} labels={{}} />
      <RowList none={m.operate_waiting_none()}>
        {items.map((call) => (
          <Row
            key={call.id}
            href={call.chargeId ? `/operate/payments/${call.chargeId}` : undefined}
            title={m.operate_wants_again({
              kind: wordsOf('subject', call.kind),
              operation: wordsOf('asks', call.operation),
              attempt: call.attempt,
            })}
            state={stateOf('call', call.status)}
            facts={[
              at(call.createdAt),
              call.needsPersonAt && m.operate_needs_person({ when: at(call.needsPersonAt) }),
              call.errorCode,
              call.errorMessage,
            ]}
          >
            <form method="post">
              <input type="hidden" name="id" value={call.id} />
              <Button tone="quiet">{m.operate_retry()}</Button>
            </form>
          </Row>
        ))}
      </RowList>
      <OlderLink path={path} cursor={nextCursor} />
    </OperateSection>
  );
}
