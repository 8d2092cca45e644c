import { classNames } from '../../ui/class-names.ts';

interface FigureProps {
  /** Of the light drawing; null where an exercise has none. */
  address: string | null;
  /** Empty where the name stands beside it. */
  alt?: string;
  /** In sight at once, so worth loading first. */
  eager?: boolean;
  /** How wide it is shown, as `sizes` has it: among many, a picture is drawn with less ado than a drawing. */
  pictureAt?: string;
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
  pictureAt,
  isMirrored = false,
  className,
}: FigureProps) {
  const sources = (theme: '' | '~dark') => sourcesOf(address ?? '', theme, pictureAt);
  return (
    <div className={classNames('relative bg-paper', className)}>
      {address ? (
        <picture className="contents p-[inherit]">
          <source media="(prefers-color-scheme: dark)" {...sources('~dark')} />
          <img
            src={address}
            {...(pictureAt && sources(''))}
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

const pictureWidths = [200, 480];

function sourcesOf(address: string, theme: '' | '~dark', sizes: string | undefined) {
  if (sizes === undefined) return { srcSet: address.replace(/\.svg$/, `${theme}.svg`) };
  const pictures = pictureWidths.map(
    (width) => `${address.replace(/\.svg$/, `${theme}~${width}.webp`)} ${width}w`,
  );
  return { srcSet: pictures.join(', '), sizes };
}
