import type { FinishedSession } from './finished-session.ts';
import { queueKey, readStored, type Store, writeStored } from './stored.ts';

/** A finished practice that waits on this device. */
export interface Waiting {
  session: FinishedSession;
  /**
   * Whose it is: it is sent for nobody else. Null when nobody was signed in; then it is sent once
   * somebody has said that it is theirs.
   */
  owner: string | null;
  isClaimed: boolean;
}

export const readQueue = (store: Store): Waiting[] => {
  const found = readStored<Waiting[]>(store, queueKey);
  return Array.isArray(found) ? found : [];
};

const writeQueue = (store: Store, queue: readonly Waiting[]): boolean => {
  if (queue.length > 0) return writeStored(store, queueKey, queue);
  store.removeItem(queueKey);
  return true;
};

/** Adds a finished practice once. False when this device has no room for it. */
export function keepInQueue(store: Store, waiting: Waiting): boolean {
  const others = readQueue(store).filter(({ session }) => session.id !== waiting.session.id);
  return writeQueue(store, [...others, waiting]);
}

/** Whoever signs in next on this device asked for it. */
export function claimAll(store: Store): void {
  writeQueue(
    store,
    readQueue(store).map((one) => (one.owner === null ? { ...one, isClaimed: true } : one)),
  );
}

export function dropFromQueue(store: Store, ids: readonly string[]): void {
  writeQueue(
    store,
    readQueue(store).filter(({ session }) => !ids.includes(session.id)),
  );
}

/** What may be sent in the name of this person. */
export const dueFor = (queue: readonly Waiting[], personId: string): Waiting[] =>
  queue.filter(({ owner, isClaimed }) => owner === personId || (owner === null && isClaimed));

/** What was practised while nobody was signed in, and nobody has asked for. */
export const unclaimed = (queue: readonly Waiting[]): Waiting[] =>
  queue.filter(({ owner, isClaimed }) => owner === null && !isClaimed);
