import { classNames } from '../../ui/class-names.ts';

interface FigureProps {
  /** Of the light drawing; null where an exercise has none. */
  address: string | null;
  /** Empty where the name stands beside it. */
  alt?: string;
  /** In sight at once, so worth loading first. */
  eager?: boolean;
  /** The size of the place that is kept for it. */
  className: string;
}

/** A drawn figure in a place of fixed size, so that nothing moves when it arrives. */
export function Figure({ address, alt = '', eager = false, className }: FigureProps) {
  return (
    <div className={classNames('grid place-items-center overflow-hidden bg-paper', className)}>
      {address ? (
        <picture className="contents">
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
            className="size-full object-contain"
          />
        </picture>
      ) : null}
    </div>
  );
}
