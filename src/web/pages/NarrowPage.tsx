import type { ReactNode } from 'react';

/** The frame of a page that is one form: a narrow column with a title. */
export function NarrowPage({
  title,
  intro,
  unwatched = false,
  children,
}: {
  title: string;
  intro?: ReactNode;
  /** What the page says stays there, even when the session ends over it (see enhance/). */
  unwatched?: boolean;
  children: ReactNode;
}) {
  return (
    <div
      data-unwatched={unwatched ? '' : undefined}
      className="page-width flex justify-center pt-8 md:pt-14"
    >
      <section aria-labelledby="title" className="grid w-full max-w-105 content-start gap-6">
        <div className="grid gap-2">
          <h1 id="title" className="text-36">
            {title}
          </h1>
          {intro ? <div className="text-soft">{intro}</div> : null}
        </div>
        {children}
      </section>
    </div>
  );
}
