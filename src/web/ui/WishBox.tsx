import { m } from '../../messages/messages.js';
import { Button } from './Button.tsx';

/** The one box that takes a whole wish. A form without scripts; Enter sends it with them. */
export function WishBox({ action, placeholder, wish = '' }: { action: string; placeholder?: string; wish?: string }) {
  return (
    <form
      action="/search"
      role="search"
      className="flex flex-col gap-3 rounded-card border border-line bg-surface p-3 shadow-soft focus-within:border-accent md:flex-row md:items-center md:rounded-[1.25rem] md:pl-6"
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
        className="field-sizing-content max-h-32 min-h-11 w-full resize-none bg-transparent px-2 py-2 text-left font-display text-18 outline-none placeholder:text-soft md:px-0 md:text-22"
      />
      <Button className="shrink-0">{action}</Button>
    </form>
  );
}
