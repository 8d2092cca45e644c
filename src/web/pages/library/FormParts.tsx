import type { ReactNode } from 'react';
import { m } from '../../../messages/messages.js';
import { Button } from '../../ui/Button.tsx';
import { classNames } from '../../ui/class-names.ts';
import { Checkbox } from '../../ui/Checkbox.tsx';

/** Fields that belong together, under one heading. */
export function FormPart({
  title,
  hint,
  children,
}: {
  title: string;
  hint?: string;
  children: ReactNode;
}) {
  return (
    <fieldset className="grid gap-5">
      <legend className={classNames('font-display text-22', hint ? 'mb-1' : 'mb-4')}>
        {title}
      </legend>
      {hint ? <p className="measure text-14 text-soft">{hint}</p> : null}
      {children}
    </fieldset>
  );
}

/** What stands in the way at a field that is no single control. */
export function FieldFault({ field, errors }: { field: string; errors: Record<string, string> }) {
  const text = errors[field];
  return text ? (
    <p id={`${field}-error`} className="text-14 text-danger">
      <span aria-hidden="true" className="mr-1.5 font-bold">
        !
      </span>
      {text}
    </p>
  ) : null;
}

export function PlusChoice({ plus, own }: { plus: boolean; own: boolean }) {
  if (own) return null;
  return (
    <div id="plus">
      <Checkbox name="plus" label={m.library_plus()} defaultChecked={plus} />
      <p className="text-14 text-soft">{m.library_plus_hint()}</p>
    </div>
  );
}

/** Stays in sight at the end of the form, where there is room. */
export function SaveBar() {
  return (
    <div className="sticky bottom-0 z-10 -mx-5 flex flex-wrap gap-2 border-t border-line bg-paper px-5 py-3 md:mx-0 md:px-0">
      <Button name="intent" value="save" size="large">
        {m.library_save()}
      </Button>
      <Button name="intent" value="publish" size="large" tone="inverse">
        {m.library_publish()}
      </Button>
      <Button name="intent" value="preview" size="large" tone="quiet" className="max-sm:hidden">
        {m.library_part_preview()}
      </Button>
    </div>
  );
}
