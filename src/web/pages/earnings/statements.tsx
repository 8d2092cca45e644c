import { redirect } from 'react-router';
import { m } from '../../../messages/messages.js';
import { dataOrThrow } from '../../api/problem.ts';
import { requestOf } from '../../context.ts';
import { formatTime } from '../../format/times.ts';
import { useShell } from '../../shell/use-shell.ts';
import { ButtonLink } from '../../ui/ButtonLink.tsx';
import { LessonDrawing } from '../../ui/drawings/LessonDrawing.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { requireVisitor } from '../require-visitor.ts';
import { MorePages } from './MorePages.tsx';
import type { Route } from './+types/statements';

export const handle = { hydrate: false };

export async function loader({ request, context }: Route.LoaderArgs) {
  const web = requestOf(context);
  requireVisitor(web, request);
  const cursor = new URL(request.url).searchParams.get('cursor') ?? undefined;
  const list = await web.client.GET('/api/v1/earnings/statements', {
    params: { query: { cursor } },
  });
  if (cursor !== undefined && list.response.status === 422)
    throw redirect('/earnings/statements', 303);
  return { isFirst: cursor === undefined, page: dataOrThrow(list) };
}

export const meta: Route.MetaFunction = () => [
  { title: `${m.statements_title()} · ${m.brand()}` },
  { name: 'robots', content: 'noindex' },
];

export default function Statements({ loaderData }: Route.ComponentProps) {
  const { isFirst, page } = loaderData;
  if (page.items.length === 0)
    return (
      <EmptyState drawing={<LessonDrawing />} title={m.statements_none()}>
        <ButtonLink href="/earnings" tone="quiet">
          {m.payouts_to_earnings()}
        </ButtonLink>
      </EmptyState>
    );
  return (
    <div className="grid max-w-180 gap-4">
      <p className="measure text-soft">{m.statements_intro()}</p>
      <ul className="divide-y divide-line rounded-card border border-line bg-surface">
        {page.items.map(({ month }) => (
          <Month key={month} month={month} />
        ))}
      </ul>
      <MorePages path="/earnings/statements" nextCursor={page.nextCursor} isFirst={isFirst} />
    </div>
  );
}

function Month({ month }: { month: string }) {
  const { locale } = useShell().market;
  const name = formatTime(`${month}-15T12:00:00Z`, 'month', 'UTC', locale);
  const file = (type: 'csv' | 'pdf') => `/api/v1/earnings/statements/${month}/statement.${type}`;
  return (
    <li className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 p-4">
      <h2 className="font-sans text-16 font-semibold tracking-normal">{name}</h2>
      <p className="flex gap-2">
        <ButtonLink href={file('pdf')} tone="quiet" download>
          {m.statements_pdf()}
          <span className="sr-only">{name}</span>
        </ButtonLink>
        <ButtonLink href={file('csv')} tone="quiet" download>
          {m.statements_csv()}
          <span className="sr-only">{name}</span>
        </ButtonLink>
      </p>
    </li>
  );
}
