import { m } from '../../../messages/messages.js';
import type { SearchCard } from '../../api/types.ts';
import type { Market } from '../../market.ts';
import { formatSlotDay, formatTime } from '../../format/times.ts';
import { Avatar } from '../../ui/Avatar.tsx';
import { Price } from '../../ui/Price.tsx';
import { Rating } from '../../ui/Rating.tsx';

interface NearYouProps {
  instructors: SearchCard[];
  total: number;
  market: Market;
  timeZone: string;
  now: string;
}

/** A strip of instructors: scrolls sideways on a phone, stands in rows on wider windows. */
export function NearYou({ instructors, total, ...viewer }: NearYouProps) {
  if (instructors.length === 0) return null;
  return (
    <section aria-labelledby="near-you" className="pt-16 md:pt-24">
      <div className="page-width flex flex-wrap items-baseline justify-between gap-x-4">
        <h2 id="near-you" className="text-28 md:text-36">
          {m.home_near_you()}
        </h2>
        <a
          href={`/search?market=${viewer.market.code}`}
          className="target text-14 font-semibold text-accent underline-offset-4 hover:underline"
        >
          {m.home_see_all({ count: total })}
        </a>
      </div>
      <ul className="page-width mt-4 flex snap-x snap-mandatory scroll-px-5 gap-4 overflow-x-auto pb-2 md:grid md:grid-cols-2 md:overflow-visible lg:grid-cols-4">
        {instructors.map((instructor) => (
          <li key={instructor.instructorId} className="w-[16.5rem] shrink-0 snap-start md:w-auto">
            <InstructorTile instructor={instructor} {...viewer} />
          </li>
        ))}
      </ul>
    </section>
  );
}

interface InstructorTileProps extends Pick<NearYouProps, 'market' | 'timeZone' | 'now'> {
  instructor: SearchCard;
}

function InstructorTile({ instructor, market, timeZone, now }: InstructorTileProps) {
  const next = instructor.nextSlots[0];
  return (
    <article className="relative flex h-full flex-col rounded-card border border-line bg-surface p-5 transition-colors hover:border-edge">
      <Avatar portrait={instructor.portrait} seed={instructor.slug} />
      <h3 className="mt-4 text-18 font-semibold">
        <a
          href={`/teachers/${instructor.slug}`}
          className="after:absolute after:inset-0 after:rounded-card"
        >
          {instructor.displayName}
        </a>
      </h3>
      <p className="text-14">{instructor.subjects.map(({ name }) => name).join(', ')}</p>
      <p className="mt-2 line-clamp-2 text-14 text-soft">{instructor.headline}</p>
      <p className="mt-3 text-14">
        <Rating average={instructor.rating} count={instructor.ratingCount} />
      </p>
      <p className="mt-auto flex items-end justify-between gap-2 pt-4">
        <span>
          <span className="font-display text-22 font-medium">
            <Price amount={instructor.pricePerHour} locale={market.locale} />
          </span>{' '}
          <span className="text-14 text-soft">{m.per_hour()}</span>
        </span>
        {next ? (
          <span className="numerals text-right text-12 text-soft">
            {m.next_free()}
            <b className="block text-14 font-semibold text-accent">{`${formatSlotDay(next, now, timeZone, market.locale)} ${formatTime(next, 'time', timeZone, market.locale)}`}</b>
          </span>
        ) : null}
      </p>
    </article>
  );
}
