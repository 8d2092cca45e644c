import type { ReactNode } from 'react';
import { classNames } from './class-names.ts';

const tones = {
  plain: 'border-line bg-surface text-ink',
  accent: 'border-accent-soft bg-accent-soft text-accent',
  success: 'border-success-soft bg-success-soft text-success',
  warning: 'border-marigold-soft bg-marigold-soft text-marigold-ink',
  danger: 'border-danger-soft bg-danger-soft text-danger',
};

/** A small fact about something: a state, a quality. Not a control. */
export function Badge({
  tone = 'plain',
  children,
}: {
  tone?: keyof typeof tones;
  children: ReactNode;
}) {
  return (
    <span
      className={classNames(
        'inline-flex min-h-8 items-center gap-1.5 rounded-full border px-3 text-14',
        tones[tone],
      )}
    >
      {children}
    </span>
  );
}
