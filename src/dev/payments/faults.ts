/** What can go wrong with one API call. */
export type CallFault =
  /** The connection closes before anything is done. */
  | { kind: 'drop_before' }
  /** Everything is done, then the connection closes without an answer. */
  | { kind: 'drop_after' }
  /** Everything is done, the answer comes late. */
  | { kind: 'delay'; milliseconds: number }
  /** The answer is 500, and stays so for this idempotency key. Nothing is done, unless `done`. */
  | { kind: 'server_error'; done?: boolean }
  /** Nothing is done; the answer is 429 and is not remembered. */
  | { kind: 'rate_limit' }
  /** There is never an answer; the connection stays open. Nothing is done, unless `done`. */
  | { kind: 'time_out'; done?: boolean }
  /** Everything is done, but the answer is not JSON, or this body. */
  | { kind: 'garbage'; body?: string };

/**
 * `duplicate` sends an event twice, `reorder` lets the next event overtake it, `delay` sends it when the
 * emulator's clock has moved on by so many seconds, `lose` never sends it.
 */
export type WebhookFault = 'delay' | 'duplicate' | 'lose' | 'reorder';

export interface CallMatch {
  method?: 'GET' | 'POST';
  /** Part of the path, or a pattern for it, such as `/v1/refunds`. */
  path?: string | RegExp;
}

/**
 * How likely each fault is, from 0 to 1. Those of calls, and those of webhooks, each sum to at most 1. A late
 * answer to a call is `delay`, a late webhook is `late` (by five minutes).
 */
export type Chances = Partial<
  Record<CallFault['kind'] | Exclude<WebhookFault, 'delay'> | 'late', number>
>;

export interface DrawnFault {
  kind: CallFault['kind'] | WebhookFault;
  /** The call's method and path, or the event's type. */
  target: string;
}

export interface Faults {
  /** The next call that matches fails so, once. Faults queued for the same call wait for the one after. */
  call(fault: CallFault, match?: CallMatch): void;
  /** The next event, or the next of this type, is delivered so, once. Seconds are for `delay`. */
  webhook(fault: WebhookFault, type?: string, seconds?: number): void;
  /** From now on faults are drawn by these chances; the same seed and calls give the same faults. */
  seed(seed: number, chances: Chances, delayMilliseconds?: number): void;
  clear(): void;
  /** Every fault that happened, in order. */
  readonly drawn: readonly DrawnFault[];
}

export interface FaultSource extends Faults {
  drawForCall(method: string, path: string): CallFault | undefined;
  drawForWebhook(type: string): DrawnForWebhook | undefined;
}

export interface DrawnForWebhook {
  fault: WebhookFault;
  seconds: number;
}

const callKinds = [
  'drop_before',
  'drop_after',
  'delay',
  'server_error',
  'rate_limit',
  'time_out',
  'garbage',
] as const;
const webhookKinds = ['duplicate', 'reorder', 'late', 'lose'] as const;
const lateSeconds = 300;

/** mulberry32: small, seeded, good enough to choose faults. */
function createRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

function matches(match: CallMatch, method: string, path: string): boolean {
  if (match.method !== undefined && match.method !== method) return false;
  if (match.path === undefined) return true;
  return typeof match.path === 'string' ? path.includes(match.path) : match.path.test(path);
}

export function createFaults(): FaultSource {
  const calls: { fault: CallFault; match: CallMatch }[] = [];
  const webhooks: (DrawnForWebhook & { type: string | undefined })[] = [];
  const drawn: DrawnFault[] = [];
  let random: (() => number) | undefined;
  let chances: Chances = {};
  let delay = 0;

  const drawByChance = <K extends keyof Chances>(kinds: readonly K[]): K | undefined => {
    if (!random) return undefined;
    let left = random();
    for (const kind of kinds) {
      left -= chances[kind] ?? 0;
      if (left < 0) return kind;
    }
    return undefined;
  };
  const byChance = (): CallFault | undefined => {
    const kind = drawByChance(callKinds);
    return kind === 'delay' ? { kind, milliseconds: delay } : kind && { kind };
  };

  const webhookByChance = (): DrawnForWebhook | undefined => {
    const kind = drawByChance(webhookKinds);
    return kind && { fault: kind === 'late' ? 'delay' : kind, seconds: lateSeconds };
  };

  return {
    drawn,
    call: (fault, match = {}) => void calls.push({ fault, match }),
    webhook: (fault, type, seconds = lateSeconds) => void webhooks.push({ fault, type, seconds }),
    seed(seed, newChances, delayMilliseconds = 100) {
      random = createRandom(seed);
      chances = newChances;
      delay = delayMilliseconds;
    },
    clear() {
      calls.length = 0;
      webhooks.length = 0;
      random = undefined;
    },
    drawForCall(method, path) {
      const index = calls.findIndex((queued) => matches(queued.match, method, path));
      const fault = index < 0 ? byChance() : calls.splice(index, 1)[0]?.fault;
      if (fault) drawn.push({ kind: fault.kind, target: `${method} ${path}` });
      return fault;
    },
    drawForWebhook(type) {
      const index = webhooks.findIndex(
        (queued) => queued.type === undefined || queued.type === type,
      );
      const found = index < 0 ? webhookByChance() : webhooks.splice(index, 1)[0];
      if (found) drawn.push({ kind: found.fault, target: type });
      return found;
    },
  };
}
