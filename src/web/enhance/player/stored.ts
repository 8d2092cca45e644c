/** Where finished practices wait. */
export const queueKey = 'etude-practised';

/** The part of localStorage that is used. */
export type Store = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

/** The browser's storage; where that is closed to us, things live as long as the page. */
export function openStore(): Store {
  try {
    // Reading it throws where it is closed.
    return localStorage;
  } catch {
    const kept = new Map<string, string>();
    return {
      getItem: (key) => kept.get(key) ?? null,
      setItem: (key, value) => void kept.set(key, value),
      removeItem: (key) => void kept.delete(key),
    };
  }
}

/** What is stored under a name; undefined when that is nothing, or nothing that can be read. */
export function readStored<T>(store: Store, key: string): T | undefined {
  try {
    return (JSON.parse(store.getItem(key) ?? 'null') as T | null) ?? undefined;
  } catch {
    return undefined;
  }
}

/** False when there was no room. */
export function writeStored(store: Store, key: string, value: unknown): boolean {
  try {
    store.setItem(key, JSON.stringify(value));
    return true;
  } catch {
    return false;
  }
}
