import { m } from '../../../../messages/messages.js';
import { dataOrThrow } from '../../../api/problem.ts';
import type { Favourite } from '../../../api/types.ts';
import { requestOf } from '../../../context.ts';
import { ButtonLink } from '../../../ui/ButtonLink.tsx';
import { classNames } from '../../../ui/class-names.ts';
import { EmptyMatDrawing } from '../../../ui/drawings/EmptyMatDrawing.tsx';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { requireVisitor } from '../../require-visitor.ts';
import { Figure } from '../Figure.tsx';
import { PracticeNav } from '../PracticeNav.tsx';
import { FavouriteButton } from './FavouriteButton.tsx';
import { exercisesPath } from '../pose-params.ts';
import type { Route } from './+types/favourites';

export const handle = { hydrate: false };

const perPage = 24;
type Kind = Favourite['kind'];
const kinds: Record<Kind, () => string> = {
  exercise: m.favourites_exercises,
  sequence: m.favourites_sequences,
  instructor: m.favourites_instructors,
};

export async function loader({ request, context }: Route.LoaderArgs) {
  const web = requestOf(context);
  requireVisitor(web, request);
  const search = new URL(request.url).searchParams;
  const kind = (Object.keys(kinds) as Kind[]).find((one) => one === search.get('kind'));
  const cursor = search.get('cursor') ?? undefined;
  const query = { kind, cursor, limit: perPage };
  const page = dataOrThrow(await web.client.GET('/api/v1/me/favourites', { params: { query } }));
  return { ...page, kind };
}

export const meta: Route.MetaFunction = () => [
  { title: `${m.favourites_title()} · ${m.brand()}` },
  { name: 'robots', content: 'noindex' },
];

const pageOf = (kind: Kind | undefined, cursor?: string): string => {
  const params = new URLSearchParams({ ...(kind && { kind }), ...(cursor && { cursor }) });
  return `/practice/favourites${params.size > 0 ? `?${params}` : ''}`;
};

export default function Favourites({ loaderData }: Route.ComponentProps) {
  const { items, nextCursor, kind } = loaderData;
  return (
    <div className="page-width pt-6 md:pt-10">
      <PracticeNav current="/practice/favourites" />
      <h1 className="mt-6 text-36 md:text-48">{m.favourites_title()}</h1>
      <nav aria-label={m.favourites_kinds()} className="mt-5">
        <ul className="flex flex-wrap gap-x-6">
          {[undefined, ...(Object.keys(kinds) as Kind[])].map((one) => (
            <li key={one ?? 'all'}>
              <a
                href={pageOf(one)}
                aria-current={one === kind ? 'page' : undefined}
                className={classNames(
                  'target text-14',
                  one === kind
                    ? 'text-ink underline decoration-marigold decoration-2 underline-offset-8'
                    : 'text-soft hover:text-ink',
                )}
              >
                {one ? kinds[one]() : m.favourites_all()}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      {items.length === 0 ? (
        <EmptyState drawing={<EmptyMatDrawing />} title={m.favourites_empty()}>
          <div className="flex flex-wrap justify-center gap-3">
            <ButtonLink href="/practice/poses">{m.practice_all_poses()}</ButtonLink>
            <ButtonLink href="/search" tone="quiet">
              {m.nav_find()}
            </ButtonLink>
          </div>
        </EmptyState>
      ) : (
        <ul className="mt-5 grid gap-3 sm:grid-cols-2 md:gap-4 lg:grid-cols-3">
          {items.map((one) => (
            <li key={`${one.kind} ${one.slug}`}>
              <FavouriteCard one={one} returnTo={pageOf(kind)} />
            </li>
          ))}
        </ul>
      )}
      {nextCursor ? (
        <p className="mt-6">
          <ButtonLink tone="quiet" href={pageOf(kind, nextCursor)}>
            {m.favourites_more()}
          </ButtonLink>
        </p>
      ) : null}
    </div>
  );
}

const kindNames: Record<Kind, () => string> = {
  exercise: m.favourites_exercise,
  sequence: m.favourites_sequence,
  instructor: m.favourites_instructor,
};

function addressOf({ kind, slug, library }: Favourite): string | undefined {
  if (kind === 'instructor') return `/teachers/${slug}`;
  if (kind === 'sequence') return `/practice/sequences/${slug}`;
  return exercisesPath(library ?? 'yoga', slug);
}

function FavouriteCard({ one, returnTo }: { one: Favourite; returnTo: string }) {
  const { kind, slug, library, name, figure, available } = one;
  const address = available ? addressOf(one) : undefined;
  return (
    <article className="relative flex h-full items-center gap-4 rounded-card border border-line bg-surface p-3 transition-colors has-[h2_a:hover]:border-accent">
      {kind === 'instructor' && figure ? (
        <img
          src={figure}
          alt=""
          width={80}
          height={80}
          loading="lazy"
          className="size-20 shrink-0 rounded-control bg-portrait-a object-cover"
        />
      ) : (
        <Figure
          address={kind === 'instructor' ? null : figure}
          className="h-20 w-24 shrink-0 rounded-control p-1.5"
        />
      )}
      <div className="grid min-w-0 grow justify-items-start gap-1">
        <p className="text-12 text-soft">{kindNames[kind]()}</p>
        <h2 className="text-18 leading-tight">
          {address ? (
            <a href={address} className="covers-card">
              {name}
            </a>
          ) : (
            (name ?? m.favourites_gone())
          )}
        </h2>
        <FavouriteButton
          kind={kind}
          slug={slug}
          {...(library && { library })}
          isKept
          returnTo={returnTo}
          className="relative z-1 mt-1"
        />
      </div>
    </article>
  );
}
