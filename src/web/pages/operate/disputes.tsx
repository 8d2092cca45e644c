import { redirect } from 'react-router';
import { m } from '../../../messages/messages.js';
import { dataOrThrow } from '../../api/problem.ts';
import { requestOf } from '../../context.ts';
import { formatMoment } from '../../format/spans.ts';
import { useShell } from '../../shell/use-shell.ts';
import { TextLink } from '../../ui/TextLink.tsx';
import { stateOf, wordsOf } from './codes.ts';
import { moneyText } from './money-text.ts';
import { OlderLink } from './OlderLink.tsx';
import { OperateSection } from './OperateSection.tsx';
import { Row, RowList } from './RowList.tsx';
import type { Route } from './+types/disputes';

export const handle = { hydrate: false };

const path = '/operate/payments/disputes';

export async function loader({ request, context }: Route.LoaderArgs) {
  const params = new URL(request.url).searchParams;
  const cursor = params.get('cursor') ?? undefined;
  const all = params.has('all');
  const answer = await requestOf(context).client.GET('/api/v1/operator/disputes', {
    params: { query: { open: !all, cursor } },
  });
  if (cursor && answer.response.status === 422) throw redirect(path, 303);
  return { ...dataOrThrow(answer), all };
}

export default function Disputes({ loaderData }: Route.ComponentProps) {
  const { market, timeZone } = useShell();
  const { items, nextCursor, all } = loaderData;
  const at = (instant: string) => formatMoment(instant, timeZone, market.locale);
  return (
    <OperateSection title={m.operate_tab_disputes()} intro={m.operate_disputes_intro()}>
      <p>
        {all ? (
          <TextLink href={path}>{m.operate_disputes_open()}</TextLink>
        ) : (
          <TextLink href={`${path}?all=1`}>{m.operate_disputes_all()}</TextLink>
        )}
      </p>
      <RowList none={m.operate_disputes_none()}>
        {items.map((dispute) => (
          <Row
            key={dispute.id}
            href={`${path}/${dispute.id}`}
            title={dispute.providerId}
            state={stateOf('dispute', dispute.status)}
            amount={
              dispute.currency === null || dispute.amountMinor === null
                ? undefined
                : moneyText(dispute.amountMinor, dispute.currency, market.locale)
            }
            facts={[
              dispute.reason && wordsOf('why', dispute.reason),
              dispute.answer && m.operate_answer_on_its_way(),
              !dispute.answer && dispute.dueAt && m.operate_due({ when: at(dispute.dueAt) }),
            ]}
          />
        ))}
      </RowList>
      <OlderLink path={path} query={{ all: all ? '1' : undefined }} cursor={nextCursor} />
    </OperateSection>
  );
}
