import { m } from '../../../messages/messages.js';
import { dataOrThrow } from '../../api/problem.ts';
import { requestOf } from '../../context.ts';
import type { WebRequest } from '../../server/request-context.ts';
import { Alert } from '../../ui/Alert.tsx';
import { ButtonLink } from '../../ui/ButtonLink.tsx';
import { withReturnTo } from '../return-to.ts';
import { FavouriteButton } from './keep/FavouriteButton.tsx';
import { isFavourite } from './keep/is-favourite.ts';
import { LevelMark } from './LevelMark.tsx';
import { OwnSequencePanel } from './mine/OwnSequencePanel.tsx';
import { playSequenceUrl } from './play-url.ts';
import { PlusInvitation } from './PlusInvitation.tsx';
import { minutesText } from './practice-texts.ts';
import { shareMeta } from './share-meta.ts';
import { Timeline } from './Timeline.tsx';
import type { Route } from './+types/sequence';

export const handle = {
  hydrate: false,
  cacheTopics: ['practice.library_changed', 'practice.sequences_changed'],
};

export async function loader({ request, params, context }: Route.LoaderArgs) {
  const web = requestOf(context);
  const path = { slug: params.slug };
  const sequence = dataOrThrow(
    await web.client.GET('/api/v1/sequences/{slug}', { params: { path } }),
  );
  const { slug, library, by } = sequence;
  return {
    sequence,
    own: by === 'me' ? await readOwn(web, slug) : undefined,
    isKept: await isFavourite(web, { kind: 'sequence', slug, library }),
    isSaved: new URL(request.url).searchParams.has('saved'),
    canonical: `${web.publicUrl}/practice/sequences/${slug}`,
  };
}

async function readOwn({ client }: WebRequest, slug: string) {
  const path = { slug };
  return dataOrThrow(await client.GET('/api/v1/me/sequences/{slug}', { params: { path } }));
}

export function meta({ loaderData }: Route.MetaArgs) {
  if (!loaderData) return [];
  const { sequence, canonical } = loaderData;
  return [
    { title: `${sequence.name}, ${minutesText(sequence.seconds)} · ${m.brand()}` },
    { name: 'description', content: sequence.summary },
    { tagName: 'link', rel: 'canonical', href: canonical },
    ...shareMeta({
      title: sequence.name,
      description: sequence.summary,
      canonical,
      picture: sequence.picture,
    }),
    // Whoever has the address may see it; nobody is to find it.
    ...(sequence.by === 'library' ? [] : [{ name: 'robots', content: 'noindex' }]),
  ];
}

export default function SequencePage({ loaderData }: Route.ComponentProps) {
  const { sequence, own, isKept, isSaved, canonical } = loaderData;
  const { name, summary, audience, benefits, level, seconds, changeSeconds, steps } = sequence;
  const page = `/practice/sequences/${sequence.slug}`;
  return (
    <article className="page-width pt-6 md:pt-10">
      <nav>
        <a
          href={sequence.by === 'me' ? '/practice/mine' : '/practice/sequences'}
          className="target text-14 text-soft underline-offset-4 hover:text-ink hover:underline"
        >
          {`← ${sequence.by === 'me' ? m.mine_title() : m.practice_all_sequences()}`}
        </a>
      </nav>
      <div className="mt-2 grid gap-10 lg:grid-cols-[22rem_1fr] lg:gap-16">
        <header className="lg:sticky lg:top-8 lg:self-start">
          {isSaved ? (
            <div className="mb-5">
              <Alert tone="success" live>
                {m.mine_saved()}
              </Alert>
            </div>
          ) : null}
          <h1 className="text-36 md:text-48">{name}</h1>
          {summary ? (
            <p className="measure mt-3 text-18 whitespace-pre-line text-soft">{summary}</p>
          ) : null}
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
          <div className="mt-5">
            {sequence.locked ? (
              <ButtonLink href={withReturnTo('/plus', page)} size="large">
                {m.plus_see()}
              </ButtonLink>
            ) : (
              <ButtonLink href={playSequenceUrl(sequence.slug)} size="large">
                {m.play_now()}
              </ButtonLink>
            )}
          </div>
          <div className="mt-3 flex flex-wrap gap-2">
            <FavouriteButton
              kind="sequence"
              slug={sequence.slug}
              library={sequence.library}
              isKept={isKept}
              returnTo={page}
            />
            {sequence.by === 'me' || sequence.locked ? null : (
              <ButtonLink href={`/practice/builder?from=${sequence.slug}`} tone="quiet">
                {m.mine_copy()}
              </ButtonLink>
            )}
          </div>
          {own ? <OwnSequencePanel own={own} address={canonical} /> : null}
          {sequence.by === 'another' ? (
            <p className="mt-5 text-14 text-soft">{m.mine_by_another()}</p>
          ) : null}
          <ForWhom audience={audience} benefits={benefits} />
        </header>
        <section aria-labelledby="timeline">
          <h2 id="timeline" className="text-28">
            {m.practice_timeline()}
          </h2>
          <p className="numerals mt-1 mb-6 text-14 text-soft">
            {`${m.practice_step_count({ count: sequence.stepCount })} · ${m.practice_change_seconds({ seconds: changeSeconds })}`}
          </p>
          <Timeline
            library={sequence.library}
            steps={steps}
            changeSeconds={changeSeconds}
            isLocked={sequence.locked}
          />
          {sequence.locked ? (
            <PlusInvitation rest={sequence.stepCount - steps.length} page={page} />
          ) : null}
        </section>
      </div>
    </article>
  );
}

/** What the library says of its own; somebody's own sequence says nothing. */
function ForWhom({ audience, benefits }: { audience: string; benefits: string[] }) {
  return (
    <>
      {audience ? (
        <>
          <h2 className="mt-6 font-sans text-14 font-semibold tracking-normal">
            {m.practice_for_whom()}
          </h2>
          <p className="measure mt-1 text-soft">{audience}</p>
        </>
      ) : null}
      {benefits.length > 0 ? (
        <>
          <h2 className="mt-5 font-sans text-14 font-semibold tracking-normal">
            {m.practice_benefits()}
          </h2>
          <ul className="mt-1 grid list-disc gap-1 pl-5 text-soft marker:text-marigold">
            {benefits.map((benefit) => (
              <li key={benefit}>{benefit}</li>
            ))}
          </ul>
        </>
      ) : null}
    </>
  );
}
