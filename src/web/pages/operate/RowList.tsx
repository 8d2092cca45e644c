import type { ReactNode } from 'react';
import { Badge } from '../../ui/Badge.tsx';
import type { State } from './codes.ts';

/** Rows on a surface, a hairline between them; where there are none, that in a sentence. */
export function RowList({ none, children }: { none?: string; children: readonly ReactNode[] }) {
  if (children.length === 0)
    return <p className="rounded-card border border-line p-5 text-soft">{none}</p>;
  return (
    <ul className="divide-y divide-line rounded-card border border-line bg-surface">{children}</ul>
  );
}

interface RowProps {
  title: ReactNode;
  href?: string | undefined;
  state?: State | undefined;
  amount?: string | undefined;
  facts: readonly (string | null | undefined | false)[];
  children?: ReactNode;
}

/** One thing of a list: its name, where it stands, how much, and the small print. */
export function Row({ title, href, state, amount, facts, children }: RowProps) {
  return (
    <li className="grid grid-cols-[minmax(0,1fr)] gap-2 p-4 md:px-5">
      <div className="flex items-center justify-between gap-4">
        <p className="min-w-0 font-semibold wrap-anywhere">
          {href ? (
            <a href={href} className="target text-accent underline-offset-4 hover:underline">
              {title}
            </a>
          ) : (
            title
          )}
        </p>
        {amount ? (
          <p className="numerals shrink-0 font-display text-18 whitespace-nowrap">{amount}</p>
        ) : null}
      </div>
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
        <p className="text-14 wrap-anywhere text-soft">{facts.filter(Boolean).join(' · ')}</p>
        {state ? <Badge tone={state.tone}>{state.text}</Badge> : null}
      </div>
      {children}
    </li>
  );
}
