import { redirect } from 'react-router';
import { m } from '../../../messages/messages.js';
import { dataOrThrow } from '../../api/problem.ts';
import { requestOf } from '../../context.ts';
import { formatMoment } from '../../format/spans.ts';
import { useShell } from '../../shell/use-shell.ts';
import { Badge } from '../../ui/Badge.tsx';
import { Button } from '../../ui/Button.tsx';
import { ButtonLink } from '../../ui/ButtonLink.tsx';
import { EmptyMatDrawing } from '../../ui/drawings/EmptyMatDrawing.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { requireVisitor } from '../require-visitor.ts';
import { fieldLabel, itemUrl } from './item-texts.ts';
import { ItemHead } from './ItemHead.tsx';
import type { Route } from './+types/history';

export const handle = { hydrate: false };

export async function loader({ request, context, params }: Route.LoaderArgs) {
  const web = requestOf(context);
  const { timeZone } = requireVisitor(web, request);
  const path = { id: params.id };
  const cursor = new URL(request.url).searchParams.get('cursor') ?? undefined;
  const [item, history] = await Promise.all([
    web.client.GET('/api/v1/authoring/items/{id}', { params: { path } }).then(dataOrThrow),
    web.client
      .GET('/api/v1/authoring/items/{id}/history', { params: { path, query: { cursor } } })
      .then(dataOrThrow),
  ]);
  return { item, ...history, timeZone };
}

export async function action({ request, context, params }: Route.ActionArgs) {
  const web = requestOf(context);
  requireVisitor(web, request);
  const version = Math.trunc(Number((await request.formData()).get('version'))) || 0;
  dataOrThrow(
    await web.client.POST('/api/v1/authoring/items/{id}/restore', {
      params: { path: { id: params.id } },
      body: { version },
    }),
  );
  throw redirect(`${itemUrl(params.id)}?saved=restored`, 303);
}

export const meta = ({ loaderData }: Route.MetaArgs) => [
  { title: `${m.library_part_history()}: ${loaderData?.item.name ?? ''} · ${m.brand()}` },
  { name: 'robots', content: 'noindex' },
];

export default function History({ loaderData }: Route.ComponentProps) {
  const { item, items, nextCursor, timeZone } = loaderData;
  const { locale } = useShell().market;
  return (
    <div className="page-width grid gap-6 pt-6 md:pt-10">
      <ItemHead item={item} current="history" />
      {items.length === 0 ? (
        <EmptyState drawing={<EmptyMatDrawing />} title={m.library_history_none()}>
          <p className="measure text-soft">{m.library_history_none_hint()}</p>
        </EmptyState>
      ) : (
        <ol className="overflow-hidden rounded-card border border-line bg-surface">
          {items.map(({ version, by, publishedAt, isCurrent, changed }) => (
            <li
              key={version}
              className="grid gap-x-6 gap-y-2 border-t border-line px-4 py-4 first:border-t-0 md:grid-cols-[4rem_1fr_auto] md:items-center md:px-5"
            >
              <span className="numerals font-display text-22 text-accent">{version}</span>
              <div>
                <p className="flex flex-wrap items-center gap-2 font-semibold">
                  {by ?? m.library_history_shipped()}
                  {isCurrent ? <Badge tone="success">{m.library_history_current()}</Badge> : null}
                </p>
                <p className="numerals text-14 text-soft">
                  {formatMoment(publishedAt, timeZone, locale)}
                </p>
                {changed.length > 0 ? (
                  <p className="mt-1 text-14">
                    {m.library_history_changed({ fields: changed.map(fieldLabel).join(', ') })}
                  </p>
                ) : null}
              </div>
              {isCurrent ? null : (
                <form method="post">
                  <input type="hidden" name="version" value={version} />
                  <Button tone="quiet">
                    {m.library_restore()}
                    <span className="sr-only">{m.library_restore_which({ version })}</span>
                  </Button>
                </form>
              )}
            </li>
          ))}
        </ol>
      )}
      {nextCursor ? (
        <p>
          <ButtonLink href={`?cursor=${nextCursor}`} tone="quiet">
            {m.library_more()}
          </ButtonLink>
        </p>
      ) : null}
    </div>
  );
}
