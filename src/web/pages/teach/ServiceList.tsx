import { m } from '../../../messages/messages.js';
import type { OwnProfile } from '../../api/bookings.ts';
import { formatPrice } from '../../format/prices.ts';
import { useShell } from '../../shell/use-shell.ts';
import { Badge } from '../../ui/Badge.tsx';
import { Button } from '../../ui/Button.tsx';
import { ButtonLink } from '../../ui/ButtonLink.tsx';

/** The lessons on offer, and those that were withdrawn. */
export function ServiceList({ services }: { services: OwnProfile['services'] }) {
  const { locale } = useShell().market;
  if (services.length === 0) return <p className="text-soft">{m.teach_no_services()}</p>;
  return (
    <ul className="grid max-w-160 gap-3">
      {services.map((service) => {
        const { id, title, subject, durationMinutes, price, place, active } = service;
        return (
          <li
            key={id}
            className="flex flex-wrap items-center gap-x-5 gap-y-3 rounded-card border border-line bg-surface p-4"
          >
            <p className="min-w-44 grow basis-0">
              <span className="block font-semibold">{title}</span>
              <span className="block text-14 text-soft">
                {`${subject.name} · ${m.teach_minutes({ minutes: durationMinutes })} · ${place === 'online' ? m.checkout_where_online() : m.teach_at_my_place()}`}
              </span>
            </p>
            {active ? null : <Badge>{m.teach_withdrawn()}</Badge>}
            <p className="numerals font-display text-22">{formatPrice(price, locale)}</p>
            <div className="flex gap-2">
              <ButtonLink href={`/teach?service=${id}#service-form`} tone="quiet">
                {m.teach_change()}
                <span className="sr-only">{`: ${title}`}</span>
              </ButtonLink>
              <form method="post" action="/teach">
                <input type="hidden" name="intent" value={active ? 'withdraw' : 'offer'} />
                <input type="hidden" name="serviceId" value={id} />
                <Button tone="quiet">
                  {active ? m.teach_withdraw() : m.teach_offer_again()}
                  <span className="sr-only">{`: ${title}`}</span>
                </Button>
              </form>
            </div>
          </li>
        );
      })}
    </ul>
  );
}
