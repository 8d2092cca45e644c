/**
 * How many letters must be added, dropped, changed or swapped with their neighbour to make one word of
 * the other (optimal string alignment); `max + 1` as soon as it is more than `max`.
 */
export const distance = (a: string, b: string, max: number): number =>
  Math.abs(a.length - b.length) > max ? max + 1 : align(a, b, max).whole;

/** As `distance`, to the best beginning of the word: for what is still being typed. */
export const distanceToBeginning = (typed: string, word: string, max: number): number =>
  align(typed, word, max).beginning;

/** Both of them at once. Only places within `max` of the diagonal can be part of an answer, so no others are looked at. */
export function align(a: string, b: string, max: number): { whole: number; beginning: number } {
  const tooMany = max + 1;
  if (a.length - b.length > max) return { whole: tooMany, beginning: tooMany };
  const width = Math.min(b.length, a.length + max);
  let before: number[] = [];
  let above = Array.from({ length: width + 1 }, (_, at) => Math.min(at, tooMany));
  for (let i = 1; i <= a.length; i += 1) {
    const from = Math.max(1, i - max);
    const to = Math.min(width, i + max);
    const row: number[] = Array.from({ length: width + 1 }, () => tooMany);
    if (i <= max) row[0] = i;
    let least = row[0]!;
    for (let j = from; j <= to; j += 1) {
      const same = a[i - 1] === b[j - 1];
      let cost = Math.min(above[j]! + 1, row[j - 1]! + 1, above[j - 1]! + (same ? 0 : 1), tooMany);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        cost = Math.min(cost, before[j - 2]! + 1);
      row[j] = cost;
      if (cost < least) least = cost;
    }
    if (least > max) return { whole: tooMany, beginning: tooMany };
    [before, above] = [above, row];
  }
  return {
    whole: width === b.length ? above[b.length]! : tooMany,
    beginning: Math.min(...above.slice(1)),
  };
}
