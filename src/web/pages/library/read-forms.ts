import type { ExerciseContent, SequenceContent } from '../../api/types.ts';
import { cautions, levels } from '../practice/practice-texts.ts';

/** What forms show exercises by, and the API knows them by. */
export interface Choice {
  slug: string;
  name: string;
  twoSided: boolean;
}

const text = (form: FormData, name: string): string => {
  const value = form.get(name);
  return typeof value === 'string' ? value : '';
};
const lines = (form: FormData, name: string): string[] =>
  text(form, name)
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter(Boolean);
const many = (form: FormData, name: string): string[] =>
  form.getAll(name).filter((value) => typeof value === 'string');
const whole = (form: FormData, name: string): number => {
  const number = Number(text(form, name));
  return Number.isInteger(number) && number >= 0 && number <= 3600 ? number : 0;
};
const level = (form: FormData): ExerciseContent['level'] =>
  levels.find((one) => one === text(form, 'level')) ?? 'beginner';

const folded = (name: string): string => name.trim().toLowerCase();

/** A name or an address of the library; what is neither stays as it was typed, so that the API names it. */
function slugOf(typed: string, choices: readonly Choice[]): string {
  const wanted = folded(typed);
  const found = choices.find(({ slug, name }) => folded(name) === wanted || slug === wanted);
  return found?.slug ?? (wanted.replace(/[^a-z0-9]+/g, '-').replace(/^-+|-+$/g, '') || 'unknown');
}

const related = (form: FormData, name: string, choices: readonly Choice[]): string[] =>
  text(form, name)
    .split(',')
    .filter((one) => one.trim() !== '')
    .slice(0, 8)
    .map((one) => slugOf(one, choices));

/** The exercise as typed; its drawing and photo stay as they are. */
export function readExercise(
  form: FormData,
  before: ExerciseContent,
  choices: readonly Choice[],
): ExerciseContent {
  const tags = (name: string) => cautions.filter((one) => many(form, name).includes(one));
  return {
    name: text(form, 'name'),
    original: text(form, 'original').trim() || null,
    aliases: text(form, 'aliases')
      .split(',')
      .map((one) => one.trim())
      .filter(Boolean),
    level: level(form),
    category: text(form, 'category'),
    areas: many(form, 'areas'),
    seconds: whole(form, 'seconds'),
    twoSided: form.has('twoSided'),
    steps: lines(form, 'steps'),
    benefits: lines(form, 'benefits'),
    contraindications: tags('contraindications'),
    precautions: tags('precautions'),
    safety: text(form, 'safety'),
    breath: text(form, 'breath'),
    preparatory: related(form, 'preparatory', choices),
    counter: related(form, 'counter', choices),
    related: related(form, 'related', choices),
    illustration: before.illustration,
    photo: form.has('removePhoto') ? null : before.photo,
    plus: form.has('plus'),
  };
}

export type Step = SequenceContent['steps'][number];

/** The sequence as typed. A row whose exercise is empty is no step. */
export function readSequence(form: FormData, choices: readonly Choice[]): SequenceContent {
  const [sides, seconds, transitions] = ['side', 'stepSeconds', 'transition'].map((name) =>
    many(form, name),
  );
  const steps = many(form, 'exercise').flatMap((typed, at): Step[] => {
    if (typed.trim() === '') return [];
    const slug = slugOf(typed, choices);
    const isTwoSided = choices.find((one) => one.slug === slug)?.twoSided ?? true;
    const side = sides?.[at];
    const length = Number(seconds?.[at]);
    return [
      {
        exercise: slug,
        side: isTwoSided && (side === 'left' || side === 'right') ? side : null,
        seconds: Number.isInteger(length) && length >= 0 && length <= 3600 ? length : 0,
        transition: transitions?.[at]?.trim() || null,
      },
    ];
  });
  return {
    name: text(form, 'name'),
    level: level(form),
    summary: text(form, 'summary'),
    audience: text(form, 'audience'),
    benefits: lines(form, 'benefits'),
    changeSeconds: Math.min(60, whole(form, 'changeSeconds')),
    steps,
    plus: form.has('plus'),
  };
}

/** What a row's button does: `up:3`, `down:3`, `remove:3`, `add:3` (behind it). */
export function moveStep(steps: readonly Step[], intent: string): Step[] | undefined {
  const [, kind, number] = /^(up|down|remove|add):(\d{1,3})$/.exec(intent) ?? [];
  if (!kind) return undefined;
  const at = Number(number);
  const moved = [...steps];
  if (kind === 'remove') moved.splice(at, 1);
  if (kind === 'add')
    moved.splice(at + 1, 0, { exercise: '', side: null, seconds: 30, transition: null });
  const other = kind === 'up' ? at - 1 : at + 1;
  if ((kind === 'up' || kind === 'down') && moved[at] && moved[other])
    [moved[at], moved[other]] = [moved[other], moved[at]];
  return moved;
}
