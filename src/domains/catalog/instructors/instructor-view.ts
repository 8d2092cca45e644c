import type { Service } from '../services/service.ts';
import { portraitPath } from '../portraits/portrait.ts';
import { type Instructor, missingToPublish } from './instructor.ts';

const viewService = (service: Service) => ({
  id: service.id,
  subject: { slug: service.subjectSlug, name: service.subjectName },
  title: service.title,
  durationMinutes: service.durationMinutes,
  price: { minor: service.priceMinor, currency: service.currency },
  place: service.place,
  active: service.active,
});

const publicFacts = (instructor: Instructor) => ({
  id: instructor.id,
  slug: instructor.slug,
  displayName: instructor.displayName,
  headline: instructor.headline,
  bio: instructor.bio,
  lessonText: instructor.lessonText,
  languages: instructor.languages,
  portrait: instructor.portrait,
  marketCode: instructor.marketCode,
  placeName: instructor.placeName,
  point: instructor.point,
  timeZone: instructor.timeZone,
});

/** What everybody may see of an instructor; the facts are what JSON-LD and previews are made of. */
export function viewInstructor(instructor: Instructor, services: Service[], publicUrl: string) {
  return {
    ...publicFacts(instructor),
    isDemo: instructor.isDemo,
    services: services.map(viewService),
    facts: {
      url: `${publicUrl}/teachers/${instructor.slug}`,
      image: `${publicUrl}${portraitPath(instructor.portrait)}`,
      knowsAbout: [...new Set(services.map((service) => service.subjectName))],
      knowsLanguage: instructor.languages,
      areaServed: instructor.placeName,
      country: instructor.marketCode.toUpperCase(),
      prices: priceRange(services),
      publishedAt: (instructor.publishedAt ?? instructor.updatedAt).toString(),
      updatedAt: instructor.updatedAt.toString(),
    },
  };
}

/** All services of one instructor share the market's currency, so the range has one too. */
function priceRange(services: Service[]) {
  const [first] = services;
  if (!first) return null;
  const minors = services.map((service) => service.priceMinor);
  return {
    min: { minor: Math.min(...minors), currency: first.currency },
    max: { minor: Math.max(...minors), currency: first.currency },
  };
}

/** What the instructor sees of the own profile: also drafts, retired services, and what is missing. */
export const viewOwnProfile = (
  instructor: Instructor,
  services: Service[],
  placeSlug: string | null,
) => ({
  ...publicFacts(instructor),
  placeSlug,
  status: instructor.status,
  services: services.map(viewService),
  missing: missingToPublish(instructor, services),
});

export const viewListed = (instructor: Instructor) => ({
  slug: instructor.slug,
  displayName: instructor.displayName,
  headline: instructor.headline,
  portrait: instructor.portrait,
  marketCode: instructor.marketCode,
  updatedAt: instructor.updatedAt.toString(),
});

export { viewService };
