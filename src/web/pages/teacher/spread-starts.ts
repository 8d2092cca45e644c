const hourMs = 3_600_000;

/**
 * A day's starts for the eye: `first` are at least an hour apart, `rest` are those in between. Starts
 * every quarter of an hour would be a wall of numbers.
 */
export function spreadStarts(starts: readonly string[]): { first: string[]; rest: string[] } {
  const first: string[] = [];
  const rest: string[] = [];
  let last = -Infinity;
  for (const start of starts) {
    const at = Date.parse(start);
    if (at - last >= hourMs) {
      first.push(start);
      last = at;
    } else rest.push(start);
  }
  return { first, rest };
}
