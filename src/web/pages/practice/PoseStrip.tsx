import type { Exercise } from '../../api/types.ts';
import { Figure } from './Figure.tsx';
import { exercisesPath } from './pose-params.ts';
import { originalLanguage } from './practice-texts.ts';

/** A few poses that go with this one. */
export function PoseStrip({
  id,
  library,
  title,
  poses,
}: {
  id: string;
  library: string;
  title: string;
  poses: Exercise['related'];
}) {
  if (poses.length === 0) return null;
  return (
    <section aria-labelledby={id} className="mt-12">
      <h2 id={id} className="text-22">
        {title}
      </h2>
      <ul className="mt-4 grid grid-cols-2 gap-3 md:grid-cols-4 lg:grid-cols-5">
        {poses.map(({ slug, name, original, figure }) => (
          <li
            key={slug}
            className="relative overflow-hidden rounded-card border border-line bg-surface transition-colors hover:border-accent"
          >
            <Figure address={figure} className="h-28 p-3" />
            <div className="px-3.5 py-3">
              <a href={exercisesPath(library, slug)} className="covers-card text-14 font-semibold">
                {name}
              </a>
              {original ? (
                <p lang={originalLanguage[library]} className="text-14 text-soft">
                  {original}
                </p>
              ) : null}
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}
