import { m } from '../../../messages/messages.js';
import { dataOrThrow } from '../../api/problem.ts';
import { requestOf } from '../../context.ts';
import { Alert } from '../../ui/Alert.tsx';
import { minutesText, titled } from '../practice/practice-texts.ts';
import { LevelMark } from '../practice/LevelMark.tsx';
import { Timeline } from '../practice/Timeline.tsx';
import { requireVisitor } from '../require-visitor.ts';
import type { Exercise, ItemInWork, PreviewedSequence } from '../../api/types.ts';
import { InlineFigure } from './InlineFigure.tsx';
import { ItemHead } from './ItemHead.tsx';
import type { Route } from './+types/preview';

export const handle = { hydrate: false };

export async function loader({ request, context, params }: Route.LoaderArgs) {
  const web = requestOf(context);
  requireVisitor(web, request);
  const path = { id: params.id };
  const [item, preview] = await Promise.all([
    web.client.GET('/api/v1/authoring/items/{id}', { params: { path } }).then(dataOrThrow),
    web.client.GET('/api/v1/authoring/items/{id}/preview', { params: { path } }).then(dataOrThrow),
  ]);
  return { item, ...preview };
}

export const meta = ({ loaderData }: Route.MetaArgs) => [
  { title: `${m.library_part_preview()}: ${loaderData?.item.name ?? ''} · ${m.brand()}` },
  { name: 'robots', content: 'noindex' },
];

export default function Preview({
  loaderData: { item, exercise, sequence },
}: Route.ComponentProps) {
  return (
    <div className="page-width grid gap-6 pt-6 md:pt-10">
      <ItemHead item={item} current="preview" />
      <Alert>{item.hasDraft ? m.library_preview_draft() : m.library_preview_published()}</Alert>
      {exercise ? <ExercisePreview item={item} exercise={exercise} /> : null}
      {sequence ? <SequencePreview sequence={sequence} /> : null}
    </div>
  );
}

function ExercisePreview({ item, exercise }: { item: ItemInWork; exercise: Exercise }) {
  return (
    <article className="grid gap-8 lg:grid-cols-2 lg:gap-14">
      <div className="grid content-start gap-4">
        <InlineFigure
          illustration={item.exercise?.illustration ?? null}
          title={m.practice_figure({ name: exercise.name })}
          className="rounded-card border border-line p-6"
        />
        {exercise.photo ? (
          <img
            src={`/media/${exercise.photo.digest}/600.webp`}
            alt={m.library_photo_of({ name: exercise.name })}
            width={exercise.photo.width}
            height={exercise.photo.height}
            className="h-auto w-full rounded-card border border-line"
          />
        ) : null}
      </div>
      <div className="grid content-start gap-6">
        <div>
          <h2 className="text-36">{exercise.name}</h2>
          {exercise.original ? <p className="text-22 text-soft">{exercise.original}</p> : null}
          <p className="mt-3 flex flex-wrap gap-x-4 text-14 text-soft">
            <LevelMark level={exercise.level} />
            <span className="numerals">{m.practice_seconds({ seconds: exercise.seconds })}</span>
            <span>{exercise.areas.map(titled).join(' · ')}</span>
          </p>
        </div>
        <ol className="grid list-decimal gap-3 pl-6 marker:text-accent">
          {exercise.steps.map((step) => (
            <li key={step} className="measure">
              {step}
            </li>
          ))}
        </ol>
        <p className="rounded-card bg-marigold-soft p-5 font-display text-18 text-marigold-ink">
          {exercise.breath}
        </p>
        <ul className="grid list-disc gap-1.5 pl-5 marker:text-marigold">
          {exercise.benefits.map((benefit) => (
            <li key={benefit}>{benefit}</li>
          ))}
        </ul>
        <p className="measure text-soft">{exercise.safety}</p>
      </div>
    </article>
  );
}

function SequencePreview({ sequence }: { sequence: PreviewedSequence }) {
  return (
    <article className="grid gap-10 lg:grid-cols-[22rem_1fr] lg:gap-16">
      <header>
        <h2 className="text-36">{sequence.name}</h2>
        <p className="measure mt-2 text-18 text-soft">{sequence.summary}</p>
        <p className="mt-4 flex flex-wrap gap-x-4 font-semibold">
          <span className="numerals">{minutesText(sequence.seconds)}</span>
          <LevelMark level={sequence.level} />
        </p>
        <p className="mt-4 text-soft">{sequence.audience}</p>
      </header>
      <Timeline
        library={sequence.library}
        steps={sequence.steps}
        changeSeconds={sequence.changeSeconds}
      />
    </article>
  );
}
