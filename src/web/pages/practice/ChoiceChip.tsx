import type { ComponentProps, ReactNode } from 'react';

/** A box to tick or a radio button in the shape of a chip. */
export function ChoiceChip({
  children,
  ...rest
}: Omit<ComponentProps<'input'>, 'className'> & { children: ReactNode }) {
  return (
    <label className="relative inline-flex min-h-11 cursor-pointer items-center gap-1.5 rounded-full border border-line bg-surface px-4 text-14 whitespace-nowrap transition-colors select-none hover:border-edge has-checked:border-accent has-checked:bg-accent has-checked:font-semibold has-checked:text-on-accent has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-accent md:min-h-9 md:px-3.5">
      <input className="peer absolute inset-0 size-full cursor-pointer opacity-0" {...rest} />
      <svg
        viewBox="0 0 12 12"
        aria-hidden="true"
        fill="none"
        className="hidden size-3 shrink-0 stroke-current stroke-2 peer-checked:block"
      >
        <path d="M2 6.5l2.8 2.8L10 3.2" />
      </svg>
      {children}
    </label>
  );
}

/** Chips that belong together, under one name. */
export function ChipGroup({
  legend,
  hint,
  children,
}: {
  legend: string;
  hint?: string;
  children: ReactNode;
}) {
  return (
    <fieldset>
      <legend className="text-14 font-semibold">{legend}</legend>
      {hint ? <p className="mt-0.5 text-14 text-soft">{hint}</p> : null}
      <div className="mt-2 flex flex-wrap gap-2">{children}</div>
    </fieldset>
  );
}
