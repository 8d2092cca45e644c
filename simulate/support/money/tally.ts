/** How often what happened, by its name. */
export class Tally {
  readonly counts = new Map<string, number>();

  count(name: string, times = 1): void {
    this.counts.set(name, (this.counts.get(name) ?? 0) + times);
  }

  add(more: Iterable<readonly [string, number]>): void {
    for (const [name, times] of more) this.count(name, times);
  }

  /** Of all whose names begin so. */
  sum(beginning: string): number {
    let total = 0;
    for (const [name, times] of this.counts) if (name.startsWith(beginning)) total += times;
    return total;
  }

  /** The same, each with the rest of its name, in the order of the alphabet. */
  list(beginning: string): string {
    return [...this.counts]
      .filter(([name]) => name.startsWith(beginning))
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, times]) => `${name.slice(beginning.length)} ${times}`)
      .join(', ');
  }
}
