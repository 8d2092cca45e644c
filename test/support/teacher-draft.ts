import type { InstructorDraft, ServiceDraft } from '../../src/domains/catalog/index.ts';

/** A profile without a place, in London's time; its lessons are an online hour at £38 unless they say otherwise. */
export function teacherDraft(
  person: { id: string; displayName: string },
  marketCode: string,
  services: Partial<ServiceDraft>[],
): InstructorDraft {
  return {
    personId: person.id,
    marketCode,
    displayName: `Teacher ${person.displayName}`,
    headline: 'Patient guitar lessons',
    bio: 'Twenty years on stage and in class.',
    lessonText: '',
    languages: ['en'],
    portrait: 'n-test',
    placeId: null,
    placeName: null,
    point: null,
    timeZone: 'Europe/London',
    isDemo: false,
    services: services.map((service) => ({
      subjectSlug: 'guitar',
      title: 'Guitar, one hour',
      durationMinutes: 60,
      priceMinor: 3800,
      currency: 'GBP',
      place: 'online' as const,
      ...service,
    })),
  };
}
