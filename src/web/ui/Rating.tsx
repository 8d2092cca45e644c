import { m } from '../../messages/messages.js';
import { Star } from './Star.tsx';

/** The average and the number behind it; nothing at all without reviews. */
export function Rating({ average, count }: { average: number | null; count: number }) {
  if (average === null || count === 0) return <span className="text-soft">{m.rating_none()}</span>;
  return (
    <span className="numerals whitespace-nowrap">
      <Star filled />
      <span className="sr-only">{m.rating_label({ average: average.toFixed(2), count })}</span>
      <span aria-hidden="true">
        <b className="ml-1 font-semibold">{average.toFixed(2)}</b>{' '}
        <span className="text-soft">{`(${count})`}</span>
      </span>
    </span>
  );
}
