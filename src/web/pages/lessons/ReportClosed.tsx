import { m } from '../../../messages/messages.js';
import type { Booking } from '../../api/bookings.ts';
import { formatMoment } from '../../format/spans.ts';
import { useShell } from '../../shell/use-shell.ts';
import { ButtonLink } from '../../ui/ButtonLink.tsx';
import { NarrowPage } from '../NarrowPage.tsx';

/** Instead of a form for what cannot be reported at this time. */
export function ReportClosed({ title, booking }: { title: string; booking: Booking }) {
  const { market, timeZone } = useShell();
  const until = formatMoment(booking.reportsUntil, timeZone, market.locale);
  return (
    <NarrowPage title={title} intro={m.lessons_report_closed({ until })}>
      <p>
        <ButtonLink href={`/lessons/${booking.id}`}>{m.lessons_report_back()}</ButtonLink>
      </p>
    </NarrowPage>
  );
}
