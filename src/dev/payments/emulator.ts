import type { Engine } from './engine.ts';
import { createFaults, type Faults } from './faults.ts';
import type { Log } from './log.ts';
import type { PlatformOptions } from './platform.ts';
import { listen } from './web/listen.ts';

/** An engine that has work from before a restart starts by itself, but not while the product is starting. */
const catchUpMs = 5_000;

export interface PaymentEmulatorOptions extends PlatformOptions {
  /** 0 or nothing takes a free port. */
  port?: number;
  host?: '127.0.0.1';
  /** More businesses, each with keys and webhooks of its own. */
  morePlatforms?: readonly PlatformOptions[];
  /** Keeps everything across restarts; without it all is forgotten on close. */
  stateFile?: string;
  /** Milliseconds since 1970; tests give their own clock. */
  now?: () => number;
  log?: Log;
  /** How long to wait before each further attempt to deliver a webhook. */
  webhookRetryDelaysMs?: readonly number[];
}

export interface PaymentEmulator {
  /** The address to give to the SDK (host, port, protocol), without a slash at the end. */
  readonly url: string;
  readonly faults: Faults;
  /** The same, without a socket: for `Stripe.createFetchHttpClient`. */
  readonly fetch: typeof fetch;
  /** Sends waiting webhooks without further patience; resolves when all are delivered or one failed. */
  deliverWebhooksNow(): Promise<void>;
  /** Where events of the first platform go from now on. */
  setWebhookUrl(url: string | undefined): void;
  /** Moves the emulator's clock on; what becomes due on the way happens at its own time. */
  advance(seconds: number): Promise<void>;
  /** Does what the clock has made due, then waits until every webhook is delivered or given up. */
  drain(): Promise<void>;
  close(): Promise<void>;
}

/**
 * Starts the local stand-in for the payment provider: the API the official SDK speaks, the hosted pages, and
 * signed webhooks. Throws when the port is taken. All but the listener is loaded when it is first needed.
 */
export async function startPaymentEmulator(
  options: PaymentEmulatorOptions,
): Promise<PaymentEmulator> {
  const { host = '127.0.0.1', port = 0 } = options;
  const faults = createFaults();
  let webhookUrl = options.webhookUrl;
  let starting: Promise<Engine> | undefined;

  const engine = (): Promise<Engine> => {
    starting ??= import('./engine.ts').then(({ startEngine }) =>
      startEngine({ ...options, faults, url: listening.url, webhookUrl }),
    );
    return starting;
  };
  const listening = await listen({ port, host }, async (request) =>
    (await engine()).handle(request),
  );
  const catchingUp = options.stateFile
    ? setTimeout(() => {
        engine().catch((err: unknown) =>
          options.log?.error({ err }, 'payment emulator not started'),
        );
      }, catchUpMs).unref()
    : undefined;

  return {
    url: listening.url,
    faults,
    fetch: async (input, init) => (await engine()).fetch(new Request(input, init)),
    deliverWebhooksNow: async () => (await engine()).sender.deliverNow(),
    setWebhookUrl(url) {
      webhookUrl = url;
      void starting?.then((running) => running.setWebhookUrl(url));
    },
    advance: async (seconds) => (await engine()).advance(seconds),
    drain: async () => (await engine()).drain(),
    async close() {
      clearTimeout(catchingUp);
      await listening.close();
      // One that could not start has told whoever called it.
      const running = await starting?.catch(() => undefined);
      await running?.close();
    },
  };
}
