import { m } from '../../../messages/messages.js';
import type { SearchCard } from '../../api/types.ts';
import { formatPrice } from '../../format/prices.ts';
import type { MapSubject } from '../../map/map-subject.ts';
import { MapView } from '../../map/MapView.tsx';
import type { Market } from '../../market.ts';

/** Where the results are; a pin leads to its card. */
export function ResultsMap({ instructors, market }: { instructors: SearchCard[]; market: Market }) {
  const subject = subjectOf(instructors, market);
  return <MapView subject={subject} label={m.search_map_label()} />;
}

function subjectOf(instructors: SearchCard[], market: Market): MapSubject {
  return {
    marketCode: market.code,
    pins: instructors.flatMap(({ slug, displayName, inPerson, point, pricePerHour }) => {
      if (!inPerson || !point) return [];
      const text = formatPrice(pricePerHour, market.locale);
      return [
        {
          slug,
          point,
          text,
          label: m.search_pin({ name: displayName, price: text }),
          href: `/teachers/${slug}`,
        },
      ];
    }),
  };
}
