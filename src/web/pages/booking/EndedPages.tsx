import type { ReactNode } from 'react';
import { m } from '../../../messages/messages.js';
import type { Booking } from '../../api/bookings.ts';
import { formatSpan } from '../../format/spans.ts';
import { useShell } from '../../shell/use-shell.ts';
import { ButtonLink } from '../../ui/ButtonLink.tsx';
import { HourDrawing } from '../../ui/drawings/HourDrawing.tsx';

/** The hold has run out or was given up. */
export function ExpiredPage({ booking, paid = false }: { booking: Booking; paid?: boolean }) {
  const { market, timeZone } = useShell();
  const { counterpart } = booking;
  return (
    <Ended title={m.checkout_expired_title()}>
      <p className="measure text-soft">
        {m.checkout_expired_text({
          title: booking.title,
          when: formatSpan(booking, timeZone, market.locale),
        })}
        {paid ? ` ${m.checkout_expired_paid()}` : ''}
      </p>
      {counterpart?.slug ? (
        <ButtonLink href={`/teachers/${counterpart.slug}`} size="large">
          {m.checkout_expired_again({ name: counterpart.name })}
        </ButtonLink>
      ) : (
        <ButtonLink href="/search">{m.checkout_search()}</ButtonLink>
      )}
    </Ended>
  );
}

/** A hold that this person cannot see: taken in another browser, or by another account. */
export function ElsewherePage() {
  return (
    <Ended title={m.checkout_elsewhere_title()}>
      <p className="measure text-soft">{m.checkout_elsewhere_text()}</p>
      <div className="flex flex-wrap justify-center gap-3">
        <ButtonLink href="/lessons">{m.checkout_elsewhere_lessons()}</ButtonLink>
        <ButtonLink href="/search" tone="quiet">
          {m.checkout_search()}
        </ButtonLink>
      </div>
    </Ended>
  );
}

function Ended({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div className="page-width grid justify-items-center gap-5 py-14 text-center">
      <div className="w-44 text-accent">
        <HourDrawing />
      </div>
      <h1 className="text-36">{title}</h1>
      {children}
    </div>
  );
}
