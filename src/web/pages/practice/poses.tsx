import { m } from '../../../messages/messages.js';
import { requestOf } from '../../context.ts';
import { findPoses, listAreas } from './fetch-library.ts';
import { PoseFilters } from './PoseFilters.tsx';
import { countFilters, perPage, posesUrl, readCount, readPoseWishes } from './pose-params.ts';
import { ChosenFilters, PoseResults } from './PoseResults.tsx';
import { titled } from './practice-texts.ts';
import type { Route } from './+types/poses';

export const handle = { hydrate: false, cacheTopics: ['practice.library_changed'] };

export async function loader({ request, context }: Route.LoaderArgs) {
  const web = requestOf(context);
  const params = new URL(request.url).searchParams;
  const areas = await listAreas(web);
  const wishes = readPoseWishes(params, areas);
  const cursor = params.get('cursor') ?? undefined;
  const from = cursor === undefined ? 0 : readCount(params, 'from', 0);
  const count = cursor === undefined ? readCount(params, 'shown', perPage) : perPage;
  const found = await findPoses(web, wishes, { count: Math.max(count, perPage), cursor });
  return {
    areas,
    wishes,
    found,
    from,
    canonical: web.publicUrl + posesUrl({ areas: wishes.areas }),
  };
}

export function meta({ loaderData }: Route.MetaArgs) {
  if (!loaderData) return [{ title: m.practice_poses_title() }];
  const { wishes, from, canonical } = loaderData;
  const narrow = wishes.q ?? wishes.sort ?? (countFilters(wishes) > 1 || from > 0);
  return [
    { title: `${titleOf(wishes.areas)} · ${m.brand()}` },
    { name: 'description', content: m.practice_poses_description() },
    { tagName: 'link', rel: 'canonical', href: canonical },
    ...(narrow ? [{ name: 'robots', content: 'noindex' }] : []),
  ];
}

const titleOf = (areas: string[]): string =>
  areas.length === 1
    ? m.practice_poses_area({ area: titled(areas[0] ?? '').toLowerCase() })
    : m.practice_poses_title();

export default function Poses({ loaderData }: Route.ComponentProps) {
  const { areas, wishes, found, from } = loaderData;
  return (
    <div className="page-width pt-8 md:pt-12">
      <h1 className="text-36 md:text-48">{m.practice_poses_title()}</h1>
      <PoseFilters wishes={wishes} areas={areas} total={found.total} />
      <section aria-label={m.practice_poses_title()} className="mt-5 md:mt-7">
        <div className="flex min-h-11 flex-wrap items-center gap-x-4 gap-y-2 pb-3">
          <p role="status" className="text-soft">
            <span data-swap="count">{m.practice_pose_count({ count: found.total })}</span>
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
    </div>
  );
}
