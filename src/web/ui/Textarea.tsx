import type { ComponentProps, ReactNode } from 'react';
import { controlClass, Field } from './Field.tsx';

type TextareaProps = Omit<ComponentProps<'textarea'>, 'name'> & {
  name: string;
  label: string;
  hint?: ReactNode;
  error?: string | undefined;
};

export function Textarea({ name, label, hint, error, rows = 4, ...rest }: TextareaProps) {
  return (
    <Field name={name} label={label} hint={hint} error={error}>
      {(control) => <textarea rows={rows} className={controlClass} {...rest} {...control} />}
    </Field>
  );
}
