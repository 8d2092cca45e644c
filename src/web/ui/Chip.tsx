import type { ReactNode } from 'react';
import { classNames } from './class-names.ts';

/** A choice that is a link: chosen or not. */
export function Chip({ href, chosen = false, children }: { href: string; chosen?: boolean; children: ReactNode }) {
  return (
    <a
      href={href}
      aria-current={chosen ? 'true' : undefined}
      className={classNames(
        'inline-flex min-h-9 items-center gap-2 rounded-full border px-3.5 text-14 whitespace-nowrap transition-colors',
        chosen ? 'border-accent-soft bg-accent-soft text-accent' : 'border-line bg-surface text-ink hover:border-edge',
      )}
    >
      {children}
    </a>
  );
}
