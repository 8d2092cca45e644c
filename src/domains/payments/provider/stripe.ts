import Stripe from 'stripe';
import type { Ctx } from '../../../platform/context.ts';
import { insideTransaction } from '../../../platform/db/index.ts';
import { ProviderDiffers } from '../errors.ts';
import { getPlatform, type PlatformSettings } from './platforms.ts';

const clients = new WeakMap<PlatformSettings, Stripe>();

/**
 * The provider's client for one platform account; the only way to the network of this domain.
 * Throws while a transaction is open: a slow provider must never hold locks.
 */
export function provider(ctx: Ctx, platform: string): Stripe {
  if (ctx.db.isTransaction || insideTransaction())
    throw new Error('provider call inside a transaction');
  const settings = getPlatform(ctx, platform);
  const client = clients.get(settings) ?? connect(settings);
  clients.set(settings, client);
  return client;
}

/** Has calls for these settings go another way, say to a provider within the same process. */
export function reachThrough(settings: PlatformSettings, httpClient: Stripe.HttpClient): void {
  clients.set(settings, connect(settings, httpClient));
}

function connect({ secretKey, apiUrl }: PlatformSettings, httpClient?: Stripe.HttpClient): Stripe {
  return new Stripe(secretKey, {
    // Retries are ours: they need the stored key and a look at the provider first.
    maxNetworkRetries: 0,
    timeout: 20_000,
    telemetry: false,
    ...(httpClient && { httpClient }),
    ...(apiUrl && address(new URL(apiUrl))),
  });
}

function address({ protocol, hostname, port }: URL) {
  const secure = protocol === 'https:';
  return {
    protocol: secure ? ('https' as const) : ('http' as const),
    host: hostname,
    port: port || (secure ? '443' : '80'),
  };
}

/**
 * What an error says about the request. Only a clear no is `refused`; time-outs, lost
 * connections, 5xx, rate limits and refused keys leave open what happened, or what will.
 */
export function answerIn(error: unknown): 'refused' | 'in_progress' | 'lost' | undefined {
  if (!(error instanceof Stripe.errors.StripeError)) return undefined;
  if (error instanceof Stripe.errors.StripeRateLimitError) return 'lost';
  if (error.statusCode === 409) return 'in_progress';
  return [400, 402, 404].includes(error.statusCode ?? 0) ? 'refused' : 'lost';
}

/** Whether an error comes of what the provider said, or did not say: nothing is known by it. */
export const tellsNothing = (error: unknown): boolean =>
  answerIn(error) !== undefined || error instanceof ProviderDiffers;

export function isMissing(error: unknown): boolean {
  return error instanceof Stripe.errors.StripeError && error.statusCode === 404;
}
