import { m } from '../../../messages/messages.js';
import type { SearchCard } from '../../api/types.ts';
import { formatDistance } from '../../format/distances.ts';
import { formatPrice } from '../../format/prices.ts';
import { formatSlotDay, formatTime } from '../../format/times.ts';
import type { Market } from '../../market.ts';
import { Avatar } from '../../ui/Avatar.tsx';
import { Rating } from '../../ui/Rating.tsx';

interface ResultCardProps {
  card: SearchCard;
  market: Market;
  timeZone: string;
  now: string;
}

/** One result. Its slots are buttons of a real form: choosing one holds it. */
export function ResultCard({ card, market, timeZone, now }: ResultCardProps) {
  const page = `/teachers/${card.slug}`;
  return (
    <article id={`card-${card.slug}`} data-instructor={card.slug} className="result-card">
      <div className="md:row-span-3">
        <Avatar portrait={card.portrait} seed={card.slug} size="small" />
      </div>
      <div>
        <h2 className="text-18 font-semibold md:text-22">
          <a href={page} className="covers-card">
            {card.displayName}
          </a>
        </h2>
        <p className="text-14">{card.subjects.map(({ name }) => name).join(', ')}</p>
      </div>
      <p className="text-right leading-tight">
        <span className="numerals font-display text-22 font-medium">
          {formatPrice(card.pricePerHour, market.locale)}
        </span>
        <span className="block text-12 text-soft">{m.per_hour()}</span>
      </p>
      <div className="col-span-3 mt-2 md:col-span-2 md:col-start-2 md:mt-1">
        <p className="numerals flex flex-wrap gap-x-3 text-14 text-soft">
          <Rating average={card.rating} count={card.ratingCount} />
          <span>{factsOf(card, market)}</span>
        </p>
        <p className="mt-1.5 line-clamp-2 text-14 text-soft">{card.bio}</p>
      </div>
      {card.nextSlots.length > 0 ? (
        <form
          method="post"
          action={page}
          aria-label={m.search_hold({ name: card.displayName })}
          className="relative col-span-3 mt-3 flex flex-wrap gap-2 md:col-span-2 md:col-start-2"
        >
          <input type="hidden" name="serviceId" value={card.serviceId} />
          {card.nextSlots.map((slot) => (
            <button key={slot} name="startsAt" value={slot} className="slot-button">
              {`${formatSlotDay(slot, now, timeZone, market.locale)} `}
              <b>{formatTime(slot, 'time', timeZone, market.locale)}</b>
            </button>
          ))}
        </form>
      ) : null}
    </article>
  );
}

/** "Camden, London · 0.6 mi · Online" */
function factsOf(card: SearchCard, market: Market): string {
  const facts: string[] = [];
  if (card.inPerson && card.placeName) facts.push(card.placeName);
  if (card.inPerson && card.distanceMeters !== null)
    facts.push(formatDistance(card.distanceMeters, market.distanceUnit, market.locale));
  if (card.online) facts.push(m.search_online());
  return facts.join(' · ');
}
