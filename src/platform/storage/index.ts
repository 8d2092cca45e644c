import { join } from 'node:path';
import type { Config } from '../config/index.ts';
import { bucketStorage } from './bucket.ts';
import { folderStorage } from './folder.ts';

/**
 * Where files are kept, under keys such as `images/3f2a/600.webp`. A key's content never changes: whoever
 * writes it twice writes the same. Throws unavailable `storage_unavailable` when the place does not answer.
 */
export interface Storage {
  put(key: string, bytes: Uint8Array, contentType: string): Promise<void>;
  /** Undefined when there is no such file. */
  find(key: string): Promise<Uint8Array | undefined>;
  /** Deleting what is not there is no error. */
  delete(key: string): Promise<void>;
}

/** A folder under DATA_DIR, or the bucket that the configuration names. */
export function openStorage({ bucket, dataDir }: Pick<Config, 'bucket' | 'dataDir'>): Storage {
  return guarded(bucket ? bucketStorage(bucket) : folderStorage(join(dataDir, 'files')));
}

const keyShape = /^[a-z0-9][a-z0-9.-]*(\/[a-z0-9][a-z0-9.-]*)*$/;

/** No key leads out of the place, whoever made it. */
function guarded(storage: Storage): Storage {
  const check = (key: string) => {
    if (key.length > 200 || !keyShape.test(key)) throw new TypeError(`not a storage key: ${key}`);
  };
  return {
    put: async (key, ...rest) => (check(key), storage.put(key, ...rest)),
    find: async (key) => (check(key), storage.find(key)),
    delete: async (key) => (check(key), storage.delete(key)),
  };
}
