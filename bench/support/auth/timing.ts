import { accountPassword } from '../accounts.ts';
import { connect, type Connection } from '../exchange.ts';

export type Endpoint = 'register' | 'login' | 'forgot-password' | 'resend-verification';

const bodyOf: Record<Endpoint, (email: string) => object> = {
  register: (email) => ({ email, password: accountPassword, displayName: 'Ada' }),
  login: (email) => ({ email, password: 'Wrong-Garden-43' }),
  'forgot-password': (email) => ({ email }),
  'resend-verification': (email) => ({ email }),
};

export const endpoints = Object.keys(bodyOf) as Endpoint[];

export interface Timing {
  /** How well the time tells known from unknown: 0.5 not at all, 1 always. */
  areaUnderCurve: number;
  medianKnownMs: number;
  medianUnknownMs: number;
  /** The statuses that were answered, known and unknown: they must not tell either. */
  statuses: [number[], number[]];
}

const warmUp = 50;

/** Asks for each known address once, and as often for strangers, in random order. */
export async function timeAnswers(
  url: string,
  endpoint: Endpoint,
  known: string[],
): Promise<Timing> {
  const connection = connect(url);
  const stranger = strangers(endpoint);
  for (let n = 0; n < warmUp; n += 1) await ask(connection, endpoint, stranger());
  const times = { known: [] as number[], unknown: [] as number[] };
  const statuses = { known: new Set<number>(), unknown: new Set<number>() };
  // Drawn one by one: what an answer leaves to be done afterwards must not fall on one kind alone.
  const order = shuffled(known.flatMap((email) => [email, undefined]));
  for (const email of order) {
    const kind = email === undefined ? 'unknown' : 'known';
    const { ms, status } = await ask(connection, endpoint, email ?? stranger());
    times[kind].push(ms);
    statuses[kind].add(status);
  }
  connection.close();
  return {
    areaUnderCurve: areaUnderCurve(times.known, times.unknown),
    medianKnownMs: medianOf(times.known),
    medianUnknownMs: medianOf(times.unknown),
    statuses: [[...statuses.known], [...statuses.unknown]],
  };
}

const ask = (connection: Connection, endpoint: Endpoint, email: string) =>
  connection.post(`/api/v1/auth/${endpoint}`, bodyOf[endpoint](email));

function strangers(endpoint: Endpoint): () => string {
  let count = 0;
  return () => `${endpoint}-stranger${(count += 1)}@bench.example`;
}

const medianOf = (values: number[]) => values.toSorted((a, b) => a - b)[values.length >> 1]!;

function shuffled<T>(items: T[]): T[] {
  const drawn = [...items];
  for (let last = drawn.length - 1; last > 0; last -= 1) {
    const place = Math.floor(Math.random() * (last + 1));
    [drawn[last], drawn[place]] = [drawn[place]!, drawn[last]!];
  }
  return drawn;
}

/**
 * Area under the ROC curve by the rank sum (Mann and Whitney): the chance that a value of the one list
 * is greater than one of the other, whichever way round is better for a guesser.
 */
export function areaUnderCurve(one: number[], other: number[]): number {
  const all = [
    ...one.map((value) => ({ value, mine: true })),
    ...other.map((value) => ({ value, mine: false })),
  ].toSorted((a, b) => a.value - b.value);
  let rankSum = 0;
  for (let start = 0; start < all.length;) {
    let end = start;
    while (end < all.length && all[end]!.value === all[start]!.value) end += 1;
    const rank = (start + 1 + end) / 2; // equal values share the middle of their places
    for (let place = start; place < end; place += 1) if (all[place]!.mine) rankSum += rank;
    start = end;
  }
  const area = (rankSum - (one.length * (one.length + 1)) / 2) / (one.length * other.length);
  return Math.max(area, 1 - area);
}
