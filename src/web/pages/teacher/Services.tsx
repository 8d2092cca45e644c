import { m } from '../../../messages/messages.js';
import type { Instructor, Service } from '../../api/types.ts';
import { formatPrice } from '../../format/prices.ts';
import { classNames } from '../../ui/class-names.ts';
import { teacherUrl, type TeacherChoices } from './teacher-choices.ts';

/** The lessons on offer, as choices: the week below shows the free hours of the chosen one. */
export function Services({
  instructor,
  choices,
  locale,
}: {
  instructor: Instructor;
  choices: TeacherChoices;
  locale: string;
}) {
  return (
    <section aria-labelledby="services" data-swap="services">
      <h2 id="services" className="text-28">
        {m.teacher_services()}
      </h2>
      <ul className="mt-4 grid gap-3 sm:grid-cols-2">
        {instructor.services.map((service) => {
          const chosen = service.id === choices.service?.id;
          return (
            <li key={service.id}>
              <a
                href={teacherUrl(instructor.slug, choices, {
                  service: service.id,
                  slot: undefined,
                })}
                data-soft
                aria-current={chosen ? 'true' : undefined}
                className={classNames(
                  'flex h-full items-start justify-between gap-4 rounded-card border p-4 transition-colors',
                  chosen
                    ? 'border-accent bg-accent-soft'
                    : 'border-line bg-surface hover:border-edge',
                )}
              >
                <span>
                  <b className="block font-semibold">{service.title}</b>
                  <span className="text-14 text-soft">{`${m.minutes({ count: service.durationMinutes })} · ${placeOf(service, instructor)}`}</span>
                </span>
                <span className="numerals font-display text-18 font-medium">
                  {formatPrice(service.price, locale)}
                </span>
              </a>
            </li>
          );
        })}
      </ul>
    </section>
  );
}

/** Where a lesson happens, in words. */
export function placeOf(service: Service, instructor: Instructor): string {
  if (service.place === 'online') return m.place_online();
  return instructor.placeName ? m.place_at({ place: instructor.placeName }) : m.place_in_person();
}
