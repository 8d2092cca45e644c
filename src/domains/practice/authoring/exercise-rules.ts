import { keysFaults, poseFaults } from '../../../figures/index.ts';
import { easeMin, medicalClaim, wordsDefault } from '../content/check-exercises.ts';
import type { Library } from '../content/exercise.ts';
import { folded, readingEase, wordsOf } from '../content/readability.ts';
import type { PublishedLibrary } from '../library/published-library.ts';
import type { ExerciseContent, Fault } from './content.ts';

export interface ExerciseSetting {
  slug: string;
  library: Pick<Library, 'areas' | 'categories' | 'words'>;
  published: PublishedLibrary | undefined;
  /** The library promises more of its texts than an instructor of theirs. */
  isOwn: boolean;
}

type Ask = (fine: boolean, field: keyof ExerciseContent, text: () => string) => void;

const between = (value: number, [least, most]: readonly [number, number]) =>
  value >= least && value <= most;
const distinct = (values: readonly string[]) => new Set(values).size === values.length;

const ownWords = [10, 400] as const;

/** Everything that keeps an exercise from being published, in the order of the form. */
export function exerciseFaults(content: ExerciseContent, setting: ExerciseSetting): Fault[] {
  const faults: Fault[] = [];
  const ask: Ask = (fine, field, text) => {
    if (!fine) faults.push({ field, text: text() });
  };
  askNames(content, setting, ask);
  askFacts(content, setting, ask);
  askSteps(content, setting, ask);
  askTexts(content, setting, ask);
  askRelations(content, setting, ask);
  askPicture(content, setting, ask);
  return faults;
}

function askNames(
  { name, original, aliases }: ExerciseContent,
  { slug, published, isOwn }: ExerciseSetting,
  ask: Ask,
): void {
  ask(folded(name) !== '', 'name', () => 'Write a name with letters.');
  if (isOwn) return;
  const owners = new Map(
    (published?.exercises ?? [])
      .filter((other) => other.slug !== slug)
      .flatMap((other) =>
        [other.name, ...(other.original ? [other.original] : []), ...other.body.aliases].map(
          (each) => [folded(each), other.name] as const,
        ),
      ),
  );
  const taken = (each: string) => owners.get(folded(each));
  ask(!taken(name), 'name', () => `“${taken(name)}” is called so already.`);
  ask(!original || !taken(original), 'original', () => `“${taken(original!)}” has this name.`);
  for (const alias of aliases)
    ask(!taken(alias), 'aliases', () => `“${alias}” is also a name of “${taken(alias)}”.`);
}

function askFacts(content: ExerciseContent, { library }: ExerciseSetting, ask: Ask): void {
  const { category, areas, seconds } = content;
  ask(library.categories.includes(category), 'category', () => 'Choose one of the categories.');
  ask(
    between(areas.length, [1, 3]),
    'areas',
    () => `Choose one to three areas, not ${areas.length}.`,
  );
  ask(distinct(areas), 'areas', () => 'An area is named twice.');
  for (const area of areas)
    ask(library.areas.includes(area), 'areas', () => `“${area}” is no area of this library.`);
  ask(between(seconds, [15, 60]), 'seconds', () => `Choose 15 to 60 seconds, not ${seconds}.`);
}

function askSteps({ steps }: ExerciseContent, { library, isOwn }: ExerciseSetting, ask: Ask): void {
  const range = isOwn ? ([1, 12] as const) : ([4, 8] as const);
  ask(
    between(steps.length, range),
    'steps',
    () => `Write ${range[0]} to ${range[1]} steps, a line each; there are ${steps.length}.`,
  );
  const text = steps.join(' ');
  const count = wordsOf(text).length;
  const [least, most] = isOwn ? ownWords : (library.words ?? wordsDefault);
  ask(
    between(count, [least, most]),
    'steps',
    () => `The steps have ${count} words; ${least} to ${most} fit.`,
  );
  if (isOwn || count === 0) return;
  const ease = readingEase(text);
  ask(
    ease >= easeMin,
    'steps',
    () =>
      `The steps read at ${Math.round(ease)} of 100, where ${easeMin} is easy enough to be heard once. Shorten sentences and words.`,
  );
}

function askTexts(content: ExerciseContent, { isOwn }: ExerciseSetting, ask: Ask): void {
  const { steps, benefits, safety, breath, contraindications, precautions } = content;
  const least = isOwn ? 1 : 3;
  ask(
    between(benefits.length, [least, 5]),
    'benefits',
    () => `Write ${least} to 5 benefits, a line each; there are ${benefits.length}.`,
  );
  for (const benefit of benefits)
    ask(
      !medicalClaim.test(benefit),
      'benefits',
      () => `“${benefit}” promises to heal. Say what the practice does instead.`,
    );
  ask(safety.length > 20, 'safety', () => 'Say in a sentence what to take care of.');
  ask(
    between(breath.length, [10, 90]),
    'breath',
    () => `Write one short cue of 10 to 90 characters; this has ${breath.length}.`,
  );
  for (const [field, texts] of [
    ['steps', steps],
    ['safety', [safety]],
    ['breath', [breath]],
  ] as const)
    for (const text of texts.filter(Boolean)) {
      ask(/[.!?…]”?$/.test(text), field, () => `End this with a full stop: “…${text.slice(-30)}”`);
      ask(
        /^[\p{Lu}\d“]/u.test(text),
        field,
        () => `Begin this with a capital: “${text.slice(0, 30)}…”`,
      );
    }
  const tags = [...contraindications, ...precautions];
  ask(distinct(tags), 'precautions', () => 'A caution stands in both lists; once is enough.');
}

function askRelations(
  content: ExerciseContent,
  { slug, published, isOwn }: ExerciseSetting,
  ask: Ask,
): void {
  const levels = ['beginner', 'intermediate', 'advanced'];
  for (const field of ['preparatory', 'counter', 'related'] as const) {
    ask(distinct(content[field]), field, () => 'An exercise is named twice.');
    for (const other of content[field])
      ask(
        other !== slug && published?.bySlug.has(other) === true,
        field,
        () => `“${other}” is no other exercise of this library.`,
      );
  }
  if (isOwn) return;
  for (const other of content.preparatory) {
    const easier = published?.bySlug.get(other);
    ask(
      !easier || easier.level - 1 <= levels.indexOf(content.level),
      'preparatory',
      () => `${easier!.name} is harder than this exercise, so it can’t prepare for it.`,
    );
  }
}

function askPicture(
  { illustration, photo }: ExerciseContent,
  { isOwn }: ExerciseSetting,
  ask: Ask,
) {
  ask(illustration !== null || (isOwn && photo !== null), 'illustration', () =>
    isOwn ? 'Draw a figure or upload a photo.' : 'Draw a figure.',
  );
  if (!illustration) return;
  for (const fault of drawingFaults(illustration))
    ask(false, 'illustration', () => `The drawing is not right: ${fault}.`);
}

/** In words; empty where it can be drawn. Takes whatever a client sent. */
function drawingFaults(illustration: NonNullable<ExerciseContent['illustration']>): string[] {
  return illustration.kind === 'figure' ? poseFaults(illustration.pose) : keysFaults(illustration);
}
