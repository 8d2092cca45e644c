import { m } from '../../../messages/messages.js';
import { classNames } from '../../ui/class-names.ts';
import { searchUrl, type SearchWishes } from './search-params.ts';

/** List or map, where there is no room for both. */
export function ViewTabs({ wishes }: { wishes: SearchWishes }) {
  return (
    <nav
      data-swap="tabs"
      aria-label={m.search_views()}
      className="grid grid-cols-2 border-b border-line lg:hidden"
    >
      {(['list', 'map'] as const).map((view) => (
        <a
          key={view}
          href={searchUrl(wishes, { view })}
          aria-current={wishes.view === view ? 'true' : undefined}
          className={classNames(
            'flex min-h-11 items-center justify-center text-14 font-semibold',
            wishes.view === view ? 'text-ink shadow-[inset_0_-2px_0] shadow-marigold' : 'text-soft',
          )}
        >
          {view === 'list' ? m.search_list() : m.search_map()}
        </a>
      ))}
    </nav>
  );
}
