import { m } from '../../../messages/messages.js';
import { type Caution, cautions, type Level, levels, titled } from './practice-texts.ts';

/** What the address of a made practice holds. */
export interface MakeWishes {
  minutes: number;
  areas: string[];
  level: Level;
  without: Caution[];
  /** The same gives the same practice again. */
  seed: number | undefined;
}

export const minutesChoices = [5, 10, 15, 20, 30, 45, 60] as const;
const seedMax = 2_147_483_647;

/** Reads the address; what makes no sense there is left out rather than refused. */
export function readMakeWishes(params: URLSearchParams, areas: readonly string[]): MakeWishes {
  const minutes = Number(params.get('minutes'));
  const seed = params.get('seed') ?? '';
  return {
    minutes: Number.isInteger(minutes) && minutes >= 1 && minutes <= 240 ? minutes : 20,
    areas: areas.filter((area) => params.getAll('area').includes(area)).slice(0, 6),
    level: levels.find((level) => level === params.get('level')) ?? 'beginner',
    without: cautions.filter((caution) => params.getAll('without').includes(caution)),
    seed: /^\d{1,10}$/.test(seed) && Number(seed) <= seedMax ? Number(seed) : undefined,
  };
}

export function makeUrl({ minutes, areas, level, without, seed }: MakeWishes): string {
  const params = new URLSearchParams({ minutes: String(minutes), level });
  for (const area of areas) params.append('area', area);
  for (const caution of without) params.append('without', caution);
  if (seed !== undefined) params.set('seed', String(seed));
  return `/practice/make?${params}`;
}

/** "Your 20 minutes for hips and back". */
export function madeTitle({ minutes, areas }: MakeWishes): string {
  if (areas.length === 0) return m.practice_make_result({ minutes });
  const names = new Intl.ListFormat('en').format(areas.map((area) => titled(area).toLowerCase()));
  return m.practice_make_result_for({ minutes, areas: names });
}
