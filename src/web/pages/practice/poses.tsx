import { redirect } from 'react-router';
import { m } from '../../../messages/messages.js';
import { dataOrThrow } from '../../api/problem.ts';
import { requestOf } from '../../context.ts';
import { findPoses, listAreas } from './fetch-library.ts';
import { libraryTexts } from './library-texts.ts';
import { PoseFilters } from './PoseFilters.tsx';
import {
  countFilters,
  libraryOf,
  perPage,
  posesUrl,
  readCount,
  readPoseWishes,
} from './pose-params.ts';
import { ChosenFilters, PoseResults } from './PoseResults.tsx';
import { titled } from './practice-texts.ts';
import { preloadDiacritics } from './preload-diacritics.ts';
import { SequenceGrid } from './SequenceGrid.tsx';
import type { Route } from './+types/poses';

export const handle = { hydrate: false, cacheTopics: ['practice.library_changed'] };

export const links = preloadDiacritics;

const sequencesMax = 12;

/** The poses at an address of their own, the exercises of other libraries under the library's name. */
export async function loader({ request, params, context }: Route.LoaderArgs) {
  const web = requestOf(context);
  const { searchParams, search } = new URL(request.url);
  const library = libraryOf(params);
  if ('library' in params && library === 'yoga') throw redirect(posesUrl({}) + search, 301);
  const areas = await listAreas(web, library);
  const wishes = readPoseWishes(searchParams, { library, areas });
  const cursor = searchParams.get('cursor') ?? undefined;
  const from = cursor === undefined ? 0 : readCount(searchParams, 'from', 0);
  const count = cursor === undefined ? readCount(searchParams, 'shown', perPage) : perPage;
  const found = await findPoses(web, wishes, { count: Math.max(count, perPage), cursor });
  // The sequences of yoga have a page of their own.
  const query = { library, limit: sequencesMax };
  const sequences =
    library === 'yoga'
      ? []
      : dataOrThrow(await web.client.GET('/api/v1/sequences', { params: { query } })).items;
  return {
    areas,
    wishes,
    found,
    from,
    sequences,
    canonical: web.publicUrl + posesUrl({ library, areas: wishes.areas }),
  };
}

export function meta({ loaderData }: Route.MetaArgs) {
  if (!loaderData) return [{ title: m.practice_poses_title() }];
  const { wishes, from, canonical } = loaderData;
  const narrow = wishes.q ?? wishes.sort ?? (countFilters(wishes) > 1 || from > 0);
  return [
    { title: `${titleOf(wishes)} · ${m.brand()}` },
    { name: 'description', content: libraryTexts(wishes.library).description() },
    { tagName: 'link', rel: 'canonical', href: canonical },
    ...(narrow ? [{ name: 'robots', content: 'noindex' }] : []),
  ];
}

function titleOf({ library, areas }: { library: string; areas: string[] }): string {
  const { title, titleFor } = libraryTexts(library);
  return areas.length === 1 ? titleFor({ area: titled(areas[0] ?? '').toLowerCase() }) : title();
}

export default function Poses({ loaderData }: Route.ComponentProps) {
  const { areas, wishes, found, from, sequences } = loaderData;
  const texts = libraryTexts(wishes.library);
  return (
    <div className="page-width pt-8 md:pt-12">
      <h1 className="text-36 md:text-48">{texts.title()}</h1>
      <PoseFilters wishes={wishes} areas={areas} total={found.total} />
      <section aria-label={texts.title()} className="mt-5 md:mt-7">
        <div className="flex min-h-11 flex-wrap items-center gap-x-4 gap-y-2 pb-3">
          <p role="status" className="text-soft">
            <span data-swap="count">{texts.count({ count: found.total })}</span>
          </p>
          <div data-swap="chosen">
            <ChosenFilters wishes={wishes} />
          </div>
        </div>
        <div
          data-swap="results"
          className="transition-opacity aria-busy:opacity-50 aria-busy:delay-150"
        >
          <PoseResults wishes={wishes} found={found} from={from} />
        </div>
      </section>
      {sequences.length > 0 ? (
        <section aria-labelledby="sequences" className="mt-12 md:mt-16">
          <h2 id="sequences" className="text-28">
            {m.practice_sequences()}
          </h2>
          <div className="mt-5">
            <SequenceGrid sequences={sequences} />
          </div>
        </section>
      ) : null}
    </div>
  );
}
