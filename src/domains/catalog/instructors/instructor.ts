import type { Service } from '../services/service.ts';

export interface Point {
  lat: number;
  lng: number;
}

export interface Instructor {
  id: string;
  personId: string;
  slug: string;
  marketCode: string;
  displayName: string;
  headline: string;
  bio: string;
  /** What a lesson is like. */
  lessonText: string;
  /** BCP 47 language subtags, the one taught in first. */
  languages: string[];
  /** Key of the drawn portrait. */
  portrait: string;
  placeId: string | null;
  placeName: string | null;
  /** The area, never a home: the centre of the place or a point near it. */
  point: Point | null;
  /** IANA zone. */
  timeZone: string;
  status: 'draft' | 'published';
  isDemo: boolean;
  publishedAt: Temporal.Instant | null;
  updatedAt: Temporal.Instant;
}

type Texts = Pick<Instructor, 'headline' | 'bio' | 'languages'>;

/** What a profile still lacks before it can be published, in the order of the form. */
export function missingToPublish(instructor: Texts, services: Pick<Service, 'active'>[]): string[] {
  return [
    ...(instructor.headline === '' ? ['headline'] : []),
    ...(instructor.bio === '' ? ['bio'] : []),
    ...(instructor.languages.length === 0 ? ['languages'] : []),
    ...(services.some((service) => service.active) ? [] : ['services']),
  ];
}
