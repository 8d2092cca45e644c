import { expect, it } from 'vitest';
import { claimAll, dropFromQueue, dueFor, keepInQueue, readQueue, unclaimed } from './queue.ts';
import type { Store } from './stored.ts';

function storeOf(kept: Record<string, string> = {}): Store {
  const entries = new Map(Object.entries(kept));
  return {
    getItem: (key) => entries.get(key) ?? null,
    setItem: (key, value) => void entries.set(key, value),
    removeItem: (key) => void entries.delete(key),
  };
}
const waiting = (id: string, owner: string | null) => ({
  session: {
    id,
    library: 'yoga',
    title: 'Morning',
    startedAt: '2026-03-01T08:00:00Z',
    finishedAt: '2026-03-01T08:15:00Z',
    timeZone: 'UTC',
    steps: [{ exercise: 'mountain', seconds: 900 }],
  },
  owner,
  isClaimed: false,
});
const ids = (queue: { session: { id: string } }[]) => queue.map(({ session }) => session.id);

it('a finished practice waits on the device once, however often it is kept (PR-06)', () => {
  const store = storeOf();
  keepInQueue(store, waiting('a', 'ada'));
  keepInQueue(store, waiting('b', 'ada'));
  keepInQueue(store, waiting('a', 'ada'));
  expect(ids(readQueue(store))).toEqual(['b', 'a']);
  dropFromQueue(store, ['a', 'b']);
  expect(readQueue(store)).toEqual([]);
});

it('what one person practised is not sent for the next who signs in here (PR-06)', () => {
  const store = storeOf();
  keepInQueue(store, waiting('a', 'ada'));
  keepInQueue(store, waiting('n', null));
  expect(ids(dueFor(readQueue(store), 'bo'))).toEqual([]);
  expect(ids(unclaimed(readQueue(store)))).toEqual(['n']);
  claimAll(store);
  expect(ids(dueFor(readQueue(store), 'bo'))).toEqual(['n']);
  expect(ids(dueFor(readQueue(store), 'ada'))).toEqual(['a', 'n']);
  expect(unclaimed(readQueue(store))).toEqual([]);
});

it('a storage that is full or holds something else is no reason to fail (PR-06)', () => {
  expect(readQueue(storeOf({ 'etude-practised': '{"no":' }))).toEqual([]);
  expect(readQueue(storeOf({ 'etude-practised': '{"no":"list"}' }))).toEqual([]);
  const full: Store = {
    ...storeOf(),
    setItem: () => {
      throw new DOMException('full', 'QuotaExceededError');
    },
  };
  expect(keepInQueue(full, waiting('a', null))).toBe(false);
});
