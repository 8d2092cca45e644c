import { m } from '../../../messages/messages.js';
import type { Instructor, Service, SlotWeek } from '../../api/types.ts';
import { formatPrice } from '../../format/prices.ts';
import { formatTime, zoneName } from '../../format/times.ts';
import { Button } from '../../ui/Button.tsx';
import { Card } from '../../ui/Card.tsx';
import { placeOf } from './Services.tsx';
import { policyLines } from './policy-lines.ts';

interface BookingCardProps {
  instructor: Instructor;
  service: Service;
  slot: string | undefined;
  week: SlotWeek;
  timeZone: string;
  locale: string;
}

/** What would be booked, for how much, and until when one may change one's mind. */
export function BookingCard({
  instructor,
  service,
  slot,
  week,
  timeZone,
  locale,
}: BookingCardProps) {
  const free =
    slot !== undefined &&
    week.days.some(({ slots }) => slots.some(({ startsAt }) => startsAt === slot));
  return (
    <Card raised>
      <h2 className="text-22">{m.booking_title()}</h2>
      {free ? (
        <Chosen
          service={service}
          instructor={instructor}
          slot={slot}
          timeZone={timeZone}
          locale={locale}
        />
      ) : (
        <NotChosen gone={slot !== undefined} />
      )}
      <dl className="numerals mt-4 text-14">
        <Line
          name={m.booking_lesson({ count: service.durationMinutes })}
          value={formatPrice(week.price, locale, true)}
          strong
        />
        <Line
          name={m.booking_service()}
          value={m.booking_keeps({ amount: formatPrice(week.split.commission, locale, true) })}
        />
        <Line name={m.booking_total()} value={formatPrice(week.price, locale, true)} strong last />
      </dl>
      {free ? (
        <form method="post" action={`/teachers/${instructor.slug}`} className="mt-4">
          <input type="hidden" name="serviceId" value={service.id} />
          <input type="hidden" name="startsAt" value={slot} />
          <Button size="large" wide>
            {m.booking_hold()}
          </Button>
        </form>
      ) : (
        <a
          href="#week"
          className="mt-4 flex min-h-12 items-center justify-center rounded-full border border-line text-14 font-semibold hover:border-edge"
        >
          {m.booking_choose()}
        </a>
      )}
      <ul className="mt-4 grid gap-1 text-14 text-soft">
        {week.confirmsByHand ? (
          <li>{m.booking_by_hand({ name: instructor.displayName })}</li>
        ) : null}
        {policyLines(week.policy.steps, free ? slot : undefined, timeZone, locale).map((line) => (
          <li key={line}>{line}</li>
        ))}
        <li>{m.booking_held()}</li>
      </ul>
    </Card>
  );
}

function Chosen({
  service,
  instructor,
  slot,
  timeZone,
  locale,
}: Omit<BookingCardProps, 'week' | 'slot'> & { slot: string }) {
  const end = Temporal.Instant.from(slot).add({ minutes: service.durationMinutes }).toString();
  const time = (instant: string, zone: string): string => formatTime(instant, 'time', zone, locale);
  const elsewhere =
    instructor.timeZone === timeZone
      ? undefined
      : m.booking_there({
          time: time(slot, instructor.timeZone),
          zone: zoneName(instructor.timeZone),
        });
  return (
    <div role="status" className="mt-3 rounded-control bg-accent-soft p-4">
      <p className="numerals font-display text-18 font-semibold">
        {`${formatTime(slot, 'longDay', timeZone, locale)}, ${time(slot, timeZone)}–${time(end, timeZone)}`}
      </p>
      <p className="text-14">{`${placeOf(service, instructor)} · ${m.booking_your_time({ zone: zoneName(timeZone) })}`}</p>
      {elsewhere ? <p className="numerals text-14 text-soft">{elsewhere}</p> : null}
    </div>
  );
}

function NotChosen({ gone }: { gone: boolean }) {
  return (
    <p className="mt-3 rounded-control bg-sunken p-4 text-14 text-soft">
      {gone ? m.booking_gone() : m.booking_none()}
    </p>
  );
}

function Line({
  name,
  value,
  strong = false,
  last = false,
}: {
  name: string;
  value: string;
  strong?: boolean;
  last?: boolean;
}) {
  return (
    <div
      className={
        last
          ? 'flex justify-between gap-4 py-2.5'
          : 'flex justify-between gap-4 border-b border-line py-2.5'
      }
    >
      <dt className={last ? 'font-semibold' : 'whitespace-nowrap'}>{name}</dt>
      <dd className={strong ? 'font-semibold' : 'text-right text-soft'}>{value}</dd>
    </div>
  );
}
