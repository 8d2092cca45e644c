import { createIdempotency } from './api/idempotency.ts';
import { createCore } from './core.ts';
import { createFaults, type Faults } from './faults.ts';
import { silentLog, type Log } from './log.ts';
import { sessionUrl } from './objects/checkout-session.ts';
import { buildServer } from './server.ts';
import { loadStore, openStateFile, type StateFile } from './state-file.ts';
import { emptyStore, type Store } from './store.ts';
import { createWebhookSender } from './webhooks.ts';

const tickMs = 1_000;

export interface PaymentEmulatorOptions {
  /** 0 or nothing takes a free port. */
  port?: number;
  host?: '127.0.0.1';
  /** Where events go; without it none are sent. */
  webhookUrl?: string;
  webhookSecret: string;
  /** The key that the SDK must present. */
  secretKey: string;
  /** Keeps everything across restarts; without it all is forgotten on close. */
  stateFile?: string;
  /** Milliseconds since 1970; tests give their own clock. */
  now?: () => number;
  log?: Log;
  /** Shown on the hosted page as the shop. */
  merchantName?: string;
  /** How long to wait before each further attempt to deliver a webhook. */
  webhookRetryDelaysMs?: readonly number[];
}

export interface PaymentEmulator {
  /** The address to give to the SDK (host, port, protocol), without a slash at the end. */
  readonly url: string;
  readonly faults: Faults;
  /** Sends waiting webhooks without further patience; resolves when all are delivered or one failed. */
  deliverWebhooksNow(): Promise<void>;
  setWebhookUrl(url: string | undefined): void;
  /** Does what the clock has made due, then waits until every webhook is delivered or given up. */
  drain(): Promise<void>;
  close(): Promise<void>;
}

/** Links handed out before a restart must work after it, also when the port is another. */
function renewLinks(store: Store, baseUrl: string): void {
  for (const session of store.sessions.values()) {
    if (session.status === 'open') session.url = sessionUrl(baseUrl, session.id);
  }
}

/**
 * Starts the local stand-in for the payment provider: the API the official SDK speaks, the hosted payment
 * pages, and signed webhooks. Throws when the port is taken.
 */
export async function startPaymentEmulator(
  options: PaymentEmulatorOptions,
): Promise<PaymentEmulator> {
  const { log = silentLog, now = Date.now, host = '127.0.0.1' } = options;
  const store = options.stateFile
    ? await loadStore(options.stateFile, (reason) =>
        log.warn({ reason }, 'payment state set aside'),
      )
    : emptyStore();
  const file: StateFile | undefined =
    options.stateFile === undefined ? undefined : openStateFile(options.stateFile, store);
  const onChange = () => file?.touch();
  const faults = createFaults();
  let url = '';

  const sender = createWebhookSender({
    store,
    url: options.webhookUrl,
    secret: options.webhookSecret,
    now,
    faults,
    log,
    onChange,
    ...(options.webhookRetryDelaysMs && { retryDelays: options.webhookRetryDelaysMs }),
  });
  const core = createCore({ store, now, baseUrl: () => url, onEvent: sender.enqueue, onChange });
  const idempotency = createIdempotency(store.answers);
  const server = buildServer(
    { core, faults, idempotency, secretKey: options.secretKey, log },
    options.merchantName ?? 'Etude',
  );
  url = await server.listen({ port: options.port ?? 0, host });
  renewLinks(store, url);
  const ticking = setInterval(() => core.runDue(), tickMs).unref();

  return {
    url,
    faults,
    deliverWebhooksNow: () => sender.deliverNow(),
    setWebhookUrl: (webhookUrl) => sender.setUrl(webhookUrl),
    async drain() {
      core.runDue();
      await sender.drain();
    },
    async close() {
      clearInterval(ticking);
      await server.close();
      await sender.close();
      await file?.flush();
    },
  };
}
