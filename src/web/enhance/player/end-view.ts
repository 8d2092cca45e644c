import { m } from '../../../messages/messages.js';
import { type AchievementKey, achievementTexts } from '../../format/achievements.ts';
import { forgetOthers } from '../forget-others.ts';
import { finishedSession } from './finished-session.ts';
import { clockText, part, showOnly, write } from './parts.ts';
import { claimAll, dropFromQueue, keepInQueue, readQueue, unclaimed } from './queue.ts';
import { practisedMs, type Run } from './run.ts';
import { readStored, type Store, writeStored } from './stored.ts';
import { syncPractised, whoIsHere } from './sync.ts';

const personKey = 'etude-practiser';

/** Learns who practises while there is a network, so that it is known at the end without one. */
export async function learnWhoIsHere(store: Store): Promise<void> {
  const person = await whoIsHere();
  if (person === undefined) return;
  writeStored(store, personKey, { person });
  await forgetOthers(person);
}

const whoWasHere = (store: Store): string | null =>
  readStored<{ person: string | null }>(store, personKey)?.person ?? null;

/** What waited since an earlier practice; said on the page when it is kept now. */
export async function sendWaiting(root: HTMLElement, store: Store): Promise<void> {
  const waiting = readQueue(store).length;
  if (waiting === 0) return;
  await syncPractised(store);
  if (readQueue(store).length < waiting) part(root, 'sent')?.removeAttribute('hidden');
}

const zone = (): string => new Intl.DateTimeFormat().resolvedOptions().timeZone;

/** Puts a practice that is over in the queue of this device. False when there is no room. */
export function fileRun(store: Store, run: Run): boolean {
  const session = finishedSession(run, zone());
  if (!session) return true;
  return keepInQueue(store, { session, owner: whoWasHere(store), isClaimed: false });
}

/** Shows what was practised and keeps it. */
export async function showEnd(root: HTMLElement, store: Store, run: Run): Promise<void> {
  const isPractised = finishedSession(run, zone()) !== undefined;
  const view = root.querySelector<HTMLElement>('[data-view="end"]') ?? root;
  showOnly(view, 'shown', isPractised ? 'practised' : 'nothing');
  write(view, 'done-time', clockText(practisedMs(run) / 1000));
  write(view, 'done-steps', String(run.practised.filter((ms) => ms >= 500).length));
  if (!isPractised) return showOnly(view, 'keep');
  if (!fileRun(store, run)) return showOnly(view, 'keep', 'nowhere');
  await keep(view, store, run.id);
}

/** Sends the queue and says what became of this practice; again whenever the network comes back. */
async function keep(view: HTMLElement, store: Store, id: string): Promise<void> {
  showOnly(view, 'keep', 'keeping');
  const { state, refused, earned } = await syncPractised(store);
  showEarned(view, earned);
  if (refused[id] !== undefined) {
    const place = view.querySelector('[data-keep="refused"]');
    if (place) place.textContent = m.play_refused({ reason: refused[id] });
    return showOnly(view, 'keep', 'refused');
  }
  const waiting = readQueue(store).find(({ session }) => session.id === id);
  // Nobody was signed in at the time; whoever is now has to say that it was them.
  if (state === 'saved' && waiting?.owner === null) {
    showOnly(view, 'keep');
    return showUnclaimed(view, store);
  }
  showOnly(view, 'keep', state === 'saved' && waiting ? 'busy' : state);
  if (state === 'offline' || state === 'busy')
    addEventListener('online', () => void keep(view, store, id), { once: true });
}

function showEarned(view: HTMLElement, earned: readonly AchievementKey[]): void {
  const list = part(view, 'earned-list');
  const place = part(view, 'earned');
  if (!list || !place || earned.length === 0) return;
  place.hidden = false;
  list.append(
    ...earned.map((key) => {
      const { name, how } = achievementTexts[key];
      const item = document.createElement('li');
      const title = document.createElement('b');
      title.textContent = name();
      item.append(title, ` · ${how()}`);
      return item;
    }),
  );
}

/** What nobody has asked for yet is offered to who is signed in here now. */
export function showUnclaimed(root: HTMLElement, store: Store): void {
  const count = unclaimed(readQueue(store)).length;
  for (const place of root.querySelectorAll<HTMLElement>('[data-unclaimed]')) {
    place.hidden = count === 0;
    write(place, 'unclaimed-text', m.play_waiting({ count }));
  }
}

/** Takes it, or lets it go. */
export async function answerUnclaimed(
  root: HTMLElement,
  store: Store,
  answer: 'claim' | 'drop',
): Promise<void> {
  if (answer === 'claim') {
    claimAll(store);
    const { state } = await syncPractised(store);
    if (state === 'signed_out') location.assign(signInUrl(root));
    if (state === 'saved') part(root, 'sent')?.removeAttribute('hidden');
  } else {
    dropFromQueue(
      store,
      unclaimed(readQueue(store)).map(({ session }) => session.id),
    );
  }
  showUnclaimed(root, store);
}

const signInUrl = (root: HTMLElement): string =>
  `/sign-in?returnTo=${encodeURIComponent(root.dataset['address'] ?? '/practice')}`;
