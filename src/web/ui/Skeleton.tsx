import { classNames } from './class-names.ts';

/** A quiet block in the shape of what is coming; give it a size with classes. */
export function Skeleton({ className }: { className: string }) {
  return <div aria-hidden="true" className={classNames('skeleton', className)} />;
}
