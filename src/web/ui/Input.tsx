import type { ComponentProps, ReactNode } from 'react';
import { controlClass, Field } from './Field.tsx';
import { classNames } from './class-names.ts';

type InputProps = Omit<ComponentProps<'input'>, 'name'> & {
  name: string;
  label: string;
  hint?: ReactNode;
  error?: string | undefined;
};

export function Input({ name, label, hint, error, className, ...rest }: InputProps) {
  return (
    <Field name={name} label={label} hint={hint} error={error}>
      {(control) => (
        <input className={classNames(controlClass, className)} {...rest} {...control} />
      )}
    </Field>
  );
}
