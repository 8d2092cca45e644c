import { isConstraint } from '../../platform/db/index.ts';
import { conflict, forbidden, invalid, notFound } from '../../platform/errors/index.ts';

export const instructorNotFound = () =>
  notFound('instructor_not_found', 'There is no such teacher here.');

export const profileNotStarted = () =>
  notFound('profile_not_started', 'You have not started a teaching profile yet.');

export const serviceNotFound = () => notFound('service_not_found', 'This lesson is not offered.');

export const serviceNotBookable = () =>
  notFound('service_not_bookable', 'This lesson is not offered any more.');

export const subjectNotFound = () => notFound('subject_not_found', 'There is no such subject.');

export const subjectUnknown = () =>
  invalid('subject_unknown', 'Choose a subject from the list.', { field: 'subjectSlug' });

export const marketRequired = () =>
  forbidden('market_required', 'Choose your market first: it sets the currency of your prices.', {
    field: 'market',
  });

export const placeUnknown = () =>
  invalid('place_unknown', 'Choose a place from the list.', { field: 'placeSlug' });

export const placeOfOtherMarket = () =>
  invalid('place_of_other_market', 'This place is outside the market you teach in.', {
    field: 'placeSlug',
  });

export const placeNeeded = () =>
  invalid('place_needed', 'Say where you teach before you offer lessons at your place.', {
    field: 'placeSlug',
  });

export const tooManyServices = (max: number) =>
  conflict('too_many_services', `You can offer up to ${max} lessons. Remove one first.`);

export const lastService = () =>
  conflict('last_service', 'A published profile needs at least one lesson that can be booked.');

/** @param missing the fields of the form that are still empty, in the order of the form */
export const profileIncomplete = (missing: string[]) =>
  invalid('profile_incomplete', `Before others can see your profile, add: ${missing.join(', ')}.`, {
    ...(missing[0] && { field: missing[0] }),
    details: { missing },
  });

const tooLong = (field: string) => () =>
  invalid('too_long', 'This is longer than we can keep.', { field });

// Lengths are checked by the schemas already; composing letters (NFC) can make a text longer again.
const errorsByConstraint: Record<string, () => Error> = {
  subjects_slug_unique: () =>
    conflict('subject_exists', 'There is already a subject of this name.', { field: 'slug' }),
  subjects_name_length: tooLong('name'),
  instructors_display_name_length: tooLong('displayName'),
  instructors_headline_length: tooLong('headline'),
  instructors_bio_length: tooLong('bio'),
  instructors_lesson_text_length: tooLong('lessonText'),
  services_subject_exists: subjectUnknown,
  services_title_length: tooLong('title'),
};

/** Throws the domain error of a violated constraint, or the error itself. */
export function rethrowConstraint(error: unknown): never {
  const name = Object.keys(errorsByConstraint).find((constraint) =>
    isConstraint(error, constraint),
  );
  throw name ? errorsByConstraint[name]!() : error;
}

export const pictureNotYours = () =>
  invalid('picture_not_found', 'Upload this picture first.', { field: 'picture' });
