import { createHash } from 'node:crypto';
import { emptyStore, type Endpoint, type Store } from './store.ts';

/** A business that holds keys: the account all its calls are made for, and the accounts connected to it. */
export interface Platform {
  readonly id: string;
  readonly secretKey: string;
  /** Shown to payers as the shop. */
  readonly name: string;
  readonly country: string;
  /** The endpoints it was started with; others are made through the API. */
  endpoints: Endpoint[];
  readonly own: Scope;
  readonly connected: Map<string, Scope>;
}

/** One account and what it remembers. */
export interface Scope {
  readonly account: string;
  readonly store: Store;
  readonly platform: Platform;
}

export interface PlatformOptions {
  /** The key that the SDK must present. */
  secretKey: string;
  /** Where events go; without it none are sent. */
  webhookUrl?: string;
  webhookSecret: string;
  /**
   * With it, events of connected accounts go to the same address as a second endpoint with this secret, as
   * the provider does it. Without it they come to the first endpoint, signed with its secret.
   */
  connectWebhookSecret?: string;
  /** Shown on the hosted pages as the shop. */
  merchantName?: string;
  /** Two letters; GB when nothing is given. */
  country?: string;
}

const alphabet = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';

/** The same key always names the same account, also after everything was forgotten. */
function accountIdOf(secretKey: string): string {
  const digest = createHash('sha256').update(secretKey).digest().subarray(0, 16);
  return `acct_${[...digest].map((byte) => alphabet[byte % alphabet.length]).join('')}`;
}

export function configuredEndpoints(options: PlatformOptions): Endpoint[] {
  const { webhookUrl: url, webhookSecret, connectWebhookSecret } = options;
  if (url === undefined) return [];
  const events = ['*'];
  if (connectWebhookSecret === undefined) {
    return [{ id: 'we_configured', url, secret: webhookSecret, events, about: 'both' }];
  }
  return [
    { id: 'we_configured', url, secret: webhookSecret, events, about: 'platform' },
    { id: 'we_connect', url, secret: connectWebhookSecret, events, about: 'connected' },
  ];
}

export function createPlatform(options: PlatformOptions): Platform {
  const id = accountIdOf(options.secretKey);
  const platform: Platform = {
    id,
    secretKey: options.secretKey,
    name: options.merchantName ?? 'Etude',
    country: options.country ?? 'GB',
    endpoints: configuredEndpoints(options),
    connected: new Map(),
    own: {
      account: id,
      store: emptyStore(),
      get platform() {
        return platform;
      },
    },
  };
  return platform;
}

export function connectAccount(platform: Platform, account: string): Scope {
  const scope: Scope = { account, store: emptyStore(), platform };
  platform.connected.set(account, scope);
  return scope;
}

/** The account's own scope; the platform's for its own id. */
export function findScope(platform: Platform, account: string): Scope | undefined {
  return account === platform.id ? platform.own : platform.connected.get(account);
}

export function* scopesOf(platforms: readonly Platform[]): Generator<Scope> {
  for (const platform of platforms) {
    yield platform.own;
    yield* platform.connected.values();
  }
}
