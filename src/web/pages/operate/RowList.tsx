import type { ReactNode } from 'react';
import { Badge } from '../../ui/Badge.tsx';
import type { State } from './codes.ts';

/** Rows on a surface, a hairline between them. */
export function RowList({ children }: { children: ReactNode }) {
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
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1">
        <p className="min-w-0 font-semibold wrap-anywhere">
          {href ? (
            <a href={href} className="target text-accent underline-offset-4 hover:underline">
              {title}
            </a>
          ) : (
            title
          )}
        </p>
        <p className="flex items-center gap-3">
          {amount ? <span className="numerals font-display text-18">{amount}</span> : null}
          {state ? <Badge tone={state.tone}>{state.text}</Badge> : null}
        </p>
      </div>
      <p className="text-14 wrap-anywhere text-soft">{facts.filter(Boolean).join(' · ')}</p>
      {children}
    </li>
  );
}
