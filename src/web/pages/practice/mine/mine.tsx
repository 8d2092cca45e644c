import { m } from '../../../../messages/messages.js';
import { dataOrThrow } from '../../../api/problem.ts';
import { requestOf } from '../../../context.ts';
import { Alert } from '../../../ui/Alert.tsx';
import { ButtonLink } from '../../../ui/ButtonLink.tsx';
import { EmptyMatDrawing } from '../../../ui/drawings/EmptyMatDrawing.tsx';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { requireVisitor } from '../../require-visitor.ts';
import { PracticeNav } from '../PracticeNav.tsx';
import { SequenceGrid } from '../SequenceGrid.tsx';
import type { Route } from './+types/mine';

export const handle = { hydrate: false };

const perPage = 12;

export async function loader({ request, context }: Route.LoaderArgs) {
  const web = requestOf(context);
  requireVisitor(web, request);
  const search = new URL(request.url).searchParams;
  const query = { limit: perPage, cursor: search.get('cursor') ?? undefined };
  const page = dataOrThrow(await web.client.GET('/api/v1/me/sequences', { params: { query } }));
  return { ...page, isDeleted: search.has('deleted') };
}

export const meta: Route.MetaFunction = () => [
  { title: `${m.mine_title()} · ${m.brand()}` },
  { name: 'robots', content: 'noindex' },
];

export default function Mine({ loaderData }: Route.ComponentProps) {
  const { items, nextCursor, isDeleted } = loaderData;
  return (
    <div className="page-width pt-6 md:pt-10">
      <PracticeNav current="/practice/mine" />
      <div className="mt-6 flex flex-wrap items-end justify-between gap-4">
        <h1 className="text-36 md:text-48">{m.mine_title()}</h1>
        {items.length > 0 ? (
          <ButtonLink href="/practice/builder">{m.mine_build()}</ButtonLink>
        ) : null}
      </div>
      {isDeleted ? (
        <div className="mt-5">
          <Alert tone="success" live>
            {m.mine_deleted()}
          </Alert>
        </div>
      ) : null}
      <div className="mt-7">
        {items.length === 0 ? (
          <EmptyState drawing={<EmptyMatDrawing />} title={m.mine_empty()}>
            <div className="flex flex-wrap justify-center gap-3">
              <ButtonLink href="/practice/builder">{m.mine_build()}</ButtonLink>
              <ButtonLink href="/practice/make" tone="quiet">
                {m.practice_make_title()}
              </ButtonLink>
            </div>
          </EmptyState>
        ) : (
          <SequenceGrid sequences={items} heading="h2" />
        )}
      </div>
      {nextCursor ? (
        <p className="mt-6">
          <ButtonLink tone="quiet" href={`/practice/mine?cursor=${encodeURIComponent(nextCursor)}`}>
            {m.mine_more()}
          </ButtonLink>
        </p>
      ) : null}
    </div>
  );
}
