import type { PractisedExercise } from './progress.queries.ts';

export interface AreaShare {
  /** Null for what the library no longer has. */
  area: string | null;
  seconds: number;
}

/** An exercise for two areas counts half for each, so that the areas sum up to the time practised. */
export function balanceOf(exercises: readonly PractisedExercise[]): AreaShare[] {
  const shares = new Map<string | null, number>();
  for (const { areas, seconds } of exercises)
    for (const area of areas.length > 0 ? areas : [null])
      shares.set(area, (shares.get(area) ?? 0) + seconds / Math.max(1, areas.length));
  return [...shares]
    .map(([area, seconds]) => ({ area, seconds: Math.round(seconds) }))
    .filter(({ seconds }) => seconds > 0)
    .sort((a, b) => b.seconds - a.seconds || (a.area ?? '').localeCompare(b.area ?? ''));
}
