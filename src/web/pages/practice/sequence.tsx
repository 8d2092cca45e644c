import { m } from '../../../messages/messages.js';
import { dataOrThrow } from '../../api/problem.ts';
import { requestOf } from '../../context.ts';
import { LevelMark } from './LevelMark.tsx';
import { minutesText } from './practice-texts.ts';
import { Timeline } from './Timeline.tsx';
import type { Route } from './+types/sequence';

export const handle = { hydrate: false, cacheTopics: ['practice.library_changed'] };

export async function loader({ params, context }: Route.LoaderArgs) {
  const web = requestOf(context);
  const path = { slug: params.slug };
  const sequence = dataOrThrow(
    await web.client.GET('/api/v1/sequences/{slug}', { params: { path } }),
  );
  return { sequence, canonical: `${web.publicUrl}/practice/sequences/${sequence.slug}` };
}

export function meta({ loaderData }: Route.MetaArgs) {
  if (!loaderData) return [];
  const { sequence, canonical } = loaderData;
  return [
    { title: `${sequence.name}, ${minutesText(sequence.seconds)} · ${m.brand()}` },
    { name: 'description', content: sequence.summary },
    { tagName: 'link', rel: 'canonical', href: canonical },
  ];
}

export default function SequencePage({ loaderData: { sequence } }: Route.ComponentProps) {
  const { name, summary, audience, benefits, level, seconds, changeSeconds, steps } = sequence;
  return (
    <article className="page-width pt-6 md:pt-10">
      <nav>
        <a
          href="/practice/sequences"
          className="target text-14 text-soft underline-offset-4 hover:text-ink hover:underline"
        >
          {`← ${m.practice_all_sequences()}`}
        </a>
      </nav>
      <div className="mt-2 grid gap-10 lg:grid-cols-[22rem_1fr] lg:gap-16">
        <header className="lg:sticky lg:top-8 lg:self-start">
          <h1 className="text-36 md:text-48">{name}</h1>
          <p className="measure mt-3 text-18 text-soft">{summary}</p>
          <dl className="mt-6 grid grid-cols-3 gap-4 border-y border-line py-4">
            <div>
              <dt className="text-12 text-soft">{m.practice_length()}</dt>
              <dd className="numerals font-display text-22">{minutesText(seconds)}</dd>
            </div>
            <div className="col-span-2">
              <dt className="text-12 text-soft">{m.practice_level()}</dt>
              <dd className="mt-0.5 font-semibold">
                <LevelMark level={level} />
              </dd>
            </div>
          </dl>
          <h2 className="mt-6 font-sans text-14 font-semibold tracking-normal">
            {m.practice_for_whom()}
          </h2>
          <p className="measure mt-1 text-soft">{audience}</p>
          <h2 className="mt-5 font-sans text-14 font-semibold tracking-normal">
            {m.practice_benefits()}
          </h2>
          <ul className="mt-1 grid list-disc gap-1 pl-5 text-soft marker:text-marigold">
            {benefits.map((benefit) => (
              <li key={benefit}>{benefit}</li>
            ))}
          </ul>
        </header>
        <section aria-labelledby="timeline">
          <h2 id="timeline" className="text-28">
            {m.practice_timeline()}
          </h2>
          <p className="numerals mt-1 mb-6 text-14 text-soft">
            {`${m.practice_step_count({ count: steps.length })} · ${m.practice_change_seconds({ seconds: changeSeconds })}`}
          </p>
          <Timeline library={sequence.library} steps={steps} changeSeconds={changeSeconds} />
        </section>
      </div>
    </article>
  );
}
