import { classNames } from './class-names.ts';

export function Star({ filled }: { filled: boolean }) {
  return (
    <svg
      viewBox="0 0 16 16"
      aria-hidden="true"
      className={classNames('inline size-4 align-[-2px]', filled ? 'fill-marigold' : 'fill-line')}
    >
      <path d="M8 1.2l2 4.4 4.8.6-3.6 3.2 1 4.8L8 11.8l-4.2 2.4 1-4.8L1.2 6.2 6 5.6z" />
    </svg>
  );
}
