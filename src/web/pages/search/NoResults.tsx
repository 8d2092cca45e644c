import { m } from '../../../messages/messages.js';
import type { Relaxation } from '../../api/types.ts';
import { ButtonLink } from '../../ui/ButtonLink.tsx';
import { EmptyChairDrawing } from '../../ui/drawings/EmptyChairDrawing.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { searchUrl, type SearchWishes } from './search-params.ts';

const drops: Record<Relaxation['drop'], { label: () => string; without: Partial<SearchWishes> }> = {
  price: { label: m.search_relax_price, without: { price: undefined } },
  place: { label: m.search_relax_place, without: { place: undefined } },
  subject: { label: m.search_relax_subject, without: { subject: undefined } },
  mode: { label: m.search_relax_mode, without: { mode: undefined } },
  q: { label: m.search_relax_words, without: { text: undefined } },
};

/** Nothing found: says which wish stands in the way, and what letting go of it would bring. */
export function NoResults({ wishes, relax }: { wishes: SearchWishes; relax: Relaxation[] }) {
  const offers = relax.filter(({ total }) => total > 0);
  return (
    <EmptyState
      drawing={<EmptyChairDrawing />}
      title={offers.length > 0 ? m.search_none_but() : m.search_none()}
    >
      {offers.length > 0 ? (
        <ul className="flex flex-wrap justify-center gap-2">
          {offers.map(({ drop, total }) => (
            <li key={drop}>
              <ButtonLink tone="quiet" href={searchUrl(wishes, drops[drop].without)}>
                {m.search_relax_count({ what: drops[drop].label(), count: total })}
              </ButtonLink>
            </li>
          ))}
        </ul>
      ) : (
        <ButtonLink href={`/search?market=${wishes.market}`}>{m.search_all()}</ButtonLink>
      )}
    </EmptyState>
  );
}
