import { makeUrl, type MakeWishes } from './make-params.ts';

/** Where a sequence, a made practice, or one exercise is practised. */
export const playSequenceUrl = (slug: string): string => `/practice/play/${slug}`;

export const playMadeUrl = (wishes: MakeWishes): string =>
  makeUrl(wishes).replace('/practice/make', '/practice/play');

export const playExerciseUrl = (library: string, slug: string): string =>
  `/practice/play?${new URLSearchParams({ library, exercise: slug })}`;
