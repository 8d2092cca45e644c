import type { ReactNode } from 'react';
import { m } from '../../../messages/messages.js';
import { Button } from '../../ui/Button.tsx';
import { classNames } from '../../ui/class-names.ts';
import { searchUrl, type SearchWishes } from './search-params.ts';

interface FilterChipProps {
  wishes: SearchWishes;
  /** The change that takes this filter away. */
  without: Partial<SearchWishes>;
  chosen?: string | undefined;
  name: string;
  quiet?: boolean;
  /** The field that changes it; a chip without one can only be taken away. */
  children?: ReactNode;
}

const shape = 'flex min-h-9 items-center text-14 whitespace-nowrap';

/** One part of the search: says what it is, opens to change it, and can be taken away. */
export function FilterChip({
  wishes,
  without,
  chosen,
  name,
  quiet = false,
  children,
}: FilterChipProps) {
  const changed = Object.keys(without)[0];
  const tone = chosen
    ? 'border-accent-soft bg-accent-soft text-accent'
    : 'border-line bg-surface text-ink';
  return (
    <div
      className={classNames(
        'relative flex rounded-full border',
        quiet ? 'border-transparent text-soft' : tone,
      )}
    >
      {children ? (
        <details data-menu className="group">
          <summary
            className={classNames(
              shape,
              'cursor-pointer list-none gap-1.5 rounded-full pl-3.5',
              chosen ? 'pr-1 font-semibold' : 'pr-3.5',
            )}
          >
            {chosen ?? name}
            <svg
              viewBox="0 0 12 12"
              aria-hidden="true"
              fill="none"
              className={classNames('size-3 stroke-current stroke-[1.6]', chosen && 'sr-only')}
            >
              <path d="M2 4l4 4 4-4" />
            </svg>
          </summary>
          <form
            action="/search"
            className="absolute left-0 z-20 mt-2 grid w-72 max-w-[calc(100vw-2.5rem)] gap-2 rounded-card border border-line bg-surface p-4 whitespace-normal text-ink shadow-soft"
          >
            {Object.entries(wishes).map(([key, value]) =>
              value === undefined || key === changed ? null : (
                <input key={key} type="hidden" name={key} value={value} />
              ),
            )}
            {children}
            <Button wide className="mt-1">
              {m.search_apply()}
            </Button>
          </form>
        </details>
      ) : (
        <span className={classNames(shape, 'pl-3.5 font-semibold')}>{chosen}</span>
      )}
      {chosen ? (
        <a
          href={searchUrl(wishes, without)}
          aria-label={m.search_remove({ filter: chosen })}
          className={classNames(shape, 'w-9 justify-center rounded-full hover:text-accent-strong')}
        >
          <svg
            viewBox="0 0 12 12"
            aria-hidden="true"
            className="size-3 stroke-current stroke-[1.6]"
          >
            <path d="M2 2l8 8M10 2l-8 8" />
          </svg>
        </a>
      ) : null}
    </div>
  );
}
