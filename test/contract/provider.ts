import Stripe from 'stripe';
import { vi } from 'vitest';
import { startPaymentEmulator } from '../../src/dev/payments/index.ts';
import { payHostedPage, type PayResult } from '../../src/dev/payments/pay-hosted-page.ts';

/**
 * Whom the contract is held against: the local stand-in, or with STRIPE_CONTRACT_KEY the provider's own test
 * mode. The tests are the same; what only one of the two can do is left out by name.
 */
export interface Provider {
  readonly stripe: Stripe;
  /** The provider itself. */
  readonly real: boolean;
  /** Unix seconds at the provider. */
  now(): number;
  /** Reads until it fits; the stand-in's clock moves on in between, at the provider we wait. */
  eventually<T>(read: () => Promise<T>, fits: (value: T) => boolean): Promise<T>;
  /** Moves a test clock and waits until everything on the way has happened. */
  moveClock(clock: string, to: number): Promise<void>;
  /** Pays on a hosted page: only the stand-in's can be paid without a person. */
  payPage(url: string, card?: string): Promise<PayResult>;
  close(): Promise<void>;
}

const realKey = process.env['STRIPE_CONTRACT_KEY'] ?? '';
export const isReal = realKey !== '';
const tries = 40;
const realPauseMs = 3_000;
const realTestMs = 240_000;

function checkKey(key: string): string {
  if (/^[rs]k_test_/.test(key)) return key;
  throw new Error('STRIPE_CONTRACT_KEY must be a test key (sk_test_…): these tests move money.');
}

async function until<T>(
  read: () => Promise<T>,
  fits: (value: T) => boolean,
  pause: () => Promise<void>,
): Promise<T> {
  for (let i = 0; i < tries; i += 1) {
    const value = await read();
    if (fits(value)) return value;
    await pause();
  }
  throw new Error('what was waited for did not happen');
}

type Basis = Pick<Provider, 'close' | 'now' | 'real' | 'stripe'> & { pause(): Promise<void> };

async function startStandIn(): Promise<Basis> {
  const secretKey = 'sk_test_contract';
  let millis = Date.now();
  const emulator = await startPaymentEmulator({
    secretKey,
    webhookSecret: 'whsec_contract',
    country: 'US',
    now: () => millis,
  });
  const { hostname, port } = new URL(emulator.url);
  return {
    stripe: new Stripe(secretKey, { host: hostname, port, protocol: 'http', telemetry: false }),
    real: false,
    now: () => Math.floor(millis / 1000),
    async pause() {
      millis += 5_000;
    },
    close: () => emulator.close(),
  };
}

function connectReal(key: string): Basis {
  vi.setConfig({ testTimeout: realTestMs, hookTimeout: realTestMs });
  return {
    stripe: new Stripe(checkKey(key), { telemetry: false }),
    real: true,
    now: () => Math.floor(Date.now() / 1000),
    pause: () => new Promise((resolve) => setTimeout(resolve, realPauseMs)),
    close: async () => undefined,
  };
}

export async function startProvider(): Promise<Provider> {
  const basis = isReal ? connectReal(realKey) : await startStandIn();
  const { stripe, pause } = basis;
  return {
    ...basis,
    eventually: (read, fits) => until(read, fits, pause),
    async moveClock(clock, to) {
      await stripe.testHelpers.testClocks.advance(clock, { frozen_time: to });
      const read = () => stripe.testHelpers.testClocks.retrieve(clock);
      await until(read, ({ status }) => status === 'ready', pause);
    },
    payPage: (url, card) => payHostedPage(url, card === undefined ? {} : { card }),
  };
}

/** The error a call fails with. */
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

/** The id behind a field that may be expanded. */
export function idOf(reference: string | { id: string } | null | undefined): string {
  if (reference === null || reference === undefined) return '';
  return typeof reference === 'string' ? reference : reference.id;
}

export const noRedirects = { enabled: true, allow_redirects: 'never' as const };
