import { createHmac } from 'node:crypto';
import type Stripe from 'stripe';
import { insertByTime } from './tasks.ts';
import type { FaultSource } from './faults.ts';
import type { Log } from './log.ts';
import { findScope, type Platform, type Scope } from './platform.ts';
import type { Delivery, Endpoint } from './store.ts';

const attemptTimeoutMs = 10_000;
const retryDelaysMs: readonly number[] = [250, 1_000, 4_000, 15_000, 60_000];

/** The value of the `Stripe-Signature` header. `seconds` is the sender's clock. */
export function signPayload(payload: string, secret: string, seconds: number): string {
  const signature = createHmac('sha256', secret).update(`${seconds}.${payload}`).digest('hex');
  return `t=${seconds},v1=${signature}`;
}

interface SenderOptions {
  now: () => number;
  faults: FaultSource;
  log: Log;
  onChange: () => void;
  retryDelays?: readonly number[];
}

type Outcome = 'empty' | 'failed';

export interface WebhookSender {
  /** Queues the event for every endpoint of the platform that wants it. */
  enqueue(scope: Scope, event: Stripe.EventBase): void;
  /** A delivery whose time has come: `endpoint|event` of this account. */
  deliverLate(scope: Scope, id: string): void;
  /** Something about the endpoints has changed: goes on with what is waiting. */
  wake(): void;
  /** Sends what is waiting without further patience; resolves when all is delivered, or an attempt failed. */
  deliverNow(): Promise<void>;
  /** Resolves when every webhook is delivered or given up. */
  drain(): Promise<void>;
  close(): Promise<void>;
}

function endpointsOf(platform: Platform): Endpoint[] {
  const { webhookEndpoints, endpointKeys } = platform.own.store;
  const made = [...webhookEndpoints.values()].filter(({ status }) => status === 'enabled');
  return [
    ...platform.endpoints,
    ...made.map((endpoint): Endpoint => ({
      id: endpoint.id,
      url: endpoint.url,
      secret: endpointKeys.get(endpoint.id)!.secret,
      events: endpoint.enabled_events,
      about: endpointKeys.get(endpoint.id)!.connect ? 'connected' : 'platform',
    })),
  ];
}

function wants({ events, about }: Endpoint, type: string, connected: boolean): boolean {
  if (about !== 'both' && (about === 'connected') !== connected) return false;
  return events.includes('*') || events.includes(type);
}

/**
 * One queue for each endpoint, in order: a webhook that fails is tried again before the next one leaves. So a
 * listener sees events as they happened, unless a fault says otherwise. After the last retry it is given up.
 */
export function createWebhookSender(
  platforms: readonly Platform[],
  options: SenderOptions,
): WebhookSender {
  const { now, faults, log, onChange, retryDelays = retryDelaysMs } = options;
  const closing = new AbortController();
  const settled = new Set<(outcome: Outcome) => void>();
  const pumps = new Map<string, Promise<void>>();
  const cutWaits = new Set<() => void>();

  const tell = (outcome: Outcome) => {
    for (const listener of settled) listener(outcome);
  };
  const cutAllWaits = () => {
    for (const cut of cutWaits) cut();
  };

  const send = async (endpoint: Endpoint, event: Stripe.EventBase): Promise<boolean> => {
    const payload = JSON.stringify(event);
    const about = { endpoint: endpoint.id, event: event.id, type: event.type };
    try {
      const response = await fetch(endpoint.url, {
        method: 'POST',
        redirect: 'manual',
        headers: {
          'content-type': 'application/json; charset=utf-8',
          'stripe-signature': signPayload(payload, endpoint.secret, Math.floor(now() / 1000)),
          'user-agent': 'Stripe/1.0 (local emulator)',
        },
        body: payload,
        signal: AbortSignal.any([closing.signal, AbortSignal.timeout(attemptTimeoutMs)]),
      });
      await response.arrayBuffer();
      if (response.ok) return true;
      log.warn({ ...about, status: response.status }, 'webhook refused');
    } catch (error) {
      if (!closing.signal.aborted) {
        log.warn({ ...about, reason: String(error) }, 'webhook not delivered');
      }
    }
    return false;
  };

  const takeNext = (platform: Platform, endpoint: string): Delivery | undefined => {
    const { deliveries } = platform.own.store;
    const [first, second] = deliveries.filter((delivery) => delivery.endpoint === endpoint);
    if (!first?.heldBack || !second) return first;
    first.heldBack = false;
    const [at, next] = [deliveries.indexOf(first), deliveries.indexOf(second)];
    [deliveries[at], deliveries[next]] = [second, first];
    return second;
  };

  const wait = (milliseconds: number) =>
    new Promise<void>((resolve) => {
      const cut = () => {
        clearTimeout(timer);
        cutWaits.delete(cut);
        resolve();
      };
      const timer = setTimeout(cut, milliseconds).unref();
      cutWaits.add(cut);
    });

  const remove = (platform: Platform, delivery: Delivery) => {
    const { deliveries } = platform.own.store;
    const index = deliveries.indexOf(delivery);
    if (index >= 0) deliveries.splice(index, 1);
    onChange();
  };

  const attempt = async (
    platform: Platform,
    endpoint: Endpoint,
    delivery: Delivery,
  ): Promise<void> => {
    const scope = findScope(platform, delivery.account ?? platform.id);
    const event = scope?.store.events.get(delivery.eventId);
    if (!event) return remove(platform, delivery);
    if (await send(endpoint, event)) {
      if (delivery.duplicate) {
        delivery.duplicate = false;
        return undefined;
      }
      event.pending_webhooks = Math.max(0, event.pending_webhooks - 1);
      return remove(platform, delivery);
    }
    delivery.attempts += 1;
    const delay = retryDelays[delivery.attempts - 1];
    if (delay === undefined) {
      log.warn({ event: event.id, type: event.type }, 'webhook given up');
      remove(platform, delivery);
      tell('failed');
      return undefined;
    }
    const waiting = wait(delay);
    tell('failed');
    return waiting;
  };

  const pump = async (platform: Platform, id: string) => {
    // Events of one step are all queued before the first leaves.
    await new Promise<void>((resolve) => {
      setImmediate(resolve);
    });
    while (!closing.signal.aborted) {
      const endpoint = endpointsOf(platform).find((candidate) => candidate.id === id);
      const delivery = takeNext(platform, id);
      if (!endpoint || !delivery) break;
      await attempt(platform, endpoint, delivery);
    }
    pumps.delete(`${platform.id} ${id}`);
    if (pumps.size === 0) tell('empty');
  };

  const wakeEndpoint = (platform: Platform, endpoint: string) => {
    const key = `${platform.id} ${endpoint}`;
    if (closing.signal.aborted || pumps.has(key)) return;
    pumps.set(key, pump(platform, endpoint));
  };
  const wake = () => {
    for (const platform of platforms) {
      const waiting = new Set(platform.own.store.deliveries.map(({ endpoint }) => endpoint));
      for (const { id } of endpointsOf(platform)) {
        if (waiting.has(id)) wakeEndpoint(platform, id);
      }
    }
  };

  const queue = (scope: Scope, endpoint: string, eventId: string, fault?: string) => {
    const { platform } = scope;
    platform.own.store.deliveries.push({
      endpoint,
      eventId,
      ...(scope !== platform.own && { account: scope.account }),
      attempts: 0,
      duplicate: fault === 'duplicate',
      heldBack: fault === 'reorder',
    });
    wakeEndpoint(platform, endpoint);
  };

  const enqueue = (scope: Scope, event: Stripe.EventBase) => {
    const { platform } = scope;
    const connected = scope !== platform.own;
    const wanting = endpointsOf(platform).filter((endpoint) =>
      wants(endpoint, event.type, connected),
    );
    for (const { id } of wanting) {
      const drawn = faults.drawForWebhook(event.type);
      if (drawn?.fault === 'lose') continue;
      event.pending_webhooks += 1;
      if (drawn?.fault !== 'delay') {
        queue(scope, id, event.id, drawn?.fault);
        continue;
      }
      insertByTime(platform.own.store.tasks, {
        kind: 'deliver_event',
        id: `${id}|${event.id}`,
        dueAt: Math.floor(now() / 1000) + drawn.seconds,
        ...(connected && { account: scope.account }),
      });
    }
  };

  const waitFor = (outcomes: readonly Outcome[]) =>
    new Promise<void>((resolve) => {
      const listener = (outcome: Outcome) => {
        if (!outcomes.includes(outcome)) return;
        settled.delete(listener);
        resolve();
      };
      settled.add(listener);
      wake();
      if (pumps.size === 0) tell('empty');
    });

  wake();
  return {
    enqueue,
    deliverLate(scope, id) {
      const [endpoint = '', eventId = ''] = id.split('|');
      queue(scope, endpoint, eventId);
    },
    wake() {
      cutAllWaits();
      wake();
    },
    deliverNow() {
      const done = waitFor(['empty', 'failed']);
      cutAllWaits();
      return done;
    },
    drain: () => waitFor(['empty']),
    async close() {
      closing.abort();
      cutAllWaits();
      await Promise.all(pumps.values());
    },
  };
}
