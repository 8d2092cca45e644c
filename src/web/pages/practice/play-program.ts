import { redirect } from 'react-router';
import { dataOrThrow } from '../../api/problem.ts';
import type { Exercise, SequenceStep } from '../../api/types.ts';
import type { Illustration, Program, ProgramStep } from '../../enhance/player/program.ts';
import type { WebRequest } from '../../server/request-context.ts';
import { listAreas } from './fetch-library.ts';
import { exercisesPath } from './pose-params.ts';
import { madeTitle, makeUrl, readMakeWishes } from './make-params.ts';
import { playMadeUrl } from './play-url.ts';
import { originalLanguage } from './practice-texts.ts';

/** What is practised, and the page that one came from. */
export interface Play {
  program: Program;
  /** Whom it was made for, where others get something else at this address, or nothing. */
  person: string | undefined;
  from: string;
}

const changeSeconds = 5;
const illustrationsPerAnswer = 100;

/** What the address asks for; undefined when it names nothing. */
export async function findPlay(
  web: WebRequest,
  slug: string | undefined,
  params: URLSearchParams,
): Promise<Play | undefined> {
  if (slug !== undefined) return playSequence(web, slug);
  if (params.has('minutes')) return playMade(web, params);
  const exercise = params.get('exercise');
  return exercise === null
    ? undefined
    : playExercise(web, params.get('library') ?? 'yoga', exercise);
}

async function playSequence(web: WebRequest, slug: string): Promise<Play> {
  const path = { slug };
  const found = dataOrThrow(await web.client.GET('/api/v1/sequences/{slug}', { params: { path } }));
  // Its own page shows the part that is open to everybody, and how to have the rest.
  if (found.locked) throw redirect(`/practice/sequences/${slug}`, 303);
  const { library, name: title, plus, by } = found;
  const practice = { library, sequence: found.slug, title, changeSeconds: found.changeSeconds };
  return {
    program: await programOf(web, practice, found.steps.map(stepOf)),
    person: plus || by === 'me' ? web.visitor?.id : undefined,
    from: `/practice/sequences/${found.slug}`,
  };
}

async function playMade(web: WebRequest, params: URLSearchParams): Promise<Play> {
  const wishes = readMakeWishes(params, await listAreas(web));
  const answer = await web.client.POST('/api/v1/sequences/make', { body: wishes });
  // The page of wishes says what can't be made, and why.
  if (answer.response.status === 422) throw redirect(makeUrl(wishes), 303);
  const made = dataOrThrow(answer);
  if (wishes.seed === undefined) throw redirect(playMadeUrl({ ...wishes, seed: made.seed }), 303);
  const practice = { library: 'yoga', sequence: null, changeSeconds: made.changeSeconds };
  return {
    program: await programOf(
      web,
      { ...practice, title: madeTitle(wishes) },
      made.steps.map(stepOf),
    ),
    // Of all exercises for subscribers, of the open ones for everybody else.
    person: web.visitor?.id,
    from: makeUrl(wishes),
  };
}

async function playExercise(web: WebRequest, library: string, slug: string): Promise<Play> {
  const path = { library, slug };
  const exercise = dataOrThrow(
    await web.client.GET('/api/v1/exercises/{library}/{slug}', { params: { path } }),
  );
  const practice = { library, sequence: null, title: exercise.name, changeSeconds };
  return {
    program: await programOf(web, practice, sidesOf(exercise)),
    person: undefined,
    from: exercisesPath(library, slug),
  };
}

function sidesOf(exercise: Exercise): ProgramStep[] {
  const { slug, name, original, seconds, breath, twoSided } = exercise;
  const sides = twoSided ? (['right', 'left'] as const) : [null];
  return sides.map((side) => ({
    exercise: slug,
    name,
    original,
    side,
    seconds,
    breath,
    transition: null,
  }));
}

const stepOf = ({ exercise, side, seconds, breath, transition }: SequenceStep): ProgramStep => ({
  exercise: exercise.slug,
  name: exercise.name,
  original: exercise.original,
  side,
  seconds,
  breath,
  transition,
});

async function programOf(
  web: WebRequest,
  practice: Pick<Program, 'library' | 'sequence' | 'title' | 'changeSeconds'>,
  steps: ProgramStep[],
): Promise<Program> {
  const { library } = practice;
  const slugs = [...new Set(steps.map(({ exercise }) => exercise))];
  return {
    ...practice,
    originalLanguage: originalLanguage[library] ?? null,
    steps,
    illustrations: await illustrationsOf(web, library, slugs),
  };
}

async function illustrationsOf(
  web: WebRequest,
  library: string,
  slugs: readonly string[],
): Promise<Program['illustrations']> {
  const found: Program['illustrations'] = {};
  for (let at = 0; at < slugs.length; at += illustrationsPerAnswer) {
    const query = { library, exercise: slugs.slice(at, at + illustrationsPerAnswer) };
    const { items } = dataOrThrow(
      await web.client.GET('/api/v1/illustrations', { params: { query } }),
    );
    for (const { exercise, illustration } of items) found[exercise] = illustration as Illustration;
  }
  return found;
}
