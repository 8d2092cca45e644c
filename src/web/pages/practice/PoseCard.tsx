import { m } from '../../../messages/messages.js';
import type { ExerciseCard } from '../../api/types.ts';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { Figure } from './Figure.tsx';
import { libraryTexts } from './library-texts.ts';
import { LevelMark } from './LevelMark.tsx';
import { exercisesPath } from './pose-params.ts';
import { originalLanguage, titled } from './practice-texts.ts';

const shape =
  'grid grid-cols-[7.5rem_1fr] rounded-card border border-line bg-surface sm:grid-cols-[9rem_1fr] md:grid-cols-1 md:grid-rows-[auto_1fr]';
const place =
  'h-full min-h-28 rounded-l-card p-2 md:h-52 md:rounded-t-card md:rounded-bl-none md:p-4';

/** A figure is no wider than the height of its place lets it be. */
const shownAt = '(min-width: 48rem) 15rem, 9rem';

/**
 * One pose of the grid: beside its figure on phones, below it where there is room. Nothing in it is
 * clipped: a thousand clips would be carried along with every frame of a scroll.
 */
export function PoseCard({
  library,
  pose,
  eager,
}: {
  library: string;
  pose: ExerciseCard;
  eager: boolean;
}) {
  const texts = libraryTexts(library);
  return (
    <article className={`${shape} group h-full transition-colors hover:border-accent`}>
      <Figure address={pose.figure} eager={eager} pictureAt={shownAt} className={place} />
      <div className="grid content-start gap-0.5 px-4 py-3 md:py-4">
        <h2 className="text-18 md:text-22">
          <a href={exercisesPath(library, pose.slug)} className="covers-card">
            {pose.name}
          </a>
        </h2>
        {pose.original ? (
          <p lang={originalLanguage[library]} className="text-14 text-soft">
            {pose.original}
          </p>
        ) : null}
        <p className="mt-1.5 flex flex-wrap gap-x-3 text-14 text-soft">
          <LevelMark level={pose.level} />
          <span className="numerals">
            {pose.twoSided
              ? texts.secondsEach({ seconds: pose.seconds })
              : m.practice_seconds({ seconds: pose.seconds })}
          </span>
        </p>
        <p className="text-14 text-soft">{pose.areas.map(titled).join(' · ')}</p>
      </div>
    </article>
  );
}

/** A card to come; shown while more poses are on their way. */
export function PoseSkeleton() {
  return (
    <template data-skeleton>
      <li className={`${shape} overflow-hidden`}>
        <Skeleton className="h-full min-h-28 rounded-none md:h-52" />
        <div className="grid content-start gap-2.5 px-4 py-4">
          <Skeleton className="h-6 w-3/5" />
          <Skeleton className="h-4 w-2/5" />
          <Skeleton className="h-4 w-4/5" />
        </div>
      </li>
    </template>
  );
}
