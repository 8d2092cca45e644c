import { m } from '../../../messages/messages.js';
import { dataOrThrow } from '../../api/problem.ts';
import { requestOf } from '../../context.ts';
import type { WebRequest } from '../../server/request-context.ts';
import { useShell } from '../../shell/use-shell.ts';
import { Button } from '../../ui/Button.tsx';
import { ButtonLink } from '../../ui/ButtonLink.tsx';
import { classNames } from '../../ui/class-names.ts';
import { findMyHomework } from '../homework/fetch-homework.ts';
import { MyHomeworkList } from '../homework/MyHomeworkList.tsx';
import { findPoses, libraryTopics, listAreas, listLibraries } from './fetch-library.ts';
import { Figure } from './Figure.tsx';
import { PoseSearch } from './PoseFilters.tsx';
import { PracticeNav } from './PracticeNav.tsx';
import { libraryTexts } from './library-texts.ts';
import { exercisesPath, posesUrl } from './pose-params.ts';
import { titled } from './practice-texts.ts';
import { SequenceGrid } from './SequenceGrid.tsx';
import type { Route } from './+types/practice';

export const handle = { hydrate: false, cacheTopics: ['practice.library_changed'] };

const sequencesShown = 12;

export async function loader({ context }: Route.LoaderArgs) {
  const web = requestOf(context);
  const query = { library: 'yoga', limit: sequencesShown };
  const [areas, sequences, others, homework] = await Promise.all([
    web.remember('practice area tiles', libraryTopics, () => drawAreas(web)),
    web.client.GET('/api/v1/sequences', { params: { query } }).then(dataOrThrow),
    web.remember('practice other libraries', libraryTopics, () => drawOthers(web)),
    findMyHomework(web),
  ]);
  return {
    areas,
    homework,
    others,
    sequences: sequences.items,
    canonical: `${web.publicUrl}/practice`,
  };
}

interface AreaTile {
  area: string;
  count: number;
  figure: string | null;
}

/** Each area with a figure of its own: the first of its poses that no other area shows. */
async function drawAreas(web: WebRequest): Promise<AreaTile[]> {
  const drawn = new Set<string | null>();
  const areas = await listAreas(web);
  const found = await Promise.all(
    areas.map((area) =>
      findPoses(
        web,
        { library: 'yoga', q: undefined, levels: [], areas: [area], sort: undefined },
        { count: areas.length },
      ),
    ),
  );
  return areas.map((area, at) => {
    const { items = [], total = 0 } = found[at] ?? {};
    const figure = items.find((pose) => !drawn.has(pose.figure))?.figure ?? null;
    drawn.add(figure);
    return { area, count: total, figure };
  });
}

/** The libraries beside yoga, each with the drawing of its first exercise. */
async function drawOthers(web: WebRequest) {
  const libraries = (await listLibraries(web)).filter(({ slug }) => slug !== 'yoga');
  return Promise.all(
    libraries.map(async ({ slug: library, exercises }) => {
      const wishes = { library, q: undefined, levels: [], areas: [], sort: undefined };
      const { items } = await findPoses(web, wishes, { count: 1 });
      return { library, count: exercises, figure: items[0]?.figure ?? null };
    }),
  );
}

export const meta = ({ loaderData }: Route.MetaArgs) => [
  { title: `${m.practice_title()} · ${m.brand()}` },
  { name: 'description', content: m.practice_meta_description() },
  ...(loaderData ? [{ tagName: 'link', rel: 'canonical', href: loaderData.canonical }] : []),
];

export default function Practice({
  loaderData: { areas, sequences, others, homework },
}: Route.ComponentProps) {
  const { visitor } = useShell();
  return (
    <div className={classNames('page-width', visitor ? 'pt-6 md:pt-10' : 'pt-10 md:pt-16')}>
      {visitor ? (
        <div className="mb-8 md:mb-12">
          <PracticeNav current="/practice" />
        </div>
      ) : null}
      <MyHomeworkList items={homework} />
      <div className="max-w-180">
        <h1 className="text-36 md:text-48">{m.practice_title()}</h1>
        <p className="measure mt-3 text-18 text-soft">{m.practice_intro()}</p>
        <form action="/practice/poses" role="search" className="mt-7 flex gap-2">
          <PoseSearch />
          <Button size="large">{m.practice_search_go()}</Button>
        </form>
      </div>
      <section aria-labelledby="areas" className="mt-12 md:mt-16">
        <SectionHead id="areas" title={m.practice_by_area()} href="/practice/poses">
          {m.practice_all_poses()}
        </SectionHead>
        <ul className="mt-5 grid grid-cols-2 gap-3 sm:grid-cols-3 md:grid-cols-4 lg:grid-cols-7">
          {areas.map((tile) => (
            <li
              key={tile.area}
              className="relative overflow-hidden rounded-card border border-line bg-surface transition-colors hover:border-accent"
            >
              <Figure address={tile.figure} className="h-24 p-2.5" />
              <p className="px-3.5 py-2.5 leading-tight">
                <a
                  href={posesUrl({ areas: [tile.area] })}
                  className="covers-card text-14 font-semibold"
                >
                  {titled(tile.area)}
                </a>
                <span className="numerals block text-12 text-soft">
                  {m.practice_pose_count({ count: tile.count })}
                </span>
              </p>
            </li>
          ))}
          <li className="relative grid content-center justify-items-center gap-2 rounded-card border border-line bg-surface p-3 text-accent transition-colors hover:border-accent">
            <svg
              viewBox="0 0 24 24"
              aria-hidden="true"
              fill="none"
              strokeLinecap="round"
              strokeLinejoin="round"
              className="size-6 stroke-current stroke-[1.6]"
            >
              <path d="M4 12h16M14 6l6 6-6 6" />
            </svg>
            <a href="/practice/poses" className="covers-card text-14 font-semibold">
              {m.practice_area_all()}
            </a>
          </li>
        </ul>
      </section>
      <section
        aria-labelledby="make"
        className="mt-12 grid items-center gap-5 rounded-card bg-accent-soft p-6 md:mt-16 md:grid-cols-[1fr_auto] md:p-9"
      >
        <div>
          <h2 id="make" className="text-28">
            {m.practice_make_title()}
          </h2>
          <p className="measure mt-2">{m.practice_make_text()}</p>
        </div>
        <ButtonLink href="/practice/make" size="large">
          {m.practice_make_start()}
        </ButtonLink>
      </section>
      <section aria-labelledby="sequences" className="mt-12 md:mt-16">
        <SectionHead id="sequences" title={m.practice_sequences()} href="/practice/sequences">
          {m.practice_all_sequences()}
        </SectionHead>
        <div className="mt-5">
          <SequenceGrid sequences={sequences} />
        </div>
      </section>
      {others.length > 0 ? (
        <section aria-labelledby="others" className="mt-12 md:mt-16">
          <h2 id="others" className="text-28">
            {m.practice_other_libraries()}
          </h2>
          <ul className="mt-5 grid gap-3 md:grid-cols-2 md:gap-5 lg:grid-cols-3">
            {others.map(({ library, count, figure }) => (
              <li
                key={library}
                className="relative overflow-hidden rounded-card border border-line bg-surface transition-colors hover:border-accent"
              >
                <Figure address={figure} className="h-32 p-4" />
                <h3 className="px-5 pt-4 text-22">
                  <a href={exercisesPath(library)} className="covers-card">
                    {libraryTexts(library).title()}
                  </a>
                </h3>
                <p className="numerals px-5 pb-4 text-14 text-soft">
                  {libraryTexts(library).count({ count })}
                </p>
              </li>
            ))}
          </ul>
        </section>
      ) : null}
    </div>
  );
}

function SectionHead({
  id,
  title,
  href,
  children,
}: {
  id: string;
  title: string;
  href: string;
  children: string;
}) {
  return (
    <div className="flex items-baseline justify-between gap-4">
      <h2 id={id} className="text-28">
        {title}
      </h2>
      <a
        href={href}
        className="target text-14 font-semibold whitespace-nowrap text-accent underline-offset-4 hover:underline"
      >
        {children}
      </a>
    </div>
  );
}
