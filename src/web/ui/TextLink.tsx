import type { ComponentProps } from 'react';

/** A link inside a sentence. */
export function TextLink(props: ComponentProps<'a'>) {
  return (
    <a
      className="font-semibold text-accent underline underline-offset-4 hover:text-accent-strong"
      {...props}
    />
  );
}
