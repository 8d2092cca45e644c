import { m } from '../../../messages/messages.js';
import type { Booking } from '../../api/bookings.ts';
import { ButtonLink } from '../../ui/ButtonLink.tsx';
import { Card } from '../../ui/Card.tsx';
import { TextLink } from '../../ui/TextLink.tsx';
import { BookingFacts } from '../booking/BookingFacts.tsx';

/** Paid, says the browser; the provider has not said so yet. Where scripts run, it asks again by itself for a while. */
export function WaitingPage({
  booking,
  tries,
  triesMax,
}: {
  booking: Booking;
  tries: number;
  triesMax: number;
}) {
  const again = `/lessons/${booking.id}?paid=1&try=${tries + 1}`;
  return (
    <div className="page-width flex justify-center pt-8 md:pt-14">
      <section aria-labelledby="title" className="grid w-full max-w-140 gap-6">
        <div className="grid gap-2">
          <h1 id="title" className="text-36">
            {m.lessons_waiting_title()}
          </h1>
          <p role="status" className="text-soft">
            {tries < triesMax ? m.lessons_waiting_text() : m.lessons_waiting_long()}
          </p>
        </div>
        <Card>
          <BookingFacts booking={booking} />
        </Card>
        <div className="flex flex-wrap items-center gap-x-5 gap-y-2">
          <ButtonLink href={again} data-follow-after={tries < triesMax ? 3000 : undefined}>
            {m.lessons_waiting_again()}
          </ButtonLink>
          <TextLink href={`/book/${booking.id}`}>{m.lessons_waiting_not_paid()}</TextLink>
        </div>
      </section>
    </div>
  );
}
