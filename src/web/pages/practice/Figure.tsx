import { classNames } from '../../ui/class-names.ts';

interface FigureProps {
  /** Of the light drawing; null where an exercise has none. */
  address: string | null;
  /** Empty where the name stands beside it. */
  alt?: string;
  /** In sight at once, so worth loading first. */
  eager?: boolean;
  /** Figures show the right side first. */
  isMirrored?: boolean;
  /** The size of the place that is kept for it, and the room around the figure. */
  className: string;
}

/** A drawn figure in a place of fixed size, so that nothing moves when it arrives. */
export function Figure({
  address,
  alt = '',
  eager = false,
  isMirrored = false,
  className,
}: FigureProps) {
  return (
    <div className={classNames('relative bg-paper', className)}>
      {address ? (
        <picture className="contents p-[inherit]">
          <source
            media="(prefers-color-scheme: dark)"
            srcSet={address.replace(/\.svg$/, '~dark.svg')}
          />
          <img
            src={address}
            alt={alt}
            width={400}
            height={300}
            loading={eager ? 'eager' : 'lazy'}
            decoding="async"
            className={classNames(
              'absolute inset-0 size-full object-contain p-[inherit]',
              isMirrored && '-scale-x-100',
            )}
          />
        </picture>
      ) : null}
    </div>
  );
}
