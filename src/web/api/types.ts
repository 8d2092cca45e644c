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

/** A payment with everything that happened to it, as operators see it. */
export type PaymentStory = Answer<'/api/v1/operator/payments/{id}'>;
export type Dispute = Answer<'/api/v1/operator/disputes/{id}'>;
export type LessonProblem = Answer<'/api/v1/operator/lesson-problems/{id}'>;
export type ReconciliationCase = Answer<'/api/v1/operator/reconciliation-cases'>['items'][number];

/** Where somebody is signed in. */
export type Session = Answer<'/api/v1/auth/sessions'>['items'][number];
export type TrustedBrowser = Answer<'/api/v1/auth/trusted-browsers'>['items'][number];
export type Passkey = Answer<'/api/v1/auth/passkeys'>['items'][number];
export type SecurityLogEntry = Answer<'/api/v1/me/security-log'>['items'][number];

/** An exercise of the practice library as lists and steps show it. */
export type Library = Answer<'/api/v1/libraries'>['items'][number];
export type ExerciseCard = Answer<'/api/v1/poses'>['items'][number];
export type Exercise = Answer<'/api/v1/poses/{slug}'>;
export type SequenceCard = Answer<'/api/v1/sequences'>['items'][number];
export type SequenceStep = Answer<'/api/v1/sequences/{slug}'>['steps'][number];
export type MakeBody =
  paths['/api/v1/sequences/make']['post']['requestBody']['content']['application/json'];

/** A sequence as it would be kept, with what is worth a thought. */
export type CheckedSequence =
  paths['/api/v1/sequences/check']['post']['responses'][200]['content']['application/json'];
export type SequenceWarning = CheckedSequence['warnings'][number];
export type OwnSequence = Answer<'/api/v1/me/sequences/{slug}'>;
export type OwnSequenceCard = Answer<'/api/v1/me/sequences'>['items'][number];
export type Favourite = Answer<'/api/v1/me/favourites'>['items'][number];
export type Progress = Answer<'/api/v1/me/progress'>;
export type PracticeSession = Answer<'/api/v1/me/practice-sessions'>['items'][number];

/** What an author works on. */
export type AuthoredItem = Answer<'/api/v1/authoring/items'>['items'][number];
export type ItemInWork = Answer<'/api/v1/authoring/items/{id}'>;
export type ExerciseContent = NonNullable<ItemInWork['exercise']>;
export type SequenceContent = NonNullable<ItemInWork['sequence']>;
export type MyHomework = Answer<'/api/v1/me/homework'>['items'][number];
export type LessonHomework = Answer<'/api/v1/homework'>['items'][number];
export type Homework = LessonHomework['homework'][number];
export type PreviewedSequence = NonNullable<
  Answer<'/api/v1/authoring/items/{id}/preview'>['sequence']
>;
