import { createSecretKey, type KeyObject } from 'node:crypto';

/** The keys that seal secrets at rest. Held as key objects, which print and serialise as nothing. */
export interface KeyRing {
  /** The version that seals from now on. */
  readonly current: number;
  readonly keys: ReadonlyMap<number, KeyObject>;
}

const keyBytes = 32;
const versionMax = 65_535;

/**
 * Reads a ring such as `2:BASE64,1:BASE64`: each key 32 bytes under its own number, the current one
 * first, older ones behind it for as long as something is sealed with them. Throws a plain sentence.
 */
export function readKeyRing(text: string): KeyRing {
  const keys = new Map<number, KeyObject>();
  for (const entry of text.split(',')) {
    const [version, key] = readEntry(entry.trim());
    if (keys.has(version)) throw new Error(`holds two keys with the number ${version}`);
    keys.set(version, key);
  }
  const [current] = keys.keys();
  return { current: current!, keys };
}

/** Never quotes what it could not read: it may be a key. */
function readEntry(entry: string): [version: number, key: KeyObject] {
  const [, digits = '', base64 = ''] = /^(\d{1,5}):([A-Za-z0-9+/]{43}=)$/.exec(entry) ?? [];
  const bytes = Buffer.from(base64, 'base64');
  if (bytes.length !== keyBytes)
    throw new Error('lists keys as NUMBER:KEY, each key 32 bytes in base64 (44 characters)');
  const version = Number(digits);
  if (version < 1 || version > versionMax)
    throw new Error(`numbers its keys from 1 to ${versionMax}`);
  // Of 32 random bytes so few are never different: somebody typed them.
  if (new Set(bytes).size < 12) throw new Error('looks like a placeholder');
  return [version, createSecretKey(bytes)];
}
