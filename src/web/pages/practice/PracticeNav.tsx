import { m } from '../../../messages/messages.js';
import { classNames } from '../../ui/class-names.ts';

const pages = [
  { href: '/practice', label: m.practice_nav_library },
  { href: '/practice/mine', label: m.practice_nav_mine },
  { href: '/practice/progress', label: m.practice_nav_progress },
  { href: '/practice/favourites', label: m.practice_nav_favourites },
];

/** What belongs to a person who practises, a step away from each other. */
export function PracticeNav({ current }: { current: string }) {
  return (
    <nav aria-label={m.practice_nav()} className="-mx-5 overflow-x-auto px-5 md:mx-0 md:px-0">
      <ul className="flex gap-1.5 py-1 whitespace-nowrap">
        {pages.map(({ href, label }) => (
          <li key={href}>
            <a
              href={href}
              aria-current={href === current ? 'page' : undefined}
              className={classNames(
                'inline-flex min-h-11 items-center rounded-full border px-4 text-14 font-semibold transition-colors',
                href === current
                  ? 'border-accent-soft bg-accent-soft text-accent'
                  : 'border-line bg-surface hover:border-edge',
              )}
            >
              {label()}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
