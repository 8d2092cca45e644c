import { createHmac } from 'node:crypto';
import type Stripe from 'stripe';
import type { FaultSource } from './faults.ts';
import type { Log } from './log.ts';
import type { Delivery, Store } from './store.ts';

const attemptTimeoutMs = 10_000;
const retryDelaysMs: readonly number[] = [250, 1_000, 4_000, 15_000, 60_000];

/** The value of the `Stripe-Signature` header. `seconds` is the sender's clock. */
function signPayload(payload: string, secret: string, seconds: number): string {
  const signature = createHmac('sha256', secret).update(`${seconds}.${payload}`).digest('hex');
  return `t=${seconds},v1=${signature}`;
}

export interface WebhookSender {
  enqueue(event: Stripe.EventBase): void;
  setUrl(url: string | undefined): void;
  /** Sends what is waiting without further patience; resolves when all is delivered, or an attempt failed. */
  deliverNow(): Promise<void>;
  /** Resolves when every webhook is delivered or given up. */
  drain(): Promise<void>;
  close(): Promise<void>;
}

interface SenderOptions {
  store: Store;
  url: string | undefined;
  secret: string;
  now: () => number;
  faults: FaultSource;
  log: Log;
  onChange: () => void;
  retryDelays?: readonly number[];
}

/**
 * One queue, in order: a webhook that fails is tried again before the next one leaves. So a listener sees
 * events as they happened, unless a fault says otherwise. After the last retry it is given up.
 */
export function createWebhookSender(options: SenderOptions): WebhookSender {
  const { store, secret, now, faults, log, onChange, retryDelays = retryDelaysMs } = options;
  const closing = new AbortController();
  const settled = new Set<(outcome: 'empty' | 'failed') => void>();
  let url = options.url;
  let pumping: Promise<void> | undefined;
  let cutWait: (() => void) | undefined;

  const tell = (outcome: 'empty' | 'failed') => {
    for (const listener of settled) listener(outcome);
  };

  const send = async (event: Stripe.EventBase): Promise<boolean> => {
    const payload = JSON.stringify(event);
    try {
      const response = await fetch(url!, {
        method: 'POST',
        redirect: 'manual',
        headers: {
          'content-type': 'application/json; charset=utf-8',
          'stripe-signature': signPayload(payload, secret, Math.floor(now() / 1000)),
          'user-agent': 'Stripe/1.0 (local emulator)',
        },
        body: payload,
        signal: AbortSignal.any([closing.signal, AbortSignal.timeout(attemptTimeoutMs)]),
      });
      await response.arrayBuffer();
      if (response.ok) return true;
      log.warn({ event: event.id, type: event.type, status: response.status }, 'webhook refused');
    } catch (error) {
      if (!closing.signal.aborted) {
        log.warn(
          { event: event.id, type: event.type, reason: String(error) },
          'webhook not delivered',
        );
      }
    }
    return false;
  };

  const takeNext = (): Delivery => {
    const [first, second] = store.deliveries;
    if (!first!.heldBack || !second) return first!;
    first!.heldBack = false;
    store.deliveries.splice(0, 2, second, first!);
    return second;
  };

  const wait = (milliseconds: number) =>
    new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, milliseconds).unref();
      cutWait = () => {
        clearTimeout(timer);
        resolve();
      };
    });

  const remove = (delivery: Delivery) => {
    store.deliveries.splice(store.deliveries.indexOf(delivery), 1);
    onChange();
  };

  const attempt = async (delivery: Delivery): Promise<void> => {
    const event = store.events.get(delivery.eventId);
    if (!event) return remove(delivery);
    if (await send(event)) {
      event.pending_webhooks = 0;
      if (delivery.duplicate) delivery.duplicate = false;
      else remove(delivery);
      return undefined;
    }
    delivery.attempts += 1;
    const delay = retryDelays[delivery.attempts - 1];
    if (delay === undefined) {
      log.warn({ event: event.id, type: event.type }, 'webhook given up');
      remove(delivery);
      tell('failed');
      return undefined;
    }
    const waiting = wait(delay);
    tell('failed');
    return waiting;
  };

  const pump = async () => {
    while (url !== undefined && store.deliveries.length > 0 && !closing.signal.aborted) {
      await attempt(takeNext());
    }
    pumping = undefined;
    tell('empty');
  };
  const wake = () => {
    if (closing.signal.aborted) return;
    // Events of one step are all queued before the first leaves.
    pumping ??= new Promise<void>((resolve) => setImmediate(resolve)).then(pump);
  };

  const waitFor = (outcomes: readonly ('empty' | 'failed')[]) =>
    new Promise<void>((resolve) => {
      const listener = (outcome: 'empty' | 'failed') => {
        if (!outcomes.includes(outcome)) return;
        settled.delete(listener);
        resolve();
      };
      settled.add(listener);
      wake();
    });

  wake();
  return {
    enqueue(event) {
      if (url === undefined) return;
      const fault = faults.drawForWebhook(event.type);
      event.pending_webhooks = 1;
      store.deliveries.push({
        eventId: event.id,
        attempts: 0,
        duplicate: fault === 'duplicate',
        heldBack: fault === 'reorder',
      });
      wake();
    },
    setUrl(newUrl) {
      url = newUrl;
      cutWait?.();
      wake();
    },
    deliverNow() {
      const done = waitFor(['empty', 'failed']);
      cutWait?.();
      return done;
    },
    drain: () => waitFor(['empty']),
    async close() {
      closing.abort();
      cutWait?.();
      await pumping;
    },
  };
}
