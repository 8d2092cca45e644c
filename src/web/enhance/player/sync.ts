import type { AchievementKey } from '../../format/achievements.ts';
import type { FinishedSession } from './finished-session.ts';
import { dropFromQueue, dueFor, readQueue } from './queue.ts';
import type { Store } from './stored.ts';

const perRequest = 50;
/** Refused for now: the device's clock is wrong, the day is full. Such a practice waits on. */
const refusedForNow = ['clock_ahead', 'day_full'];

export interface Synced {
  /** Whether this device's practices are kept by the server now, or why not. */
  state: 'saved' | 'signed_out' | 'offline' | 'busy';
  /** What was refused, by id, in words. */
  refused: Record<string, string>;
  earned: AchievementKey[];
}

interface Answer {
  items: { id: string; status: 'saved' | 'known' | 'refused'; error?: Refusal }[];
  earned: { key: AchievementKey }[];
}
type Refusal = { code: string; detail: string };

/** Who is signed in here: an id, null for nobody, undefined when the server can't be asked. */
export async function whoIsHere(): Promise<string | null | undefined> {
  const answer = await fetch('/api/v1/me', { cache: 'no-store' }).catch(() => undefined);
  if (answer?.status === 401) return null;
  if (!answer?.ok) return undefined;
  return ((await answer.json()) as { id: string }).id;
}

/** Sends what waits on this device, one tab at a time. The ids are the device's, so nothing counts twice. */
export async function syncPractised(store: Store): Promise<Synced> {
  if (!('locks' in navigator)) return send(store);
  return navigator.locks.request('etude-practised', () => send(store));
}

async function send(store: Store): Promise<Synced> {
  const refused: Record<string, string> = {};
  const earned: AchievementKey[] = [];
  const person = await whoIsHere();
  if (person === undefined) return { state: 'offline', refused, earned };
  if (person === null) return { state: 'signed_out', refused, earned };
  const due = dueFor(readQueue(store), person).map(({ session }) => session);
  for (let at = 0; at < due.length; at += perRequest) {
    const answer = await post(due.slice(at, at + perRequest));
    if (typeof answer === 'string') return { state: answer, refused, earned };
    earned.push(...answer.earned.map(({ key }) => key));
    dropFromQueue(
      store,
      answer.items.filter((item) => isSettled(item.error)).map(({ id }) => id),
    );
    for (const { id, error } of answer.items) if (error) refused[id] = error.detail;
  }
  return { state: 'saved', refused, earned };
}

const isSettled = (error: Refusal | undefined): boolean =>
  error === undefined || !refusedForNow.includes(error.code);

async function post(
  sessions: FinishedSession[],
): Promise<Answer | 'signed_out' | 'offline' | 'busy'> {
  const answer = await fetch('/api/v1/me/practice-sessions/sync', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ sessions }),
  }).catch(() => undefined);
  if (!answer) return 'offline';
  if (answer.status === 401) return 'signed_out';
  return answer.ok ? ((await answer.json()) as Answer) : 'busy';
}
