import { redirect } from 'react-router';
import { m } from '../../../messages/messages.js';
import { dataOrThrow } from '../../api/problem.ts';
import { requestOf } from '../../context.ts';
import { formatAgo } from '../../format/ago.ts';
import { useShell } from '../../shell/use-shell.ts';
import { Button } from '../../ui/Button.tsx';
import { ButtonLink } from '../../ui/ButtonLink.tsx';
import { Badge } from '../../ui/Badge.tsx';
import { classNames } from '../../ui/class-names.ts';
import { EmptyMatDrawing } from '../../ui/drawings/EmptyMatDrawing.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { requireVisitor } from '../require-visitor.ts';
import type { AuthoredItem } from '../../api/types.ts';
import { itemUrl, statesOf } from './item-texts.ts';
import type { Route } from './+types/library';

export const handle = { hydrate: false };

const perPage = 30;

export async function loader({ request, context }: Route.LoaderArgs) {
  const web = requestOf(context);
  const { roles, scopes, timeZone } = requireVisitor(web, request);
  const params = new URL(request.url).searchParams;
  const isOperator = scopes.includes('content');
  const isInstructor = roles.includes('instructor');
  if (!isOperator && !isInstructor) throw redirect('/teach', 303);
  const own = isInstructor && (params.has('own') || !isOperator);
  const kind = params.get('kind') === 'sequence' ? ('sequence' as const) : ('exercise' as const);
  const q = params.get('q')?.slice(0, 100) ?? '';
  const page = dataOrThrow(
    await web.client.GET('/api/v1/authoring/items', {
      params: {
        query: {
          own,
          kind,
          q: q || undefined,
          cursor: params.get('cursor') ?? undefined,
          limit: perPage,
        },
      },
    }),
  );
  return { ...page, own, kind, q, now: web.now, timeZone, both: isOperator && isInstructor };
}

export const meta: Route.MetaFunction = () => [
  { title: `${m.library_title()} · ${m.brand()}` },
  { name: 'robots', content: 'noindex' },
];

const urlOf = (params: Record<string, string | undefined>) => {
  const search = new URLSearchParams(
    Object.entries(params).filter((pair): pair is [string, string] => Boolean(pair[1])),
  );
  return search.size > 0 ? `/teach/library?${search}` : '/teach/library';
};

export default function Library({ loaderData }: Route.ComponentProps) {
  const { items, nextCursor, own, kind, q, both, now, timeZone } = loaderData;
  const ownParam = own && both ? '1' : undefined;
  return (
    <div className="page-width grid gap-6 pt-6 md:pt-10">
      <div className="flex flex-wrap items-end justify-between gap-4">
        <div>
          <h1 className="text-36">{own ? m.library_own_title() : m.library_title()}</h1>
          <p className="measure mt-2 text-soft">
            {own ? m.library_own_intro() : m.library_intro()}
          </p>
        </div>
        <ButtonLink href={`/teach/library/new?kind=${kind}${own ? '&own=1' : ''}`}>
          {kind === 'exercise' ? m.library_new_exercise() : m.library_new_sequence()}
        </ButtonLink>
      </div>
      <div className="flex flex-wrap items-center gap-x-6 gap-y-3">
        <nav aria-label={m.library_kinds()} className="flex gap-2">
          <Tab href={urlOf({ own: ownParam })} isCurrent={kind === 'exercise'}>
            {m.library_exercises()}
          </Tab>
          <Tab href={urlOf({ kind: 'sequence', own: ownParam })} isCurrent={kind === 'sequence'}>
            {m.practice_sequences()}
          </Tab>
        </nav>
        {both ? (
          <a
            href={urlOf({ kind, own: own ? undefined : '1' })}
            className="target text-14 font-semibold text-accent underline-offset-4 hover:underline"
          >
            {own ? m.library_to_library() : m.library_to_own()}
          </a>
        ) : null}
        <form
          action="/teach/library"
          role="search"
          className="flex grow gap-2 md:max-w-100 md:ml-auto"
        >
          {kind === 'sequence' ? <input type="hidden" name="kind" value={kind} /> : null}
          {ownParam ? <input type="hidden" name="own" value="1" /> : null}
          <input
            type="search"
            name="q"
            defaultValue={q}
            maxLength={100}
            aria-label={m.library_search()}
            placeholder={m.library_search()}
            className="min-h-11 w-full rounded-full border border-edge bg-surface px-4 text-16 placeholder:text-soft"
          />
          <Button tone="quiet">{m.practice_search_go()}</Button>
        </form>
      </div>
      {items.length > 0 ? (
        <ul className="overflow-hidden rounded-card border border-line bg-surface">
          {items.map((item) => (
            <ItemRow key={item.id} item={item} now={now} timeZone={timeZone} />
          ))}
        </ul>
      ) : (
        <EmptyState
          drawing={<EmptyMatDrawing />}
          title={q ? m.library_none_found() : m.library_none()}
        />
      )}
      {nextCursor ? (
        <p>
          <ButtonLink href={urlOf({ kind, own: ownParam, q, cursor: nextCursor })} tone="quiet">
            {m.library_more()}
          </ButtonLink>
        </p>
      ) : null}
    </div>
  );
}

function Tab({
  href,
  isCurrent,
  children,
}: {
  href: string;
  isCurrent: boolean;
  children: string;
}) {
  return (
    <a
      href={href}
      aria-current={isCurrent ? 'page' : undefined}
      className={classNames(
        'inline-flex min-h-11 items-center rounded-full border px-4 text-14 font-semibold transition-colors',
        isCurrent
          ? 'border-accent bg-accent text-on-accent'
          : 'border-line bg-surface hover:border-edge',
      )}
    >
      {children}
    </a>
  );
}

function ItemRow({ item, now, timeZone }: { item: AuthoredItem; now: string; timeZone: string }) {
  const { locale } = useShell().market;
  return (
    <li className="relative grid grid-cols-[1fr_auto] items-center gap-x-6 gap-y-1 border-t border-line px-4 py-3.5 transition-colors first:border-t-0 hover:bg-accent-soft md:grid-cols-[1fr_auto_9rem] md:px-5">
      <h2 className="text-18">
        <a href={itemUrl(item.id)} className="covers-card">
          {item.name}
        </a>
      </h2>
      <span className="flex flex-wrap justify-end gap-1.5">
        {statesOf(item).map(({ tone, text }) => (
          <Badge key={text} tone={tone}>
            {text}
          </Badge>
        ))}
        {item.plus ? <Badge>{m.library_plus_badge()}</Badge> : null}
      </span>
      <span className="numerals text-12 text-soft max-md:col-span-2 md:text-right md:text-14">
        {formatAgo(item.updatedAt, now, timeZone, locale)}
      </span>
    </li>
  );
}
