import type { ComponentProps, ReactNode } from 'react';
import { classNames } from './class-names.ts';
import { controlClass, Field } from './Field.tsx';

type SelectProps = Omit<ComponentProps<'select'>, 'name'> & {
  name: string;
  label: string;
  options: readonly { value: string; label: string }[];
  hint?: ReactNode;
  error?: string | undefined;
};

/** The browser's own select: on a phone nothing is better. */
export function Select({ name, label, options, hint, error, className, ...rest }: SelectProps) {
  return (
    <Field name={name} label={label} hint={hint} error={error}>
      {(control) => (
        <select className={classNames(controlClass, className)} {...rest} {...control}>
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}
