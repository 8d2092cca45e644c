import type { ReactNode } from 'react';
import { m } from '../../../messages/messages.js';
import type { Booking } from '../../api/bookings.ts';
import { formatElsewhere, formatHours } from '../../format/spans.ts';
import { formatTime, zoneName } from '../../format/times.ts';
import { useShell } from '../../shell/use-shell.ts';
import { Avatar } from '../../ui/Avatar.tsx';
import { TextLink } from '../../ui/TextLink.tsx';

/** What, with whom, when (on both clocks where they differ) and where. */
export function BookingFacts({ booking }: { booking: Booking }) {
  const { market, timeZone } = useShell();
  const { viewer, counterpart } = booking;
  const theirs = viewer === 'instructor' ? booking.learnerTimeZone : booking.instructorTimeZone;
  const elsewhere = formatElsewhere(booking, { mine: timeZone, theirs }, market.locale);
  return (
    <div className="grid gap-5">
      {counterpart ? (
        <Counterpart booking={booking} person={counterpart} />
      ) : (
        <p className="text-18 font-semibold">{booking.title}</p>
      )}
      <dl className="grid gap-4">
        <Fact label={m.checkout_when()}>
          <span className="numerals block font-display text-22">
            {formatTime(booking.startsAt, 'longDay', timeZone, market.locale)}
            <span className="block text-accent">
              {formatHours(booking, timeZone, market.locale)}
            </span>
          </span>
          <span className="block text-14 text-soft">
            {m.checkout_your_time({ zone: zoneName(timeZone) })}
            {elsewhere ? <span className="numerals">{` · ${elsewhere}`}</span> : null}
          </span>
        </Fact>
        <Fact label={m.checkout_where()}>{whereOf(booking)}</Fact>
      </dl>
    </div>
  );
}

function Counterpart({
  booking,
  person,
}: {
  booking: Booking;
  person: NonNullable<Booking['counterpart']>;
}) {
  const { name, slug, portrait } = person;
  return (
    <div className="flex items-center gap-4">
      {portrait ? <Avatar portrait={portrait} seed={slug ?? name} size="small" eager /> : null}
      <div className="min-w-0">
        <p className="text-18 font-semibold">{booking.title}</p>
        <p className="text-soft">
          {slug ? (
            <>
              {m.checkout_with()} <TextLink href={`/teachers/${slug}`}>{name}</TextLink>
            </>
          ) : (
            m.checkout_with_learner({ name })
          )}
        </p>
      </div>
    </div>
  );
}

function Fact({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div>
      <dt className="text-14 text-soft">{label}</dt>
      <dd className="mt-0.5">{children}</dd>
    </div>
  );
}

function whereOf({ place, placeName, viewer, counterpart }: Booking): string {
  if (place === 'online') return m.checkout_where_online();
  if (viewer === 'instructor') return m.checkout_where_mine({ place: placeName ?? '' });
  return m.checkout_where_teacher({ name: counterpart?.name ?? '', place: placeName ?? '' });
}
