import { pino } from 'pino';
import { createEtude, prepareDatabase } from '../../../src/app.ts';
import type { Exercise, Library } from '../../../src/domains/practice/content/exercise.ts';
import { libraries } from '../../../src/domains/practice/content/libraries.ts';
import { importLibrary } from '../../../src/domains/practice/index.ts';
import { loadConfig } from '../../../src/platform/config/index.ts';

/** An English word before a name, and its Sanskrit one. */
const variants = [
  ['Revolved', 'Parivṛtta'],
  ['Supported', 'Sālamba'],
  ['Half', 'Ardha'],
  ['One-Legged', 'Eka Pāda'],
  ['Bound', 'Baddha'],
  ['Reclining', 'Supta'],
  ['Extended', 'Utthita'],
  ['Inverted', 'Viparīta'],
] as const;

/** The poses that ship, and variants of them under names of their own, until there are so many. */
export function bigLibrary(count: number): Library {
  const [yoga] = libraries;
  if (!yoga) throw new Error('no library ships');
  const illustrations = { ...yoga.illustrations };
  const exercises: Exercise[] = [...yoga.exercises];
  for (let at = 0; exercises.length < count; at += 1) {
    const pose = yoga.exercises[at % yoga.exercises.length]!;
    const [english, sanskrit] = variants[Math.floor(at / yoga.exercises.length)]!;
    const slug = `${english.toLowerCase()}-${pose.slug}`;
    const taken = yoga.exercises.some((one) => one.slug === slug);
    const own = taken ? `other-${slug}` : slug;
    illustrations[own] = yoga.illustrations[pose.slug]!;
    exercises.push({
      ...pose,
      slug: own,
      name: `${english} ${pose.name}`,
      original: `${sanskrit} ${pose.original}`,
      aliases: pose.aliases.map((alias) => `${english} ${alias}`),
    });
  }
  return { ...yoga, exercises, illustrations };
}

/** Leaves the database with that library in it. */
export async function loadBigLibrary(
  settings: Record<string, string>,
  library: Library,
): Promise<void> {
  const etude = await createEtude({ config: loadConfig(settings), log: pino({ level: 'silent' }) });
  try {
    await prepareDatabase(etude);
    await importLibrary(etude.ctx, library);
  } finally {
    await etude.close();
  }
}
