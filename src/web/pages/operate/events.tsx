import { redirect } from 'react-router';
import { m } from '../../../messages/messages.js';
import { dataOrThrow } from '../../api/problem.ts';
import { requestOf } from '../../context.ts';
import { formatMoment } from '../../format/spans.ts';
import { useShell } from '../../shell/use-shell.ts';
import { stateOf } from './codes.ts';
import { DoneNotice, doneOf } from './DoneNotice.tsx';
import { OlderLink } from './OlderLink.tsx';
import { OperateSection } from './OperateSection.tsx';
import { Row, RowList } from './RowList.tsx';
import type { Route } from './+types/events';

export const handle = { hydrate: false };

const path = '/operate/payments/events';

export async function loader({ request, context }: Route.LoaderArgs) {
  const cursor = new URL(request.url).searchParams.get('cursor') ?? undefined;
  const answer = await requestOf(context).client.GET('/api/v1/operator/payment-events', {
    params: { query: { cursor } },
  });
  if (cursor && answer.response.status === 422) throw redirect(path, 303);
  return { ...dataOrThrow(answer), done: doneOf(request) };
}

export default function Events({ loaderData }: Route.ComponentProps) {
  const { market, timeZone } = useShell();
  const { items, nextCursor, done } = loaderData;
  return (
    <OperateSection title={m.operate_tab_events()} intro={m.operate_events_intro()}>
      <DoneNotice done={done} />
      <RowList none={m.operate_events_none()}>
        {items.map((event) => (
          <Row
            key={event.id}
            href={`${path}/${event.id}`}
            title={event.type}
            state={stateOf('event', event.status)}
            facts={[
              formatMoment(event.receivedAt, timeZone, market.locale),
              event.objectId,
              event.note,
            ]}
          />
        ))}
      </RowList>
      <OlderLink path={path} cursor={nextCursor} />
    </OperateSection>
  );
}
