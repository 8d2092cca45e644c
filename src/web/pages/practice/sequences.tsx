import { m } from '../../../messages/messages.js';
import { dataOrThrow } from '../../api/problem.ts';
import { requestOf } from '../../context.ts';
import { buttonClass } from '../../ui/Button.tsx';
import { SequenceGrid } from './SequenceGrid.tsx';
import type { Route } from './+types/sequences';

export const handle = { hydrate: false, cacheTopics: ['practice.library_changed'] };

const perPage = 48;

export async function loader({ request, context }: Route.LoaderArgs) {
  const web = requestOf(context);
  const cursor = new URL(request.url).searchParams.get('cursor') ?? undefined;
  const query = { library: 'yoga', limit: perPage, cursor };
  const found = dataOrThrow(await web.client.GET('/api/v1/sequences', { params: { query } }));
  return { found, canonical: `${web.publicUrl}/practice/sequences` };
}

export const meta = ({ loaderData }: Route.MetaArgs) => [
  { title: `${m.practice_sequences()} · ${m.brand()}` },
  { name: 'description', content: m.practice_sequences_description() },
  ...(loaderData ? [{ tagName: 'link', rel: 'canonical', href: loaderData.canonical }] : []),
];

export default function Sequences({ loaderData: { found } }: Route.ComponentProps) {
  return (
    <div className="page-width pt-8 md:pt-12">
      <h1 className="text-36 md:text-48">{m.practice_sequences()}</h1>
      <p className="measure mt-3 text-18 text-soft">{m.practice_sequences_intro()}</p>
      <section aria-labelledby="all" className="mt-8">
        <h2 id="all" className="sr-only">
          {m.practice_all_sequences()}
        </h2>
        <SequenceGrid sequences={found.items} />
        {found.nextCursor === null ? null : (
          <p className="mt-8 text-center">
            <a
              href={`/practice/sequences?cursor=${encodeURIComponent(found.nextCursor)}`}
              className={buttonClass({ tone: 'quiet' })}
            >
              {m.practice_all_sequences()}
            </a>
          </p>
        )}
      </section>
    </div>
  );
}
