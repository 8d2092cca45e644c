import { availableParallelism } from 'node:os';
import { hash, verify } from '@node-rs/argon2';
import { unavailable } from '../../../platform/errors/index.ts';
import { normalisePassword } from './password-rules.ts';

// OWASP Password Storage Cheat Sheet: Argon2id (2, the library's default) with 19 MiB, t=2, p=1.
const parameters = { algorithm: 2, memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

/** Hashes at once: one core always stays free for everything else. */
const concurrencyMax = Math.max(1, Math.min(4, availableParallelism() - 1));
const waitingMax = 100;

let running = 0;
const waiting: (() => void)[] = [];

/** Runs one hash at a time per spare core; beyond a short queue it refuses rather than starve the server. */
async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (running >= concurrencyMax) {
    if (waiting.length >= waitingMax)
      throw unavailable(
        'sign_in_busy',
        'Many people are signing in right now. Please try again in a moment.',
        { retryAfterSeconds: 5 },
      );
    await new Promise<void>((resume) => waiting.push(resume));
  } else running += 1;
  try {
    return await work();
  } finally {
    const next = waiting.shift();
    if (next) next();
    else running -= 1;
  }
}

export function hashPassword(password: string): Promise<string> {
  return inTurn(() => hash(normalisePassword(password), parameters));
}

let someHash: Promise<string> | undefined;

/**
 * Whether the password belongs to the hash. Without a hash (unknown address) the same work is done
 * against another one, so that the time does not tell.
 */
export async function passwordMatches(
  passwordHash: string | null | undefined,
  password: string,
): Promise<boolean> {
  someHash ??= hashPassword('nobody has this password');
  const against = passwordHash ?? (await someHash);
  const matches = await inTurn(() => verify(against, normalisePassword(password)));
  return matches && Boolean(passwordHash);
}
