import { data, redirect } from 'react-router';
import { m } from '../../../messages/messages.js';
import { refused } from '../form-answer.ts';
import { textFields } from '../form-fields.ts';
import type { WebRequest } from '../../server/request-context.ts';
import { findPlaceChoices, meantPlace, type PlaceChoice } from './place-choice.ts';

const texts = ['displayName', 'headline', 'bio', 'lessonText', 'place', 'placeSlug'] as const;

export interface TypedProfile extends Record<(typeof texts)[number], string> {
  languages: string[];
}

export interface ProfileAnswer {
  form: 'profile';
  problem: { code: string; message: string; fields: Record<string, string> };
  typed: TypedProfile;
  /** When a name fits several places. */
  places: PlaceChoice[];
}

/** Saves the profile form; asks which place is meant where a name fits several. */
export async function saveProfile(web: WebRequest, form: FormData, market: string) {
  const fields = textFields(form, texts);
  const languages = form.getAll('languages').filter((code) => typeof code === 'string');
  const typed: TypedProfile = { ...fields, languages };
  const choices =
    fields.place.trim() === '' ? [] : await findPlaceChoices(web, fields.place, market);
  const place = meantPlace(choices, fields.place, fields.placeSlug);
  if (fields.place.trim() !== '' && !place) return whichPlace(typed, choices);
  const { displayName, headline, bio, lessonText } = fields;
  const answer = await web.client.PUT('/api/v1/me/instructor', {
    body: { displayName, headline, bio, lessonText, languages, placeSlug: place?.slug ?? null },
  });
  if (answer.data) throw redirect('/teach?saved=profile', 303);
  const { data: said, init } = refused(answer, typed);
  const { placeSlug, ...others } = said.problem.fields;
  const problem = {
    ...said.problem,
    fields: { ...others, ...(placeSlug !== undefined && { place: placeSlug }) },
  };
  return data<ProfileAnswer>({ form: 'profile', problem, typed, places: [] }, init ?? undefined);
}

function whichPlace(typed: TypedProfile, places: PlaceChoice[]) {
  const message = places.length > 0 ? m.teach_place_which() : m.teach_place_unknown();
  const problem = { code: 'place_unknown', message, fields: { place: message } };
  return data<ProfileAnswer>({ form: 'profile', problem, typed, places }, { status: 422 });
}
