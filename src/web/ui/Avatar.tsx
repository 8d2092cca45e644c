import { classNames } from './class-names.ts';

const tints = ['bg-portrait-a', 'bg-portrait-b', 'bg-portrait-c', 'bg-portrait-d'];

const sizes = { small: 'size-14', medium: 'size-20', large: 'size-24 md:size-34' };

/** A portrait on one of four quiet tints, always the same one for the same person. */
export function Avatar({
  portrait,
  seed,
  size = 'medium',
  eager = false,
}: {
  /** Key of the drawing or the photo, as the API names it. */
  portrait: string;
  /** Decides the tint; say, the person's slug. */
  seed: string;
  size?: keyof typeof sizes;
  eager?: boolean;
}) {
  let sum = 0;
  for (let at = 0; at < seed.length; at += 1) sum += seed.charCodeAt(at);
  const photo = /^p-([0-9a-f]{32})$/.exec(portrait)?.[1];
  return (
    <img
      src={photo ? `/media/${photo}/200.webp` : `/portraits/${portrait}.svg`}
      srcSet={photo && `/media/${photo}/200.webp 200w, /media/${photo}/600.webp 600w`}
      sizes={photo && (size === 'large' ? '136px' : '80px')}
      alt=""
      width={136}
      height={136}
      loading={eager ? undefined : 'lazy'}
      decoding="async"
      className={classNames(
        'shrink-0 rounded-full object-cover',
        sizes[size],
        tints[sum % tints.length],
      )}
    />
  );
}
