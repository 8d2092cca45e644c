import { redirect } from 'react-router';
import { m } from '../../../messages/messages.js';
import { dataOrThrow } from '../../api/problem.ts';
import { requestOf } from '../../context.ts';
import { ButtonLink } from '../../ui/ButtonLink.tsx';
import { LessonDrawing } from '../../ui/drawings/LessonDrawing.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { requireVisitor } from '../require-visitor.ts';
import { AccountNotice } from './AccountNotice.tsx';
import { EarningCards, EarningTable } from './EarningList.tsx';
import { EarningsSums } from './EarningsSums.tsx';
import { MorePages } from './MorePages.tsx';
import type { Route } from './+types/earnings';

export const handle = { hydrate: false };

export async function loader({ request, context }: Route.LoaderArgs) {
  const web = requestOf(context);
  requireVisitor(web, request);
  const cursor = new URL(request.url).searchParams.get('cursor') ?? undefined;
  const [list, sums, account] = await Promise.all([
    web.client.GET('/api/v1/earnings', { params: { query: { cursor } } }),
    web.client.GET('/api/v1/earnings/summary'),
    web.client.GET('/api/v1/payouts/account'),
  ]);
  if (cursor !== undefined && list.response.status === 422) throw redirect('/earnings', 303);
  return {
    isFirst: cursor === undefined,
    page: dataOrThrow(list),
    sums: dataOrThrow(sums).items,
    account: dataOrThrow(account),
  };
}

export default function Earnings({ loaderData }: Route.ComponentProps) {
  const { isFirst, page, sums, account } = loaderData;
  const isEmpty = page.items.length === 0;
  return (
    <>
      <AccountNotice account={account} />
      {isFirst && sums.length > 0 ? <EarningsSums sums={sums} /> : null}
      <section aria-labelledby="lessons-title" className="grid gap-4">
        <h2 id="lessons-title" className={isEmpty ? 'sr-only' : 'text-22'}>
          {m.earnings_lessons()}
        </h2>
        {isEmpty ? (
          <EmptyState drawing={<LessonDrawing />} title={m.earnings_none()}>
            <ButtonLink href="/teach/hours" tone="quiet">
              {m.earnings_none_action()}
            </ButtonLink>
          </EmptyState>
        ) : (
          <>
            <EarningTable items={page.items} />
            <EarningCards items={page.items} />
            <MorePages path="/earnings" nextCursor={page.nextCursor} isFirst={isFirst} />
            <p className="measure text-14 text-soft">{m.earnings_fees_note()}</p>
          </>
        )}
      </section>
    </>
  );
}
