import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { emptyStore, type Store } from './store.ts';

const formatVersion = 1;
const quietMs = 200;

export interface StateFile {
  /** Something changed: write soon. Several changes become one write. */
  touch(): void;
  /** Write what is not written yet, now. */
  flush(): Promise<void>;
}

function toText(store: Store): string {
  const parts = Object.entries(store).map(([name, part]) => [
    name,
    part instanceof Map ? [...part] : part,
  ]);
  return JSON.stringify({ version: formatVersion, store: Object.fromEntries(parts) });
}

function fromText(text: string): Store {
  const saved = JSON.parse(text) as { version: number; store: Record<string, unknown[]> };
  if (saved.version !== formatVersion) throw new Error(`unknown version ${saved.version}`);
  const parts = Object.entries(emptyStore()).map(([name, part]) => {
    const items = saved.store[name] ?? [];
    return [name, part instanceof Map ? new Map(items as [string, unknown][]) : items];
  });
  return Object.fromEntries(parts) as Store;
}

/**
 * Reads the remembered state. A file that cannot be read is moved aside rather than overwritten;
 * `onBroken` is told.
 */
export async function loadStore(path: string, onBroken: (reason: string) => void): Promise<Store> {
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return emptyStore();
    throw error;
  }
  try {
    return fromText(text);
  } catch (error) {
    await rename(path, `${path}.broken`);
    onBroken(`${path} could not be read (${String(error)}); it was moved to ${path}.broken`);
    return emptyStore();
  }
}

/** Writes beside the file and renames, so that a crash leaves the old state or the new, never half of one. */
export function openStateFile(path: string, store: Store): StateFile {
  let timer: NodeJS.Timeout | undefined;
  let writing: Promise<void> = Promise.resolve();

  const write = async () => {
    const draft = `${path}.${process.pid}.tmp`;
    await mkdir(dirname(path), { recursive: true });
    await writeFile(draft, toText(store), { mode: 0o600 });
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
