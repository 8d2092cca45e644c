import type { ReactNode } from 'react';
import { classNames } from './class-names.ts';

export type AlertTone = 'info' | 'success' | 'warning' | 'danger';

const tones: Record<AlertTone, string> = {
  info: 'border-accent bg-accent-soft',
  success: 'border-success bg-success-soft',
  warning: 'border-marigold bg-marigold-soft',
  danger: 'border-danger bg-danger-soft',
};

/** A message in the page. `live` when it arrived after the page did. */
export function Alert({
  tone = 'info',
  title,
  live = false,
  children,
}: {
  tone?: AlertTone;
  title?: string;
  live?: boolean;
  children?: ReactNode;
}) {
  const role = live ? (tone === 'danger' ? 'alert' : 'status') : undefined;
  return (
    <div role={role} className={classNames('rounded-card border-l-4 p-4', tones[tone])}>
      {title ? <p className="font-semibold">{title}</p> : null}
      {children ? (
        <div className={classNames('text-14', title ? 'mt-1' : '')}>{children}</div>
      ) : null}
    </div>
  );
}
