import { redirect } from 'react-router';
import { m } from '../../../messages/messages.js';
import { dataOrThrow } from '../../api/problem.ts';
import { requestOf } from '../../context.ts';
import { formatMoment } from '../../format/spans.ts';
import { useShell } from '../../shell/use-shell.ts';
import { Button } from '../../ui/Button.tsx';
import { FormErrors } from '../../ui/FormErrors.tsx';
import { refused } from '../form-answer.ts';
import { wordsOf } from './codes.ts';
import { Facts } from './Facts.tsx';
import { OperateSection } from './OperateSection.tsx';
import type { Route } from './+types/event';

export const handle = { hydrate: false };

export async function loader({ params, context }: Route.LoaderArgs) {
  const answer = await requestOf(context).client.GET('/api/v1/operator/payment-events/{id}', {
    params: { path: { id: params.id } },
  });
  return { event: dataOrThrow(answer) };
}

export async function action({ params, context }: Route.ActionArgs) {
  const answer = await requestOf(context).client.POST(
    '/api/v1/operator/payment-events/{id}/replay',
    { params: { path: { id: params.id } } },
  );
  if (!answer.data) return refused(answer, undefined);
  throw redirect('/operate/payments/events?done=replay', 303);
}

export default function EventPage({ loaderData, actionData }: Route.ComponentProps) {
  const { market, timeZone } = useShell();
  const { event } = loaderData;
  return (
    <OperateSection title={event.type}>
      <FormErrors problem={actionData?.problem} labels={{}} />
      <Facts
        facts={[
          [m.operate_status(), wordsOf('event', event.status)],
          [m.operate_fact_note(), event.note],
          [m.operate_fact_received(), formatMoment(event.receivedAt, timeZone, market.locale)],
          [m.operate_fact_tries(), event.attempts],
          [m.operate_fact_object(), event.objectId],
          [m.operate_fact_platform(), event.platform],
          [m.operate_fact_id(), event.id],
        ]}
      />
      {event.status === 'parked' ? (
        <form method="post">
          <Button>{m.operate_replay()}</Button>
        </form>
      ) : null}
      <details className="rounded-card border border-line bg-surface p-5">
        <summary className="target cursor-pointer font-semibold">{m.operate_payload()}</summary>
        <pre className="mt-3 font-mono text-12 wrap-anywhere whitespace-pre-wrap">
          {JSON.stringify(event.payload, null, 2)}
        </pre>
      </details>
    </OperateSection>
  );
}
