import { m } from '../../../messages/messages.js';
import { SubjectIcon } from '../../ui/subjects/SubjectIcon.tsx';

export interface Subject {
  slug: string;
  name: string;
  icon: string;
}

const shownFirst = 16;

export function SubjectTiles({
  subjects,
  marketCode,
}: {
  subjects: Subject[];
  marketCode: string;
}) {
  const rest = subjects.slice(shownFirst);
  return (
    <section aria-labelledby="subjects" className="page-width pt-14 md:pt-20">
      <h2 id="subjects" className="sr-only">
        {m.home_subjects()}
      </h2>
      <Tiles subjects={subjects.slice(0, shownFirst)} marketCode={marketCode} />
      {rest.length > 0 ? (
        <details className="group mt-3">
          <summary className="target cursor-pointer list-none gap-1.5 text-14 font-semibold text-accent underline-offset-4 hover:underline">
            {m.home_more_subjects({ count: rest.length })}
            <svg
              viewBox="0 0 12 12"
              aria-hidden="true"
              fill="none"
              className="size-3 stroke-current stroke-[1.6] transition-transform group-open:rotate-180"
            >
              <path d="M2 4l4 4 4-4" />
            </svg>
          </summary>
          <div className="mt-2">
            <Tiles subjects={rest} marketCode={marketCode} />
          </div>
        </details>
      ) : null}
    </section>
  );
}

function Tiles({ subjects, marketCode }: { subjects: Subject[]; marketCode: string }) {
  return (
    <ul className="grid grid-cols-4 gap-2 md:gap-3 lg:grid-cols-8">
      {subjects.map(({ slug, name, icon }) => (
        <li key={slug}>
          <a
            href={`/search?market=${marketCode}&subject=${slug}`}
            className="grid h-24 content-center justify-items-center gap-2.5 rounded-card border border-line bg-surface px-1 text-12 font-semibold sm:text-14 transition-colors hover:border-accent"
          >
            <span className="text-accent">
              <SubjectIcon icon={icon} />
            </span>
            <span className="w-full truncate text-center">{name}</span>
          </a>
        </li>
      ))}
    </ul>
  );
}
