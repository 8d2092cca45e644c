import type { ReactNode } from 'react';

/** A booking's page: what it is about, and beside it (on a phone below) what it costs and what can be done. */
export function BookingColumns({
  title,
  children,
  aside,
}: {
  title: ReactNode;
  children: ReactNode;
  aside: ReactNode;
}) {
  return (
    <div className="page-width grid gap-6 pt-6 md:pt-10">
      {title}
      <div className="grid items-start gap-6 md:grid-cols-[minmax(0,3fr)_minmax(0,2fr)] md:gap-8 lg:grid-cols-[minmax(0,1fr)_minmax(0,24rem)] lg:gap-12">
        <div className="grid gap-6">{children}</div>
        <div className="grid gap-6 md:sticky md:top-6">{aside}</div>
      </div>
    </div>
  );
}
