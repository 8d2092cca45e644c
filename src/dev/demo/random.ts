/** Chance that can be repeated: the same seed always gives the same demo. */
export interface Chance {
  /** From 0 up to 1. */
  next(): number;
  /** A whole number from min to max, both included. */
  between(min: number, max: number): number;
  maybe(probability: number): boolean;
  pick<T>(items: readonly T[]): T;
  /** Picks by weight. */
  weighted<T>(items: readonly (readonly [T, number])[]): T;
  shuffled<T>(items: readonly T[]): T[];
}

/** Mulberry32: small, fast, and even enough for inventing people. */
export function chance(seed: number): Chance {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const between = (min: number, max: number) => min + Math.floor(next() * (max - min + 1));
  return {
    next,
    between,
    maybe: (probability) => next() < probability,
    pick: (items) => items[between(0, items.length - 1)]!,
    weighted(items) {
      let left = next() * items.reduce((sum, [, weight]) => sum + weight, 0);
      for (const [item, weight] of items) {
        left -= weight;
        if (left < 0) return item;
      }
      return items.at(-1)![0];
    },
    shuffled(items) {
      const copy = [...items];
      for (let at = copy.length - 1; at > 0; at--) {
        const other = between(0, at);
        [copy[at], copy[other]] = [copy[other]!, copy[at]!];
      }
      return copy;
    },
  };
}

/** Deals items without repeating one before all were dealt, each list (by name) in an order of its own. */
export function decks(random: Chance): <T>(name: string, items: readonly T[]) => T {
  const left = new Map<string, unknown[]>();
  return <T>(name: string, items: readonly T[]) => {
    const rest = left.get(name);
    const deck = rest && rest.length > 0 ? rest : random.shuffled(items);
    left.set(name, deck);
    return deck.pop() as T;
  };
}
