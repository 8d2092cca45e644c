import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import Stripe from 'stripe';
import {
  startPaymentEmulator,
  type PaymentEmulator,
  type PaymentEmulatorOptions,
} from './index.ts';
import { payHostedPage, type PayOptions, type PayResult } from './pay-hosted-page.ts';
import { idOf } from './ids.ts';

const secretKey = 'sk_test_local';
export const webhookSecret = 'whsec_local';

export interface Received {
  payload: string;
  signature: string;
  event: Stripe.Event;
}

/** A listener for webhooks that keeps what it gets; `refuse(n)` answers the next n with 500. */
export interface Listener {
  url: string;
  received: Received[];
  types(): string[];
  refuse(times: number): void;
  close(): Promise<void>;
}

async function startListener(): Promise<Listener> {
  const received: Received[] = [];
  let refusals = 0;
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const payload = Buffer.concat(chunks).toString('utf8');
      response.statusCode = refusals > 0 ? 500 : 200;
      if (refusals > 0) refusals -= 1;
      else {
        const signature = String(request.headers['stripe-signature']);
        received.push({ payload, signature, event: JSON.parse(payload) as Stripe.Event });
      }
      response.end();
    });
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`,
    received,
    types: () => received.map(({ event }) => event.type),
    refuse(times) {
      refusals = times;
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

export interface World {
  emulator: PaymentEmulator;
  stripe: Stripe;
  listener: Listener;
  /** Moves the emulator's clock. */
  advance(time: { seconds?: number; hours?: number; days?: number }): void;
  seconds(): number;
  createSession(
    changes?: Partial<Stripe.Checkout.SessionCreateParams>,
    options?: Stripe.RequestOptions,
  ): Promise<Stripe.Checkout.Session>;
  /** A session paid on the hosted page, and its intent. */
  pay(
    changes?: Partial<Stripe.Checkout.SessionCreateParams>,
    options?: PayOptions,
  ): Promise<{ session: Stripe.Checkout.Session; intent: Stripe.PaymentIntent; result: PayResult }>;
  /** Answers the bank's page of an intent that was begun through the API; where it leads then. */
  confirmAtBank(
    intent: Stripe.PaymentIntent | Stripe.SetupIntent,
    outcome?: 'complete' | 'fail',
  ): Promise<string | null>;
  /** Calls the emulator's own control path. */
  control(method: 'DELETE' | 'GET' | 'POST', path: string, body?: object): Promise<Response>;
  close(): Promise<void>;
}

/** The error an SDK call fails with. */
export async function failure(
  call: Promise<unknown>,
): Promise<InstanceType<typeof Stripe.errors.StripeError>> {
  const error = await call.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (error instanceof Stripe.errors.StripeError) return error;
  throw new Error(`expected an error of the provider, got ${String(error)}`);
}

export const lineItem = (currency: string, amount: number) => ({
  quantity: 1,
  price_data: { currency, unit_amount: amount, product_data: { name: 'Guitar lesson, 60 min' } },
});

export const manual = { payment_intent_data: { capture_method: 'manual' as const } };
export const automatic = { payment_intent_data: { capture_method: 'automatic' as const } };

export function clientFor(emulator: PaymentEmulator, key = secretKey): Stripe {
  const { hostname, port } = new URL(emulator.url);
  return new Stripe(key, { host: hostname, port, protocol: 'http', maxNetworkRetries: 0 });
}

export async function startWorld(options: Partial<PaymentEmulatorOptions> = {}): Promise<World> {
  const listener = await startListener();
  let millis = Date.UTC(2026, 10, 23, 9);
  const emulator = await startPaymentEmulator({
    secretKey,
    webhookSecret,
    webhookUrl: listener.url,
    now: () => millis,
    webhookRetryDelaysMs: [10, 10, 10],
    ...options,
  });
  const stripe = clientFor(emulator);
  const createSession: World['createSession'] = (changes = {}, requestOptions = {}) =>
    stripe.checkout.sessions.create(
      {
        mode: 'payment',
        success_url: 'http://shop.test/done?session={CHECKOUT_SESSION_ID}',
        cancel_url: 'http://shop.test/back',
        customer_email: 'ada@example.com',
        line_items: [lineItem('gbp', 3200)],
        ...changes,
      },
      requestOptions,
    );
  return {
    emulator,
    stripe,
    listener,
    seconds: () => Math.floor(millis / 1000),
    advance({ seconds = 0, hours = 0, days = 0 }) {
      millis += (seconds + hours * 3600 + days * 86_400) * 1000;
    },
    createSession,
    async pay(changes, payOptions) {
      const { id, url } = await createSession(changes);
      const result = await payHostedPage(url!, payOptions);
      const session = await stripe.checkout.sessions.retrieve(id);
      const intent = await stripe.paymentIntents.retrieve(idOf(session.payment_intent));
      return { session, intent, result };
    },
    async confirmAtBank(intent, outcome = 'complete') {
      const answer = await fetch(intent.next_action?.redirect_to_url?.url ?? '', {
        method: 'POST',
        redirect: 'manual',
        body: new URLSearchParams({ outcome }),
      });
      return answer.headers.get('location');
    },
    control: (method, path, body) =>
      fetch(`${emulator.url}/_emulator${path}`, {
        method,
        headers: { authorization: `Bearer ${secretKey}`, 'content-type': 'application/json' },
        ...(body && { body: JSON.stringify(body) }),
      }),
    async close() {
      await emulator.close();
      await listener.close();
    },
  };
}
