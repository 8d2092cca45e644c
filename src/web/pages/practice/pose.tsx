import { redirect } from 'react-router';
import { m } from '../../../messages/messages.js';
import { dataOrThrow } from '../../api/problem.ts';
import type { Exercise } from '../../api/types.ts';
import { requestOf } from '../../context.ts';
import { ButtonLink } from '../../ui/ButtonLink.tsx';
import { Cautions } from './Cautions.tsx';
import { Figure } from './Figure.tsx';
import { FavouriteButton } from './keep/FavouriteButton.tsx';
import { isFavourite } from './keep/is-favourite.ts';
import { readNote, saveNote } from './keep/note.ts';
import { NoteForm } from './keep/NoteForm.tsx';
import { libraryTexts } from './library-texts.ts';
import { LevelMark } from './LevelMark.tsx';
import { Photo } from './Photo.tsx';
import { playExerciseUrl } from './play-url.ts';
import { PlusInvitation } from './PlusInvitation.tsx';
import { exercisesPath, libraryOf, posesUrl } from './pose-params.ts';
import { PoseStrip } from './PoseStrip.tsx';
import { originalLanguage, titled } from './practice-texts.ts';
import { preloadDiacritics } from './preload-diacritics.ts';
import { shareMeta } from './share-meta.ts';
import type { Route } from './+types/pose';

export const handle = { hydrate: false, cacheTopics: ['practice.library_changed'] };

export const links = preloadDiacritics;

export async function loader({ request, params, context }: Route.LoaderArgs) {
  const web = requestOf(context);
  const library = libraryOf(params);
  const { slug } = params;
  if ('library' in params && library === 'yoga') throw redirect(exercisesPath(library, slug), 301);
  const path = { library, slug };
  const pose = dataOrThrow(
    await web.client.GET('/api/v1/exercises/{library}/{slug}', { params: { path } }),
  );
  return {
    pose,
    note: await readNote(web, pose),
    isNoted: new URL(request.url).searchParams.has('noted'),
    isSignedIn: web.visitor !== undefined,
    isKept: await isFavourite(web, { kind: 'exercise', slug: pose.slug, library: pose.library }),
    canonical: web.publicUrl + exercisesPath(library, slug),
  };
}

export const action = saveNote;

export function meta({ loaderData }: Route.MetaArgs) {
  if (!loaderData) return [];
  const { pose, canonical } = loaderData;
  const { name, original, seconds, library, picture } = pose;
  const title = original ? m.practice_pose_title({ name, original }) : name;
  const description = libraryTexts(library).exerciseDescription({ name, seconds });
  return [
    { title: `${title} · ${m.brand()}` },
    { name: 'description', content: description },
    { tagName: 'link', rel: 'canonical', href: canonical },
    ...shareMeta({ title, description, canonical, picture }),
  ];
}

export default function Pose({ loaderData, actionData }: Route.ComponentProps) {
  const { pose, note, isNoted, isSignedIn, isKept } = loaderData;
  const problem = actionData?.problem;
  const texts = libraryTexts(pose.library);
  return (
    <article className="page-width pt-6 md:pt-10">
      <nav>
        <a
          href={exercisesPath(pose.library)}
          className="target text-14 text-soft underline-offset-4 hover:text-ink hover:underline"
        >
          {`← ${texts.all()}`}
        </a>
      </nav>
      <div className="mt-2 grid gap-8 lg:grid-cols-2 lg:gap-14">
        <div className="lg:sticky lg:top-8 lg:self-start">
          <Figure
            address={pose.figure}
            alt={texts.picture({ name: pose.name })}
            eager
            className="h-72 rounded-card border border-line p-5 md:h-104 md:p-8"
          />
        </div>
        <div>
          <PoseHead pose={pose} isKept={isKept} />
          <section aria-labelledby="steps" className="mt-8">
            <h2 id="steps" className="text-22">
              {m.practice_steps()}
            </h2>
            <ol className="mt-4 grid gap-4">
              {pose.steps.map((step, at) => (
                <li key={step} className="grid grid-cols-[1.75rem_1fr] gap-2">
                  <span aria-hidden="true" className="numerals font-display text-18 text-accent">
                    {at + 1}
                  </span>
                  <p className="measure">{step}</p>
                </li>
              ))}
            </ol>
            {pose.locked ? (
              <PlusInvitation
                rest={pose.stepCount - pose.steps.length}
                page={exercisesPath(pose.library, pose.slug)}
              />
            ) : null}
          </section>
          <Photo photo={pose.photo} name={pose.name} className="mt-8" />
          <section
            aria-labelledby="breath"
            className="mt-8 rounded-card bg-marigold-soft p-5 text-marigold-ink"
          >
            <h2 id="breath" className="font-sans text-14 font-semibold tracking-normal">
              {texts.breath()}
            </h2>
            <p className="mt-1 font-display text-18">{pose.breath}</p>
          </section>
          <section aria-labelledby="benefits" className="mt-8">
            <h2 id="benefits" className="text-22">
              {m.practice_benefits()}
            </h2>
            <ul className="mt-3 grid list-disc gap-1.5 pl-5 marker:text-marigold">
              {pose.benefits.map((benefit) => (
                <li key={benefit}>{benefit}</li>
              ))}
            </ul>
          </section>
          <Cautions pose={pose} />
          {isSignedIn || actionData ? (
            <NoteForm
              text={actionData?.typed ?? note}
              isSaved={isNoted}
              error={problem && (problem.fields['text'] ?? problem.message)}
            />
          ) : null}
        </div>
      </div>
      <PoseStrip
        id="prepare"
        library={pose.library}
        title={m.practice_prepare()}
        poses={pose.preparatory}
      />
      <PoseStrip
        id="counter"
        library={pose.library}
        title={m.practice_counter()}
        poses={pose.counter}
      />
      <PoseStrip id="related" library={pose.library} title={texts.related()} poses={pose.related} />
    </article>
  );
}

function PoseHead({ pose, isKept }: { pose: Exercise; isKept: boolean }) {
  const { name, original, aliases, level, seconds, twoSided, areas } = pose;
  const texts = libraryTexts(pose.library);
  const hold = twoSided ? texts.holdSides : m.practice_hold_for;
  return (
    <header>
      <h1 className="text-36 md:text-48">{name}</h1>
      {original ? (
        <p lang={originalLanguage[pose.library]} className="mt-1 text-22 text-soft">
          {original}
        </p>
      ) : null}
      {aliases.length > 0 ? (
        <p className="mt-2 text-14 text-soft">{m.practice_also({ names: aliases.join(', ') })}</p>
      ) : null}
      <dl className="mt-6 flex flex-wrap gap-x-10 gap-y-4 border-y border-line py-4">
        <div>
          <dt className="text-12 text-soft">{m.practice_level()}</dt>
          <dd className="font-semibold">
            <LevelMark level={level} />
          </dd>
        </div>
        <div>
          <dt className="text-12 text-soft">{texts.hold()}</dt>
          <dd className="numerals font-semibold">{hold({ seconds })}</dd>
        </div>
        <div>
          <dt className="text-12 text-soft">{m.practice_area()}</dt>
          <dd className="flex flex-wrap gap-x-3">
            {areas.map((area) => (
              <a
                key={area}
                href={posesUrl({ library: pose.library, areas: [area] })}
                className="font-semibold text-accent underline-offset-4 hover:underline"
              >
                {titled(area)}
              </a>
            ))}
          </dd>
        </div>
      </dl>
      <div className="mt-5 flex flex-wrap gap-2">
        <ButtonLink href={playExerciseUrl(pose.library, pose.slug)} tone="quiet">
          {m.play_now()}
        </ButtonLink>
        <FavouriteButton
          kind="exercise"
          slug={pose.slug}
          library={pose.library}
          isKept={isKept}
          returnTo={exercisesPath(pose.library, pose.slug)}
        />
      </div>
    </header>
  );
}
