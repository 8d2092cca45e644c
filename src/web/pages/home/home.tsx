import { m } from '../../../messages/messages.js';
import { requestOf } from '../../context.ts';
import { marketOf } from '../../market.ts';
import { listSubjects } from '../../subjects.ts';
import { useShell } from '../../shell/use-shell.ts';
import { dataOrThrow } from '../../api/problem.ts';
import { WishBox } from '../../ui/WishBox.tsx';
import { examplesFor } from './examples.ts';
import { HowItWorks } from './HowItWorks.tsx';
import { NearYou } from './NearYou.tsx';
import { SubjectTiles } from './SubjectTiles.tsx';
import type { Route } from './+types/home';

export const handle = { hydrate: false, cacheTopics: ['search', 'catalog.subjects_changed'] };

const nearYouCount = 8;

export async function loader({ context }: Route.LoaderArgs) {
  const web = requestOf(context);
  const market = await marketOf(web);
  const [subjects, found] = await Promise.all([
    listSubjects(web),
    web.client
      .GET('/api/v1/search', { params: { query: { market: market.code, limit: nearYouCount } } })
      .then(dataOrThrow),
  ]);
  return {
    subjects,
    instructors: found.items,
    total: found.total,
    now: web.now,
    canonical: `${web.publicUrl}/`,
  };
}

export function meta({ loaderData }: Route.MetaArgs) {
  return [
    { title: m.home_meta_title() },
    { name: 'description', content: m.home_meta_description() },
    ...(loaderData ? [{ tagName: 'link', rel: 'canonical', href: loaderData.canonical }] : []),
    { property: 'og:title', content: m.home_meta_title() },
    { property: 'og:description', content: m.home_meta_description() },
    { property: 'og:type', content: 'website' },
  ];
}

export default function Home({ loaderData }: Route.ComponentProps) {
  const { market, timeZone } = useShell();
  return (
    <>
      <section className="page-width grid justify-items-center pt-12 text-center md:pt-20">
        <h1 className="text-36 md:text-48 xl:text-72">
          <span className="block">{m.home_title_say()}</span>
          <span className="block text-accent">{m.home_title_meet()}</span>
        </h1>
        <p className="mt-5 max-w-[44ch] text-18 text-soft">{m.home_intro()}</p>
        <div className="mt-9 w-full max-w-233">
          <WishBox action={m.home_find()} placeholder={m.home_placeholder()} />
        </div>
        <ul aria-label={m.home_examples()} className="mt-4 flex flex-wrap justify-center gap-2">
          {examplesFor(market.code).map((wish) => (
            <li key={wish}>
              <a
                href={`/search?q=${encodeURIComponent(wish)}`}
                className="inline-flex min-h-9 items-center rounded-full bg-accent-soft px-3.5 text-14 text-accent hover:underline hover:underline-offset-4"
              >
                {wish}
              </a>
            </li>
          ))}
        </ul>
      </section>
      <SubjectTiles subjects={loaderData.subjects} marketCode={market.code} />
      <NearYou
        instructors={loaderData.instructors}
        total={loaderData.total}
        market={market}
        timeZone={timeZone}
        now={loaderData.now}
      />
      <HowItWorks />
    </>
  );
}
