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
