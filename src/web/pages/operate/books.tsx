import { redirect } from 'react-router';
import { m } from '../../../messages/messages.js';
import { dataOrThrow } from '../../api/problem.ts';
import { requestOf } from '../../context.ts';
import { formatMoment } from '../../format/spans.ts';
import { useShell } from '../../shell/use-shell.ts';
import { Button } from '../../ui/Button.tsx';
import { FormErrors } from '../../ui/FormErrors.tsx';
import { refused } from '../form-answer.ts';
import { stateOf } from './codes.ts';
import { DoneNotice, doneOf } from './DoneNotice.tsx';
import { OlderLink } from './OlderLink.tsx';
import { OperateSection } from './OperateSection.tsx';
import { Row, RowList } from './RowList.tsx';
import type { Route } from './+types/books';

export const handle = { hydrate: false };

const path = '/operate/payments/books';

export async function loader({ request, context }: Route.LoaderArgs) {
  const cursor = new URL(request.url).searchParams.get('cursor') ?? undefined;
  const answer = await requestOf(context).client.GET('/api/v1/operator/reconciliations', {
    params: { query: { cursor } },
  });
  if (cursor && answer.response.status === 422) throw redirect(path, 303);
  return { ...dataOrThrow(answer), done: doneOf(request) };
}

export async function action({ context }: Route.ActionArgs) {
  const answer = await requestOf(context).client.POST('/api/v1/operator/reconciliations');
  if (!answer.data) return refused(answer, undefined);
  throw redirect(`${path}?done=compare`, 303);
}

export default function Books({ loaderData, actionData }: Route.ComponentProps) {
  const { market, timeZone } = useShell();
  const { items, nextCursor, done } = loaderData;
  return (
    <OperateSection title={m.operate_tab_books()} intro={m.operate_books_intro()}>
      <DoneNotice done={done} />
      <FormErrors problem={actionData?.problem} labels={{}} />
      <form method="post">
        <Button tone="quiet">{m.operate_compare()}</Button>
      </form>
      <RowList none={m.operate_books_none()}>
        {items.map((run) => (
          <Row
            key={run.id}
            href={`${path}/${run.id}`}
            title={formatMoment(run.startedAt, timeZone, market.locale)}
            state={stateOf('run', run.status)}
            facts={[
              run.platform,
              m.operate_movements({ count: run.movements }),
              m.operate_opened({ count: run.opened }),
              run.error,
            ]}
          />
        ))}
      </RowList>
      <OlderLink path={path} cursor={nextCursor} />
    </OperateSection>
  );
}
