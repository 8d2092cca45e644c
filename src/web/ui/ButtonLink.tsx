import type { ComponentProps } from 'react';
import { buttonClass, type ButtonLook } from './Button.tsx';
import { classNames } from './class-names.ts';

/** A link that looks like a button. */
export function ButtonLink({
  tone,
  size,
  wide,
  className,
  ...rest
}: ComponentProps<'a'> & ButtonLook) {
  return <a className={classNames(buttonClass({ tone, size, wide }), className)} {...rest} />;
}
