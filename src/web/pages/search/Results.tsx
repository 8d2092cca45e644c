import { m } from '../../../messages/messages.js';
import type { SearchCard } from '../../api/types.ts';
import type { Market } from '../../market.ts';
import { buttonClass } from '../../ui/Button.tsx';
import { ResultCard } from './ResultCard.tsx';
import { ResultSkeleton } from './ResultSkeleton.tsx';
import { searchUrl, type SearchWishes } from './search-params.ts';

interface ResultsProps {
  wishes: SearchWishes;
  found: { items: SearchCard[]; nextCursor: string | null };
  market: Market;
  timeZone: string;
  now: string;
}

/** The cards, and a link to more: with scripts it adds them below, without it turns the page. */
export function Results({ wishes, found, ...viewer }: ResultsProps) {
  return (
    <>
      <ul data-results className="mt-4 grid gap-3">
        {found.items.map((card) => (
          <li key={card.slug}>
            <ResultCard card={card} {...viewer} />
          </li>
        ))}
      </ul>
      {found.nextCursor === null ? null : (
        <div data-more className="mt-6 text-center">
          <a
            href={searchUrl(wishes, { cursor: found.nextCursor })}
            className={buttonClass({ tone: 'quiet' })}
          >
            {m.search_more()}
          </a>
          <ResultSkeleton />
        </div>
      )}
    </>
  );
}
