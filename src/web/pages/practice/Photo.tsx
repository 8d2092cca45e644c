import { m } from '../../../messages/messages.js';
import type { Exercise } from '../../api/types.ts';
import { classNames } from '../../ui/class-names.ts';

type Files = NonNullable<Exercise['photo']>['files'];

/** A photo of an exercise in its own shape, blurred until it comes. */
export function Photo({
  photo,
  name,
  className,
}: Pick<Exercise, 'photo' | 'name'> & { className?: string }) {
  if (!photo) return null;
  const { files, width, height, placeholder } = photo;
  const sizes = '(width >= 64rem) 34rem, 100vw';
  return (
    <div
      className={classNames('relative overflow-hidden rounded-card border border-line', className)}
    >
      <img src={placeholder} alt="" className="absolute inset-0 size-full" />
      <picture>
        <source type="image/avif" srcSet={setOf(files, 'image/avif')} sizes={sizes} />
        <img
          src={files.find(({ type }) => type === 'image/webp')?.url}
          srcSet={setOf(files, 'image/webp')}
          sizes={sizes}
          alt={m.library_photo_of({ name })}
          width={width}
          height={height}
          loading="lazy"
          decoding="async"
          className="relative h-auto w-full"
        />
      </picture>
    </div>
  );
}

const setOf = (files: Files, kind: string): string =>
  files
    .filter(({ type }) => type === kind)
    .map(({ url, width }) => `${url} ${width}w`)
    .join(', ');
