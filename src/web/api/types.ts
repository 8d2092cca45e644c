import type { paths } from './schema.d.ts';

type Answer<Path extends keyof paths> = paths[Path] extends {
  get: { responses: { 200: { content: { 'application/json': infer Body } } } };
}
  ? Body
  : never;

/** An instructor as a search result. */
export type SearchCard = Answer<'/api/v1/search'>['items'][number];
export type Relaxation = Answer<'/api/v1/search'>['relax'][number];
export type Instructor = Answer<'/api/v1/instructors/{slug}'>;
export type Service = Instructor['services'][number];
export type SlotWeek = Answer<'/api/v1/instructors/{id}/slots'>;
export type ReviewPage = Answer<'/api/v1/instructors/{id}/reviews'>;
export type Subject = Answer<'/api/v1/subjects'>['items'][number];

/** Where somebody is signed in. */
export type Session = Answer<'/api/v1/auth/sessions'>['items'][number];
export type TrustedBrowser = Answer<'/api/v1/auth/trusted-browsers'>['items'][number];
export type Passkey = Answer<'/api/v1/auth/passkeys'>['items'][number];
export type SecurityLogEntry = Answer<'/api/v1/me/security-log'>['items'][number];

/** An exercise of the practice library as lists and steps show it. */
export type ExerciseCard = Answer<'/api/v1/poses'>['items'][number];
export type Exercise = Answer<'/api/v1/poses/{slug}'>;
export type SequenceCard = Answer<'/api/v1/sequences'>['items'][number];
export type SequenceStep = Answer<'/api/v1/sequences/{slug}'>['steps'][number];
export type MakeBody =
  paths['/api/v1/sequences/make']['post']['requestBody']['content']['application/json'];
