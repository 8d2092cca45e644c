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
  /** Key of the drawing, as the API names it. */
  portrait: string;
  /** Decides the tint; say, the person's slug. */
  seed: string;
  size?: keyof typeof sizes;
  eager?: boolean;
}) {
  let sum = 0;
  for (let at = 0; at < seed.length; at += 1) sum += seed.charCodeAt(at);
  return (
    <img
      src={`/portraits/${portrait}.svg`}
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
