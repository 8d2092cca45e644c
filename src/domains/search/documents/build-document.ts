import type { InstructorWithServices, Service } from '../../catalog/index.ts';
import type { Rating } from '../../reviews/index.ts';
import type { FreeSlots, FreeSlotsQuestion } from '../../scheduling/index.ts';

export interface Offer {
  subjectSlug: string;
  priceMinor: number;
  priceOnlineMinor: number | null;
  priceInPersonMinor: number | null;
  serviceId: string;
  serviceOnlineId: string | null;
  serviceInPersonId: string | null;
}

/** An instructor as search keeps it; instants as text, ready to be written. */
export interface SearchDocument {
  instructorId: string;
  marketCode: string;
  slug: string;
  displayName: string;
  headline: string;
  bio: string;
  portrait: string;
  subjects: { slug: string; name: string }[];
  /** Words to find, not to show: names of the subjects and titles of the services… */
  titles: string;
  /** …and the synonyms of the subjects, which weigh least, because whoever teaches the subject has them. */
  synonyms: string;
  currency: string;
  placeName: string | null;
  lat: number | null;
  lng: number | null;
  rating: number | null;
  ratingCount: number;
  nextSlots: string[];
  nextSlotsUntil: string[];
  staleAt: string;
  offers: Offer[];
}

interface Facts {
  rating: Rating;
  slots: FreeSlots;
  /** Synonyms by the subject's slug. */
  synonyms: ReadonlyMap<string, readonly string[]>;
  now: Temporal.Instant;
}

export const slotsShown = 3;
/** One more than is shown, so that a card stays full when the first has passed. */
export const slotsKept = slotsShown + 3;
const fullDiaryRecheckHours = 6;

/**
 * Asks for starts that suit every service: the longest one, with the notice of meeting in person
 * where that is offered. So whatever start a card shows can be booked with its service.
 */
export function slotsQuestion({ instructor, services }: InstructorWithServices): FreeSlotsQuestion {
  return {
    instructorId: instructor.id,
    durationMinutes: Math.max(...services.map((service) => service.durationMinutes)),
    place: services.some((service) => service.place === 'instructor') ? 'instructor' : 'online',
  };
}

export function buildDocument(
  { instructor, services }: InstructorWithServices,
  facts: Facts,
): SearchDocument {
  const subjects = [...new Map(services.map((one) => [one.subjectSlug, one.subjectName]))].map(
    ([slug, name]) => ({ slug, name }),
  );
  const { starts, noticeMinutes } = facts.slots;
  const until = starts.map((start) => start.subtract({ minutes: noticeMinutes }));
  return {
    instructorId: instructor.id,
    marketCode: instructor.marketCode,
    slug: instructor.slug,
    displayName: instructor.displayName,
    headline: instructor.headline,
    bio: instructor.bio,
    portrait: instructor.portrait,
    subjects,
    titles: [...subjects.map(({ name }) => name), ...services.map((service) => service.title)].join(
      ' ',
    ),
    synonyms: subjects.flatMap(({ slug }) => facts.synonyms.get(slug) ?? []).join(' '),
    currency: services[0]!.currency,
    placeName: instructor.placeName,
    lat: instructor.point?.lat ?? null,
    lng: instructor.point?.lng ?? null,
    rating: facts.rating.average,
    ratingCount: facts.rating.count,
    nextSlots: starts.map(String),
    nextSlotsUntil: until.map(String),
    staleAt: (until[0] ?? facts.now.add({ hours: fullDiaryRecheckHours })).toString(),
    offers: [
      offerOf('', services),
      ...subjects.map(({ slug }) =>
        offerOf(
          slug,
          services.filter((service) => service.subjectSlug === slug),
        ),
      ),
    ],
  };
}

function offerOf(subjectSlug: string, services: readonly Service[]): Offer {
  const online = cheapest(services.filter((service) => service.place === 'online'));
  const inPerson = cheapest(services.filter((service) => service.place === 'instructor'));
  const least = cheapest(services)!;
  return {
    subjectSlug,
    priceMinor: perHourMinor(least),
    priceOnlineMinor: online ? perHourMinor(online) : null,
    priceInPersonMinor: inPerson ? perHourMinor(inPerson) : null,
    serviceId: least.id,
    serviceOnlineId: online?.id ?? null,
    serviceInPersonId: inPerson?.id ?? null,
  };
}

function cheapest(services: readonly Service[]): Service | undefined {
  return services.toSorted(
    (a, b) => perHourMinor(a) - perHourMinor(b) || a.position - b.position,
  )[0];
}

/** Price of an hour in minor units, rounded up: a card never promises less than will be charged. */
function perHourMinor({
  priceMinor,
  durationMinutes,
}: Pick<Service, 'priceMinor' | 'durationMinutes'>): number {
  const sixtyfold = priceMinor * 60;
  const remainder = sixtyfold % durationMinutes;
  return (sixtyfold - remainder) / durationMinutes + (remainder > 0 ? 1 : 0);
}
