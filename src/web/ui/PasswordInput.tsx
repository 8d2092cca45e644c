import type { ReactNode } from 'react';
import { m } from '../../messages/messages.js';
import { controlClass, Field } from './Field.tsx';
import { classNames } from './class-names.ts';

interface PasswordInputProps {
  name: string;
  label: string;
  hint?: ReactNode;
  error?: string | undefined;
  autoComplete: 'current-password' | 'new-password';
}

/** A password with a button that shows it; the button appears where scripts run (see enhance/). */
export function PasswordInput({ name, label, hint, error, autoComplete }: PasswordInputProps) {
  return (
    <Field name={name} label={label} hint={hint} error={error}>
      {(control) => (
        <div className="relative">
          <input
            type="password"
            required
            autoComplete={autoComplete}
            maxLength={200}
            className={classNames(controlClass, 'pr-18')}
            {...control}
          />
          <button
            type="button"
            hidden
            data-shows-password={name}
            aria-pressed="false"
            aria-controls={name}
            className="absolute inset-y-0 right-0 rounded-control px-3 text-14 font-semibold text-accent"
          >
            {m.ui_show_password()}
          </button>
        </div>
      )}
    </Field>
  );
}
