import { redirect } from 'react-router';
import { m } from '../../../messages/messages.js';
import { dataOrThrow } from '../../api/problem.ts';
import { requestOf } from '../../context.ts';
import { listMarkets, marketOf } from '../../market.ts';
import { listSubjects } from '../../subjects.ts';
import type { WebRequest } from '../../server/request-context.ts';
import { zoneName } from '../../format/times.ts';
import { useShell } from '../../shell/use-shell.ts';
import { classNames } from '../../ui/class-names.ts';
import { WishBox } from '../../ui/WishBox.tsx';
import { Filters } from './Filters.tsx';
import { NoResults } from './NoResults.tsx';
import { Results } from './Results.tsx';
import { ResultsMap } from './ResultsMap.tsx';
import { minorOf, readWishes, type SearchWishes } from './search-params.ts';
import { understoodUrl } from './understand.ts';
import { ViewTabs } from './ViewTabs.tsx';
import type { Route } from './+types/search';

export const handle = {
  hydrate: false,
  fillsWindow: true,
  cacheTopics: ['search', 'catalog.subjects_changed'],
};

const perPage = 20;

export async function loader({ request, context }: Route.LoaderArgs) {
  const web = requestOf(context);
  const params = new URL(request.url).searchParams;
  const market = await marketFor(web, params.get('market'));
  const elsewhere = await understoodUrl(web, params, market);
  if (elsewhere !== undefined) throw redirect(elsewhere, 303);
  const wishes = readWishes(params, market.code);
  const query = queryOf(wishes, market.currency, params.get('cursor'));
  const [found, place, subjects] = await Promise.all([
    web.client.GET('/api/v1/search', { params: { query } }).then(dataOrThrow),
    wishes.place === undefined ? undefined : findPlaceName(web, wishes.place, market.code),
    listSubjects(web),
  ]);
  return {
    wishes,
    market,
    placeName: place,
    unknownPlace: params.get('unknownPlace')?.slice(0, 80),
    subjects: subjects.map(({ slug, name }) => ({ slug, name })),
    found,
    now: web.now,
  };
}

async function marketFor(web: WebRequest, code: string | null) {
  const asked = (await listMarkets(web)).find((market) => market.code === code);
  return asked ?? marketOf(web);
}

function queryOf(wishes: SearchWishes, currency: string, cursor: string | null) {
  return {
    market: wishes.market,
    subject: wishes.subject,
    place: wishes.place,
    priceMax: wishes.price === undefined ? undefined : minorOf(wishes.price, currency),
    mode: wishes.mode,
    sort: wishes.sort,
    q: wishes.text,
    cursor: cursor ?? undefined,
    limit: perPage,
  };
}

async function findPlaceName(web: WebRequest, slug: string, market: string): Promise<string> {
  const words = slug.replaceAll('-', ' ');
  return web.remember(`place ${market} ${slug}`, [], async () => {
    const { data } = await web.client.GET('/api/v1/places', {
      params: { query: { q: words, market, limit: 8 } },
    });
    return data?.items.find((item) => item.slug === slug)?.name ?? words;
  });
}

export function meta({ loaderData }: Route.MetaArgs) {
  if (!loaderData) return [{ title: m.search_meta_title() }];
  const { wishes, subjects, placeName } = loaderData;
  const subject = subjects.find(({ slug }) => slug === wishes.subject)?.name;
  const what = subject ? m.search_meta_subject({ subject }) : m.search_meta_title();
  return [
    {
      title: `${placeName ? m.search_meta_near({ what, place: placeName }) : what} · ${m.brand()}`,
    },
    { name: 'robots', content: wishes.text || wishes.wish ? 'noindex' : 'index' },
  ];
}

export default function Search({ loaderData }: Route.ComponentProps) {
  const { wishes, found, market } = loaderData;
  const { timeZone } = useShell();
  const onMap = wishes.view === 'map';
  return (
    <>
      <div data-swap="filters" className="border-b border-line px-5 pb-4 md:px-8">
        <div className="max-w-208">
          <WishBox
            action={m.search_go()}
            wish={wishes.wish ?? ''}
            placeholder={m.home_placeholder()}
            compact
          />
        </div>
        <Filters {...loaderData} />
      </div>
      <ViewTabs wishes={wishes} />
      <div className="grid grow lg:grid-cols-[minmax(0,1fr)_minmax(0,46%)]">
        <section
          aria-labelledby="results"
          data-swap="results"
          className={classNames(
            'transition-opacity aria-busy:opacity-50 aria-busy:delay-150',
            onMap ? 'lg:p-8 lg:pt-5' : 'px-5 pt-5 pb-16 md:px-8',
          )}
        >
          <div className={onMap ? 'max-lg:sr-only' : undefined}>
            <h1 id="results" className="text-28">
              {m.search_count({ count: found.total })}
            </h1>
            <p className="text-14 text-soft" role="status">
              {m.search_zone({ zone: zoneName(timeZone) })}
            </p>
          </div>
          <div className={onMap ? 'max-lg:hidden' : undefined}>
            {found.items.length > 0 ? (
              <Results
                wishes={wishes}
                found={found}
                market={market}
                timeZone={timeZone}
                now={loaderData.now}
              />
            ) : (
              <NoResults wishes={wishes} relax={found.relax} />
            )}
          </div>
        </section>
        <div
          className={classNames(
            'lg:sticky lg:top-0 lg:h-dvh',
            onMap ? 'h-[calc(100dvh-11rem)]' : 'max-lg:hidden',
          )}
        >
          <ResultsMap instructors={found.items} market={market} />
        </div>
      </div>
    </>
  );
}
