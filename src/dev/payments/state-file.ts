import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { connectAccount, type Platform } from './platform.ts';
import { emptyStore, type Store } from './store.ts';

const formatVersion = 2;
const quietMs = 200;

export interface StateFile {
  /** Something changed: write soon. Several changes become one write. */
  touch(): void;
  /** Write what is not written yet, now. */
  flush(): Promise<void>;
}

/** What is kept: the accounts of every platform, and how far the clock was moved, in seconds. */
export interface State {
  readonly platforms: readonly Platform[];
  clockOffset: number;
}

type SavedStore = Record<string, unknown[]>;
interface Saved {
  version: number;
  clockOffset?: number;
  platforms?: { id: string; own: SavedStore; connected: Record<string, SavedStore> }[];
  /** Version 1 knew one account, and one endpoint without a name. */
  store?: SavedStore;
}

const plain = (store: Store): SavedStore =>
  Object.fromEntries(
    Object.entries(store)
      .filter(([, part]) => (part instanceof Map ? part.size : part.length) > 0)
      .map(([name, part]) => [name, part instanceof Map ? [...part] : part]),
  );

function restore(store: Store, saved: SavedStore): void {
  for (const [name, part] of Object.entries(emptyStore())) {
    const items = saved[name] ?? [];
    const value = part instanceof Map ? new Map(items as [string, unknown][]) : items;
    Object.assign(store, { [name]: value });
  }
}

function toText({ platforms, clockOffset }: State): string {
  return JSON.stringify({
    version: formatVersion,
    clockOffset,
    platforms: platforms.map((platform) => ({
      id: platform.id,
      own: plain(platform.own.store),
      connected: Object.fromEntries(
        [...platform.connected].map(([id, { store }]) => [id, plain(store)]),
      ),
    })),
  } satisfies Saved);
}

function fromVersion1(platform: Platform, saved: SavedStore): void {
  const deliveries = (saved['deliveries'] ?? []).map((delivery) => ({
    ...(delivery as object),
    endpoint: 'we_configured',
  }));
  restore(platform.own.store, { ...saved, deliveries });
  const { store } = platform.own;
  for (const { id, payment_intent: intent } of store.sessions.values()) {
    if (typeof intent === 'string') store.sessionOfIntent.set(intent, id);
  }
  for (const { currency, net, status } of store.balanceTransactions.values()) {
    const balance = store.balances.get(currency) ?? { available: 0, pending: 0 };
    balance[status === 'available' ? 'available' : 'pending'] += net;
    store.balances.set(currency, balance);
  }
  store.tasks.sort((a, b) => a.dueAt - b.dueAt);
}

function fill(state: State, text: string): void {
  const saved = JSON.parse(text) as Saved;
  if (saved.version === 1 && saved.store) return fromVersion1(state.platforms[0]!, saved.store);
  if (saved.version !== formatVersion) throw new Error(`unknown version ${saved.version}`);
  state.clockOffset = saved.clockOffset ?? 0;
  for (const [index, { id, own, connected }] of (saved.platforms ?? []).entries()) {
    // A new key for the same business keeps what the old one made.
    const platform = state.platforms.find((known) => known.id === id) ?? state.platforms[index];
    if (!platform) continue;
    restore(platform.own.store, own);
    for (const [account, store] of Object.entries(connected)) {
      restore(connectAccount(platform, account).store, store);
    }
  }
  return undefined;
}

/**
 * Reads the remembered state into the platforms. A file that cannot be read is moved aside rather than
 * overwritten; `onBroken` is told.
 */
export async function loadState(
  path: string,
  state: State,
  onBroken: (reason: string) => void,
): Promise<void> {
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return;
    throw error;
  }
  try {
    fill(state, text);
  } catch (error) {
    await rename(path, `${path}.broken`);
    onBroken(`${path} could not be read (${String(error)}); it was moved to ${path}.broken`);
  }
}

/** Writes beside the file and renames, so that a crash leaves the old state or the new, never half of one. */
export function openStateFile(path: string, state: State): StateFile {
  let timer: NodeJS.Timeout | undefined;
  let writing: Promise<void> = Promise.resolve();

  const write = async () => {
    const draft = `${path}.${process.pid}.tmp`;
    await mkdir(dirname(path), { recursive: true });
    await writeFile(draft, toText(state), { mode: 0o600 });
    await rename(draft, path);
  };
  const writeNow = () => {
    clearTimeout(timer);
    timer = undefined;
    writing = writing.then(write, write);
    return writing;
  };

  return {
    touch() {
      timer ??= setTimeout(() => void writeNow().catch(() => undefined), quietMs).unref();
    },
    async flush() {
      await writeNow();
    },
  };
}
