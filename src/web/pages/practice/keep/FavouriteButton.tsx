import { m } from '../../../../messages/messages.js';
import type { Favourite } from '../../../api/types.ts';
import { classNames } from '../../../ui/class-names.ts';

/** Keeps something among one's favourites, or takes it from there. Comes back to `returnTo`. */
export function FavouriteButton({
  kind,
  slug,
  library,
  isKept,
  returnTo,
  className,
}: {
  kind: Favourite['kind'];
  slug: string;
  library?: string;
  isKept: boolean;
  returnTo: string;
  className?: string;
}) {
  return (
    <form method="post" action="/practice/favourites/keep" data-favourite className={className}>
      <input type="hidden" name="kind" value={kind} />
      <input type="hidden" name="slug" value={slug} />
      {library ? <input type="hidden" name="library" value={library} /> : null}
      <input type="hidden" name="returnTo" value={returnTo} />
      <button
        name="keep"
        value={isKept ? '0' : '1'}
        aria-pressed={isKept}
        className={classNames(
          'group/heart inline-flex min-h-11 cursor-pointer items-center gap-2 rounded-full border border-line bg-surface px-4 text-14 font-semibold transition-colors hover:border-edge',
          'aria-pressed:border-marigold aria-pressed:bg-marigold-soft aria-pressed:text-marigold-ink',
        )}
      >
        <svg
          viewBox="0 0 20 20"
          aria-hidden="true"
          strokeLinejoin="round"
          className="size-5 fill-none stroke-current stroke-[1.6] group-aria-pressed/heart:fill-current"
        >
          <path d="M10 16.6S3.2 12.7 3.2 8a3.6 3.6 0 0 1 6.8-1.7A3.6 3.6 0 0 1 16.8 8c0 4.7-6.8 8.6-6.8 8.6z" />
        </svg>
        {m.favourite()}
      </button>
    </form>
  );
}
