import type { ReactNode } from 'react';

/** A drawing, one sentence, one action. */
export function EmptyState({
  drawing,
  title,
  children,
}: {
  drawing: ReactNode;
  title: string;
  children?: ReactNode;
}) {
  return (
    <div className="grid justify-items-center gap-4 px-4 py-10 text-center">
      <div className="w-40 text-accent">{drawing}</div>
      <h2 className="text-22">{title}</h2>
      {children}
    </div>
  );
}
