import { availableParallelism } from 'node:os';
import { unavailable } from '../../../platform/errors/index.ts';
import type { Room } from '../../../platform/http/index.ts';
import { carryOutInThread, type HashTask, tasksUnderWay } from './hash-threads.ts';
import { normalisePassword } from './password-rules.ts';

// OWASP Password Storage Cheat Sheet: Argon2id (2, the library's default) with 19 MiB, t=2, p=1.
const parameters = { algorithm: 2, memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

/** Hashes at once: one core always stays free for everything else. */
const threadsMax = Math.max(1, Math.min(4, availableParallelism() - 1));
/** About a second's work for each thread. */
const underWayMax = threadsMax * 100;

let requestsInside = 0;

/**
 * Where requests that will hash wait, from before any other work of theirs: else each hash done would
 * draw in all that arrive until the next one is asked for. Throws unavailable `sign_in_busy` while more
 * hashing waits than is done soon.
 */
export const hashingRoom: Room = {
  refuseWhenFull() {
    if (requestsInside >= underWayMax) throw busy();
  },
  enter() {
    hashingRoom.refuseWhenFull();
    requestsInside += 1;
    return () => void (requestsInside -= 1);
  },
};

const busy = () =>
  unavailable(
    'sign_in_busy',
    'Many people are signing in right now. Please try again in a moment.',
    { retryAfterSeconds: 5 },
  );

/** Hashes or compares when its turn comes; beyond a short queue it refuses rather than starve the server. */
async function inTurn(task: Omit<HashTask, 'parameters'>): Promise<string | boolean> {
  if (tasksUnderWay() >= underWayMax) throw busy();
  return carryOutInThread({ ...task, parameters }, threadsMax);
}

export async function hashPassword(password: string): Promise<string> {
  return String(await inTurn({ password: normalisePassword(password) }));
}

/** Nobody's: no password leads to it, yet comparing costs what it costs with a real one. */
const nobodysHash = [
  '$argon2id$v=19',
  `m=${parameters.memoryCost},t=${parameters.timeCost},p=${parameters.parallelism}`,
  Buffer.alloc(16).toString('base64').replace(/=+$/, ''),
  Buffer.alloc(32).toString('base64').replace(/=+$/, ''),
].join('$');

/**
 * Whether the password belongs to the hash. Without a hash (unknown address) the same work is done
 * against another one, so that the time does not tell.
 */
export async function passwordMatches(
  passwordHash: string | null | undefined,
  password: string,
): Promise<boolean> {
  const hash = passwordHash ?? nobodysHash;
  const matches = await inTurn({ hash, password: normalisePassword(password) });
  return matches === true && Boolean(passwordHash);
}

/** Whether a hash was made with less memory or fewer passes than today's. */
export function isWeakerHash(passwordHash: string): boolean {
  const [, memory, time] = /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=\d+\$/.exec(passwordHash) ?? [];
  return !(Number(memory) >= parameters.memoryCost && Number(time) >= parameters.timeCost);
}
