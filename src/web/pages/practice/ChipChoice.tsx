import type { ComponentProps, ReactNode } from 'react';

/** A box to tick or a radio button in the shape of a chip. */
function ChoiceChip({
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

interface ChipChoiceProps<Value extends string | number> {
  legend: string;
  hint?: string;
  /** One of them, or any. */
  type: 'radio' | 'checkbox';
  name: string;
  options: readonly Value[];
  chosen: readonly Value[];
  labelOf: (value: Value) => ReactNode;
}

/** A chip for each of some values that a form sends under one name. */
export function ChipChoice<Value extends string | number>({
  legend,
  hint,
  type,
  name,
  options,
  chosen,
  labelOf,
}: ChipChoiceProps<Value>) {
  return (
    <fieldset>
      <legend className="text-14 font-semibold">{legend}</legend>
      {hint ? <p className="mt-0.5 text-14 text-soft">{hint}</p> : null}
      <div className="mt-2 flex flex-wrap gap-2">
        {options.map((value) => (
          <ChoiceChip
            key={value}
            type={type}
            name={name}
            value={value}
            defaultChecked={chosen.includes(value)}
          >
            {labelOf(value)}
          </ChoiceChip>
        ))}
      </div>
    </fieldset>
  );
}
