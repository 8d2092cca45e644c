import type { Chance } from '../random.ts';
import type { NamePool } from './types.ts';

export interface DrawnName {
  given: string;
  displayName: string;
  /** w, m, n, h or t: the kind of portrait that suits the name. */
  portraitKind: 'w' | 'm' | 'n' | 'h' | 't';
  speaks: string[];
}

const words = (text: string | undefined): string[] => (text ? text.split(' ') : []);

/** A name nobody in `taken` has yet; people who speak `language` come up far more often. */
export function drawName(
  random: Chance,
  pools: readonly NamePool[],
  taken: Set<string>,
  language?: string,
): DrawnName {
  const weights = pools.map(
    (pool) => [pool, pool.weight * (language && pool.speaks?.includes(language) ? 15 : 1)] as const,
  );
  for (;;) {
    const pool = random.weighted(weights);
    const kind = random.weighted<'w' | 'm' | 'n'>([
      ['w', 48],
      ['m', 45],
      ['n', pool.n ? 7 : 0],
    ]);
    const given = random.pick(words(pool[kind]));
    const displayName = `${given} ${random.pick(words(pool.family))}`;
    if (taken.has(displayName)) continue;
    taken.add(displayName);
    return {
      given,
      displayName,
      portraitKind: portraitKind(random, pool, kind),
      speaks: pool.speaks ?? [],
    };
  }
}

function portraitKind(
  random: Chance,
  pool: NamePool,
  kind: 'w' | 'm' | 'n',
): DrawnName['portraitKind'] {
  if (kind === 'w' && random.maybe(pool.headscarf ?? 0)) return 'h';
  if (kind === 'm' && random.maybe(pool.turban ?? 0)) return 't';
  return kind;
}

/** First names of learners in a market. */
export const givenNames = (pools: readonly NamePool[]): string[] =>
  pools.flatMap((pool) => [...words(pool.w), ...words(pool.m), ...words(pool.n)]);
