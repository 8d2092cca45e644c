import type { ComponentProps } from 'react';
import { classNames } from './class-names.ts';

export type ButtonTone = 'primary' | 'inverse' | 'quiet' | 'danger' | 'link';

const base =
  'inline-flex items-center justify-center gap-2 rounded-full font-semibold text-center transition-colors ' +
  'disabled:opacity-55 disabled:cursor-not-allowed cursor-pointer aria-busy:cursor-progress';

const tones: Record<ButtonTone, string> = {
  primary: 'bg-accent text-on-accent hover:bg-accent-strong',
  inverse: 'bg-inverse text-on-inverse hover:opacity-85',
  quiet: 'border border-line bg-surface text-ink hover:border-edge',
  danger: 'border border-danger bg-surface text-danger hover:bg-danger-soft',
  link: 'text-accent underline-offset-4 hover:underline',
};

const sizes = { medium: 'min-h-11 px-5 text-14', large: 'min-h-12 px-6 text-16' };

export interface ButtonLook {
  tone?: ButtonTone;
  size?: keyof typeof sizes;
  /** As wide as its column. */
  wide?: boolean;
}

/** The classes of a button, for a link that is one in all but name. */
export function buttonClass({
  tone = 'primary',
  size = 'medium',
  wide = false,
}: ButtonLook = {}): string {
  return classNames(
    base,
    tones[tone],
    tone === 'link' ? 'min-h-11 text-14' : sizes[size],
    wide && 'w-full',
  );
}

/** A button. `busy` keeps its width and says so to screen readers while its form is on its way. */
export function Button({
  tone,
  size,
  wide,
  busy = false,
  className,
  type = 'submit',
  ...rest
}: ComponentProps<'button'> & ButtonLook & { busy?: boolean }) {
  return (
    <button
      type={type}
      aria-busy={busy || undefined}
      className={classNames(buttonClass({ tone, size, wide }), className)}
      {...rest}
    />
  );
}
