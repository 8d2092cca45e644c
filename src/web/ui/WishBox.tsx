import { m } from '../../messages/messages.js';
import { Button } from './Button.tsx';
import { classNames } from './class-names.ts';

const large =
  'flex-col rounded-card p-3 shadow-soft md:flex-row md:items-center md:rounded-[1.25rem] md:pl-6';

interface WishBoxProps {
  action: string;
  placeholder?: string;
  wish?: string;
  /** On top of results rather than as the page's one thing to do. */
  compact?: boolean;
}

/** The one box that takes a whole wish. A form without scripts; Enter sends it with them. */
export function WishBox({ action, placeholder, wish = '', compact = false }: WishBoxProps) {
  return (
    <form
      action="/search"
      role="search"
      className={classNames(
        'flex gap-3 border border-line bg-surface focus-within:border-accent',
        compact ? 'items-center rounded-card p-1.5 pl-3' : large,
      )}
    >
      <label htmlFor="wish" className="sr-only">
        {m.wish_label()}
      </label>
      <textarea
        id="wish"
        name="q"
        key={wish}
        defaultValue={wish}
        placeholder={placeholder}
        rows={1}
        maxLength={300}
        required
        data-submit="enter"
        autoComplete="off"
        enterKeyHint="search"
        className={classNames(
          'field-sizing-content max-h-32 min-h-11 w-full resize-none bg-transparent text-left font-display text-18 outline-none placeholder:text-soft',
          compact ? 'py-2' : 'px-2 py-2 md:px-0 md:text-22',
        )}
      />
      <Button className="shrink-0">{action}</Button>
    </form>
  );
}
