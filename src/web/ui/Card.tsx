import type { ComponentProps } from 'react';
import { classNames } from './class-names.ts';

/** A surface with a hairline; `raised` for the one thing on a page that asks to be acted on. */
export function Card({
  raised = false,
  className,
  ...rest
}: ComponentProps<'div'> & { raised?: boolean }) {
  return (
    <div
      className={classNames(
        'rounded-card border border-line bg-surface p-5',
        raised && 'shadow-soft',
        className,
      )}
      {...rest}
    />
  );
}
