import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { randomToken } from '../crypto/index.ts';
import type { Storage } from './index.ts';
import { storageUnavailable } from './unavailable.ts';

/** A file appears under its name only when it is whole. */
export function folderStorage(folder: string): Storage {
  return {
    async put(key, bytes) {
      const file = join(folder, key);
      const draft = `${file}.${randomToken(6)}.new`;
      try {
        await mkdir(dirname(file), { recursive: true });
        await writeFile(draft, bytes);
        await rename(draft, file);
      } catch (error) {
        await rm(draft, { force: true }).catch(() => {});
        throw storageUnavailable(error);
      }
    },
    async find(key) {
      try {
        return await readFile(join(folder, key));
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
        throw storageUnavailable(error);
      }
    },
    async delete(key) {
      await rm(join(folder, key), { force: true }).catch((error: unknown) => {
        throw storageUnavailable(error);
      });
    },
  };
}
