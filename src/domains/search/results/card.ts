import type { Money } from '../../../platform/money/index.ts';
import { slotsShown } from '../documents/build-document.ts';
import type { ResultRow } from './results.queries.ts';

export interface SearchCard {
  instructorId: string;
  slug: string;
  displayName: string;
  headline: string;
  portrait: string;
  subjects: { slug: string; name: string }[];
  pricePerHour: Money;
  /** The service of that price. */
  serviceId: string;
  online: boolean;
  inPerson: boolean;
  placeName: string | null;
  point: { lat: number; lng: number } | null;
  distanceMeters: number | null;
  rating: number | null;
  ratingCount: number;
  nextSlots: string[];
  bio: string;
}

const bioCharactersMax = 280;

/** A row as the card of a list; slots that are past or inside the instructor's notice by now are left out. */
export function cardOf(row: ResultRow, now: Temporal.Instant): SearchCard {
  const bookable = row.next_slots.filter(
    (_, at) => Temporal.Instant.compare(row.next_slots_until[at]!, now) >= 0,
  );
  return {
    instructorId: row.instructor_id,
    slug: row.slug,
    displayName: row.display_name,
    headline: row.headline,
    portrait: row.portrait,
    subjects: row.subjects,
    pricePerHour: { minor: row.price_minor, currency: row.currency },
    serviceId: row.service_id,
    online: row.online,
    inPerson: row.in_person,
    placeName: row.place_name,
    point: row.lat === null || row.lng === null ? null : { lat: row.lat, lng: row.lng },
    distanceMeters: row.distance_m,
    rating: row.rating === null ? null : Math.round(row.rating * 100) / 100,
    ratingCount: row.rating_count,
    nextSlots: bookable.slice(0, slotsShown).map(String),
    bio: shorten(row.bio),
  };
}

function shorten(bio: string): string {
  if (bio.length <= bioCharactersMax) return bio;
  const cut = bio.slice(0, bioCharactersMax);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), bioCharactersMax - 40)).toWellFormed()}…`;
}
