import { memoryCache } from '../../platform/cache/index.ts';
import type { Changes } from './changes.ts';

const answersMax = 1000;
const answerTtlMs = 60_000;

/** Answers of the API that are the same for everybody: asked once a minute, or after a topic spoke. */
export type Remember = <T>(
  key: string,
  topics: readonly string[],
  ask: () => Promise<T>,
) => Promise<T>;

interface Answer {
  value: unknown;
  topics: readonly string[];
  ticket: number;
}

export function openMemory(changes: Changes): Remember {
  const answers = memoryCache<Answer>({ max: answersMax, ttlMs: answerTtlMs });
  return async <T>(key: string, topics: readonly string[], ask: () => Promise<T>): Promise<T> => {
    const known = answers.get(key);
    if (known && changes.unchanged(known.topics, known.ticket)) return known.value as T;
    // Registers the topics, so that a change while we ask is noticed.
    changes.unchanged(topics, Infinity);
    const ticket = changes.ticket();
    const value = await ask();
    answers.set(key, { value, topics, ticket });
    return value;
  };
}
