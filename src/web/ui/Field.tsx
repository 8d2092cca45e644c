import type { ReactNode } from 'react';

/** What a control inside a field must carry to be tied to its label, hint and error. */
export interface FieldControl {
  id: string;
  name: string;
  'aria-describedby': string | undefined;
  'aria-invalid': true | undefined;
}

interface FieldProps {
  name: string;
  label: string;
  hint?: ReactNode;
  error?: string | undefined;
  children: (control: FieldControl) => ReactNode;
}

/** Label above, control, hint below, error beside it: the frame of every form control. */
export function Field({ name, label, hint, error, children }: FieldProps) {
  const described = [hint ? `${name}-hint` : '', error ? `${name}-error` : '']
    .filter(Boolean)
    .join(' ');
  return (
    <div className="grid gap-1.5">
      <label htmlFor={name} className="text-14 font-semibold">
        {label}
      </label>
      {children({
        id: name,
        name,
        'aria-describedby': described || undefined,
        'aria-invalid': error ? true : undefined,
      })}
      {error ? (
        <p id={`${name}-error`} className="flex gap-1.5 text-14 text-danger">
          <span aria-hidden="true" className="font-bold">
            !
          </span>
          {error}
        </p>
      ) : null}
      {hint ? (
        <div id={`${name}-hint`} className="text-14 text-soft">
          {hint}
        </div>
      ) : null}
    </div>
  );
}

export const controlClass =
  'w-full min-h-11 rounded-control border border-edge bg-surface px-3 py-2 text-16 text-ink placeholder:text-soft ' +
  'aria-invalid:border-danger aria-invalid:border-2';
