import { m } from '../../../messages/messages.js';
import type { ExerciseContent } from '../../api/types.ts';
import { classNames } from '../../ui/class-names.ts';
import { Checkbox } from '../../ui/Checkbox.tsx';
import { Field } from '../../ui/Field.tsx';

export const fileClass =
  'w-full rounded-control border border-edge bg-surface text-14 file:mr-3 file:min-h-11 file:cursor-pointer file:border-0 file:bg-accent-soft file:px-4 file:font-semibold file:text-accent aria-invalid:border-2 aria-invalid:border-danger';

/** The photo that stands beside the drawing: see it, choose another, take it away. */
export function PhotoField({
  photo,
  error,
}: {
  photo: ExerciseContent['photo'];
  error: string | undefined;
}) {
  return (
    <div className={classNames('grid items-start gap-4', photo && 'sm:grid-cols-[10rem_1fr]')}>
      {photo ? (
        <img
          src={`/media/${photo.digest}/200.webp`}
          alt={m.library_photo_now()}
          width={photo.width}
          height={photo.height}
          className="h-auto w-full rounded-card border border-line"
        />
      ) : null}
      <div className="grid gap-2">
        <Field name="photo" label={m.library_photo()} hint={m.library_photo_hint()} error={error}>
          {(control) => (
            <input
              {...control}
              type="file"
              accept="image/jpeg,image/png,image/webp"
              className={fileClass}
            />
          )}
        </Field>
        {photo ? <Checkbox name="removePhoto" label={m.library_photo_remove()} /> : null}
      </div>
    </div>
  );
}
