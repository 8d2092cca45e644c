import { redirect } from 'react-router';
import { m } from '../../../messages/messages.js';
import { dataOrThrow } from '../../api/problem.ts';
import { requestOf } from '../../context.ts';
import { formatMoment } from '../../format/spans.ts';
import { useShell } from '../../shell/use-shell.ts';
import { problemKindText } from '../lessons/complaint-texts.ts';
import { DoneNotice, doneOf } from './DoneNotice.tsx';
import { moneyText } from './money-text.ts';
import { OlderLink } from './OlderLink.tsx';
import { OperateSection } from './OperateSection.tsx';
import { Row, RowList } from './RowList.tsx';
import type { Route } from './+types/problems';

export const handle = { hydrate: false };

const path = '/operate/payments/problems';

export async function loader({ request, context }: Route.LoaderArgs) {
  const cursor = new URL(request.url).searchParams.get('cursor') ?? undefined;
  const answer = await requestOf(context).client.GET('/api/v1/operator/lesson-problems', {
    params: { query: { cursor } },
  });
  if (cursor && answer.response.status === 422) throw redirect(path, 303);
  return { ...dataOrThrow(answer), done: doneOf(request) };
}

export default function Problems({ loaderData }: Route.ComponentProps) {
  const { market, timeZone } = useShell();
  const { items, nextCursor, done } = loaderData;
  const at = (instant: string) => formatMoment(instant, timeZone, market.locale);
  return (
    <OperateSection title={m.operate_tab_problems()} intro={m.operate_problems_intro()}>
      <DoneNotice done={done} />
      <RowList none={m.operate_problems_none()}>
        {items.map((problem) => (
          <Row
            key={problem.id}
            href={`${path}/${problem.id}`}
            title={problemKindText(problem.kind)}
            amount={moneyText(problem.price.minor, problem.price.currency, market.locale)}
            facts={[
              problem.title,
              problem.reference,
              m.operate_problem_lesson_at({ when: at(problem.startsAt) }),
              m.operate_problem_told({ when: at(problem.reportedAt) }),
            ]}
          />
        ))}
      </RowList>
      <OlderLink path={path} cursor={nextCursor} />
    </OperateSection>
  );
}
