import { m } from '../../../messages/messages.js';
import type { Instructor, ReviewPage } from '../../api/types.ts';
import { formatTime } from '../../format/times.ts';
import { ButtonLink } from '../../ui/ButtonLink.tsx';
import { Card } from '../../ui/Card.tsx';
import { Stars } from '../../ui/Stars.tsx';

interface ReviewsProps {
  reviews: ReviewPage;
  instructor: Instructor;
  locale: string;
  moreUrl: (cursor: string) => string;
}

export function Reviews({ reviews, instructor, locale, moreUrl }: ReviewsProps) {
  return (
    <section aria-labelledby="reviews">
      <h2 id="reviews" className="text-28">
        {m.reviews_title()}
      </h2>
      {reviews.items.length === 0 ? (
        <p className="mt-3 text-soft">{m.reviews_none({ name: instructor.displayName })}</p>
      ) : null}
      <ul className="mt-4 grid gap-3">
        {reviews.items.map((review) => (
          <li key={review.id}>
            <Card>
              <p className="flex flex-wrap items-baseline gap-x-3">
                <b className="font-semibold">{review.authorName}</b>
                <Stars rating={review.rating} />
                <span className="text-12 text-soft">
                  {formatTime(review.publishedAt, 'month', 'UTC', locale)}
                </span>
              </p>
              <p className="measure mt-2">{review.text}</p>
              {review.response ? (
                <p className="mt-3 border-l-2 border-marigold pl-4 text-14 text-soft">
                  <b className="font-semibold text-ink">
                    {instructor.displayName.split(' ', 1)[0]}
                  </b>{' '}
                  {review.response}
                </p>
              ) : null}
            </Card>
          </li>
        ))}
      </ul>
      {reviews.nextCursor ? (
        <p className="mt-4">
          <ButtonLink tone="quiet" href={`${moreUrl(reviews.nextCursor)}#reviews`}>
            {m.reviews_more()}
          </ButtonLink>
        </p>
      ) : null}
    </section>
  );
}
