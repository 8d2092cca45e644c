/**
 * How many letters must be added, dropped, changed or swapped with their neighbour to make one word of
 * the other (optimal string alignment); `tooMany` as soon as it is more than `max`.
 */
export function distance(a: string, b: string, max: number): number {
  const tooMany = max + 1;
  if (Math.abs(a.length - b.length) > max) return tooMany;
  let before: number[] = [];
  let above = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    let least = i;
    for (let j = 1; j <= b.length; j += 1) {
      const same = a[i - 1] === b[j - 1];
      let cost = Math.min(above[j]! + 1, row[j - 1]! + 1, above[j - 1]! + (same ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        cost = Math.min(cost, before[j - 2]! + 1);
      row.push(cost);
      least = Math.min(least, cost);
    }
    if (least > max) return tooMany;
    [before, above] = [above, row];
  }
  return Math.min(above[b.length]!, tooMany);
}

/** As `distance`, to the best beginning of the word: for what is still being typed. */
export function distanceToBeginning(typed: string, word: string, max: number): number {
  let best = max + 1;
  for (let length = typed.length - max; length <= typed.length + max; length += 1)
    if (length > 0 && length <= word.length)
      best = Math.min(best, distance(typed, word.slice(0, length), max));
  return best;
}
