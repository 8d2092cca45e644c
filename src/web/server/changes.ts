import type { Bus } from '../../platform/bus/index.ts';

/** Knows whether something made at one moment is still true, by the topics it depends on. */
export interface Changes {
  /** Taken before making it: a change meanwhile counts. */
  ticket(): number;
  unchanged(topics: readonly string[], ticket: number): boolean;
}

export function watchChanges(bus: Bus): Changes {
  const changedAt = new Map<string, number>();
  let now = 0;
  const changeOf = (topic: string): number => {
    const known = changedAt.get(topic);
    if (known !== undefined) return known;
    changedAt.set(topic, 0);
    bus.subscribe(topic, () => changedAt.set(topic, ++now));
    return 0;
  };
  return {
    ticket: () => now,
    unchanged: (topics, ticket) => topics.every((topic) => changeOf(topic) <= ticket),
  };
}
