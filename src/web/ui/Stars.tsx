import { m } from '../../messages/messages.js';
import { Star } from './Star.tsx';

/** One review's stars, out of five. */
export function Stars({ rating }: { rating: number }) {
  return (
    <span role="img" aria-label={m.rating_stars({ rating })} className="whitespace-nowrap">
      {[1, 2, 3, 4, 5].map((step) => (
        <Star key={step} filled={step <= rating} />
      ))}
    </span>
  );
}
