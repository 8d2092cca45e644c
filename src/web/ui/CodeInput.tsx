import { Input } from './Input.tsx';
import type { ReactNode } from 'react';

interface CodeInputProps {
  label: string;
  hint?: ReactNode;
  error?: string | undefined;
  autoFocus?: boolean;
}

/** Six digits, as authenticator apps and text messages give them; a phone offers them by itself. */
export function CodeInput(props: CodeInputProps) {
  return (
    <Input
      name="code"
      {...props}
      type="text"
      inputMode="numeric"
      autoComplete="one-time-code"
      autoCapitalize="off"
      spellCheck={false}
      required
      maxLength={12}
      className="numerals max-w-60 text-22 tracking-[0.25em]"
    />
  );
}
