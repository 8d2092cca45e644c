import { m } from '../../messages/messages.js';

export function Logo() {
  return (
    <a href="/" className="target font-display text-22 font-semibold tracking-tight">
      {m.brand()}
      <span aria-hidden="true" className="text-marigold">
        .
      </span>
    </a>
  );
}
