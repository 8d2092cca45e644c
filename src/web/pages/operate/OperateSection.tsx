import type { ReactNode } from 'react';

/** One page of these: what it is, a sentence, and the rest. */
export function OperateSection({
  title,
  intro,
  children,
}: {
  title: ReactNode;
  intro?: ReactNode;
  children: ReactNode;
}) {
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] content-start gap-6">
      <div className="grid gap-2">
        <h1 className="text-28 wrap-anywhere">{title}</h1>
        {intro ? <p className="measure text-soft">{intro}</p> : null}
      </div>
      {children}
    </div>
  );
}
