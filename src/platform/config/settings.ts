import { type KeyRing, readKeyRing } from '../crypto/key-ring.ts';
import {
  text,
  secretText,
  whole,
  oneOf,
  yesOrNo,
  address,
  origin,
  issuer,
  sender,
  smsSender,
  accountSid,
  listOf,
  network,
  corsOrigin,
  stripePlatforms,
  type StripePlatform,
} from './readers.ts';

/** One setting: how its text becomes a value. `read` throws a plain sentence when it can't. */
interface Setting<T> {
  about: string;
  read: (text: string) => T;
  fallback?: T;
  secret?: true;
  requiredInProduction?: true;
}

const define = <T>(setting: Setting<T>) => setting;

/** Every setting there is, with its meaning. */
export const settings = {
  NODE_ENV: define({
    about: 'production switches off demo data and the local stand-ins',
    read: oneOf('development', 'test', 'production'),
    fallback: 'development',
  }),
  PORT: define({ about: 'port to listen on', read: whole(0, 65535), fallback: 4600 }),
  HOST: define({ about: 'address to listen on', read: text, fallback: '127.0.0.1' }),
  PUBLIC_URL: define<string | undefined>({
    about: 'origin that people use',
    read: origin,
    requiredInProduction: true,
  }),
  DATABASE_URL: define<string | undefined>({
    about: 'PostgreSQL 15 or newer with PostGIS; embedded when absent',
    read: address('postgres:', 'postgresql:'),
    secret: true,
  }),
  DATABASE_POOL_MAX: define({
    about: 'connections of one process',
    read: whole(2, 200),
    fallback: 10,
  }),
  REDIS_URL: define<string | undefined>({
    about: 'Redis or Valkey, needed by several nodes',
    read: address('redis:', 'rediss:'),
    secret: true,
  }),
  DATA_DIR: define({
    about: 'folder for the embedded database, secrets and local mail',
    read: text,
    fallback: 'var/data',
  }),
  LOG_LEVEL: define({
    about: 'least level that is logged',
    read: oneOf('trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'),
    fallback: 'info',
  }),
  ROLE: define<'all' | 'web' | 'worker'>({
    about: 'what this process does',
    read: oneOf('all', 'web', 'worker'),
    fallback: 'all',
  }),
  DEMO: define<boolean | undefined>({
    about: 'load demo data (never in production)',
    read: yesOrNo,
  }),
  SECRET_KEY: define<string | undefined>({
    about: 'key from which links and cookies are signed',
    read: secretText(32),
    secret: true,
    requiredInProduction: true,
  }),
  ENCRYPTION_KEYS: define<KeyRing | undefined>({
    about: 'keys that seal secrets at rest, as NUMBER:KEY, the current one first',
    read: readKeyRing,
    secret: true,
    requiredInProduction: true,
  }),
  TRUSTED_BROWSER_DAYS: define({
    about: 'days for which a trusted browser is not asked for a second step',
    read: whole(1, 365),
    fallback: 30,
  }),
  TRUSTED_PROXIES: define({
    about: 'proxies whose X-Forwarded-For is believed (addresses or CIDR ranges)',
    read: listOf(network),
    fallback: [],
  }),
  CORS_ORIGINS: define({
    about: 'other origins that may call the API from a browser',
    read: listOf(corsOrigin),
    fallback: [],
  }),
  RATE_LIMIT_FACTOR: define({
    about: 'multiplies every rate limit',
    read: whole(1, 1_000_000),
    fallback: 1,
  }),
  SHUTDOWN_DELAY_MS: define({
    about: 'wait between failing readiness and closing',
    read: whole(0, 60_000),
    fallback: 0,
  }),
  STRIPE_SECRET_KEY: define<string | undefined>({
    about: 'payment provider key',
    read: secretText(16),
    secret: true,
    requiredInProduction: true,
  }),
  STRIPE_WEBHOOK_SECRET: define<string | undefined>({
    about: 'payment provider webhook signing secret',
    read: secretText(16),
    secret: true,
    requiredInProduction: true,
  }),
  STRIPE_CONNECT_WEBHOOK_SECRET: define<string | undefined>({
    about: 'signing secret of the webhook endpoint for connected accounts, where it is another one',
    read: secretText(16),
    secret: true,
  }),
  STRIPE_PLATFORMS: define<ReadonlyMap<string, StripePlatform> | undefined>({
    about:
      'markets with a provider account of their own, as {"MARKET": {"secretKey", "webhookSecret", "connectWebhookSecret"?, "apiUrl"?}}',
    read: stripePlatforms,
    secret: true,
  }),
  STRIPE_API_URL: define<string | undefined>({
    about: 'another address of the payment provider (tests)',
    read: address('http:', 'https:'),
  }),
  MAIL_FROM: define({
    about: 'sender of all mail',
    read: sender,
    fallback: 'Etude <hello@etude.localhost>',
  }),
  SMTP_URL: define<string | undefined>({
    about: 'mail server',
    read: address('smtp:', 'smtps:'),
    secret: true,
  }),
  RESEND_API_KEY: define<string | undefined>({
    about: 'Resend key, instead of SMTP',
    read: secretText(16),
    secret: true,
  }),
  OIDC_ISSUER: define<string | undefined>({
    about: 'OpenID Connect provider that people may sign in with (its issuer)',
    read: issuer,
  }),
  OIDC_CLIENT_ID: define<string | undefined>({
    about: 'what that provider knows Etude as',
    read: text,
  }),
  OIDC_CLIENT_SECRET: define<string | undefined>({
    about: 'secret that the provider gave Etude',
    read: secretText(8),
    secret: true,
  }),
  OIDC_NAME: define({
    about: 'what people call that provider',
    read: text,
    fallback: 'single sign-on',
  }),
  SMS_FROM: define<string | undefined>({
    about: 'sender of all SMS: a number, a name or a messaging service',
    read: smsSender,
  }),
  TWILIO_ACCOUNT_SID: define<string | undefined>({
    about: 'Twilio account that sends SMS; without one nobody can add a phone number',
    read: accountSid,
  }),
  TWILIO_AUTH_TOKEN: define<string | undefined>({
    about: 'key of that account',
    read: secretText(16),
    secret: true,
  }),
  TWILIO_API_URL: define({
    about: 'another address of Twilio (a region, tests)',
    read: address('http:', 'https:'),
    fallback: 'https://api.twilio.com',
  }),
  S3_ENDPOINT: define<string | undefined>({
    about: 'S3-compatible server that keeps uploaded files; a folder in DATA_DIR when absent',
    read: address('http:', 'https:'),
  }),
  S3_BUCKET: define<string | undefined>({ about: 'bucket on that server', read: text }),
  S3_REGION: define({ about: 'region of that bucket', read: text, fallback: 'us-east-1' }),
  S3_ACCESS_KEY_ID: define<string | undefined>({
    about: 'key that may use the bucket',
    read: text,
  }),
  S3_SECRET_ACCESS_KEY: define<string | undefined>({
    about: 'secret of that key',
    read: secretText(8),
    secret: true,
  }),
  DEV_INBOX_SMTP_PORT: define({
    about: 'loopback port of the local inbox',
    read: whole(0, 65535),
    fallback: 4625,
  }),
  DEV_PAYMENTS_PORT: define({
    about: 'loopback port of the local payment provider',
    read: whole(0, 65535),
    fallback: 4640,
  }),
};

export type ReadSettings = {
  [K in keyof typeof settings]: (typeof settings)[K] extends Setting<infer T> ? T : never;
};

export class ConfigError extends Error {
  constructor(problems: string[]) {
    super(
      `The configuration is not right:\n${problems.map((problem) => `  - ${problem}`).join('\n')}`,
    );
    this.name = 'ConfigError';
  }
}

/** Reads every setting, or throws a ConfigError naming each that is wrong or missing. */
export function readSettings(env: NodeJS.ProcessEnv): ReadSettings {
  const production = env['NODE_ENV'] === 'production';
  const problems: string[] = [];
  const values = Object.entries<Setting<unknown>>(settings).map(([name, setting]) => {
    const raw = env[name];
    if (raw === undefined || raw === '') {
      if (production && setting.requiredInProduction)
        problems.push(`${name} is missing: ${setting.about}`);
      return [name, setting.fallback];
    }
    try {
      return [name, setting.read(raw)];
    } catch (error) {
      problems.push(`${name} ${(error as Error).message}`);
      return [name, undefined];
    }
  });
  const read = Object.fromEntries(values) as ReadSettings;
  if (production && read.DEMO) problems.push('DEMO is never loaded in production');
  if (production && !env['SMTP_URL'] && !env['RESEND_API_KEY'])
    problems.push('SMTP_URL or RESEND_API_KEY is missing: mail has nowhere to go');
  if (production && read.OIDC_ISSUER?.startsWith('http:'))
    problems.push('OIDC_ISSUER must begin with https:// in production');
  for (const name of ['OIDC_CLIENT_ID', 'OIDC_CLIENT_SECRET'] as const)
    if (read.OIDC_ISSUER && !env[name]) problems.push(`${name} is missing: OIDC_ISSUER needs it`);
  const sms = ['SMS_FROM', 'TWILIO_ACCOUNT_SID', 'TWILIO_AUTH_TOKEN'] as const;
  if (sms.some((name) => env[name]))
    for (const name of sms)
      if (!env[name]) problems.push(`${name} is missing: SMS needs all of ${sms.join(', ')}`);
  for (const name of ['S3_BUCKET', 'S3_ACCESS_KEY_ID', 'S3_SECRET_ACCESS_KEY'] as const)
    if (read.S3_ENDPOINT && !env[name]) problems.push(`${name} is missing: S3_ENDPOINT needs it`);
  if (read.ROLE !== 'all' && !env['DATABASE_URL'])
    problems.push(
      'ROLE other than all needs DATABASE_URL: the embedded database serves one process',
    );
  if (problems.length > 0) throw new ConfigError(problems);
  return read;
}

/** Each setting as an operator may see it: where it comes from, secrets masked. */
export function describeSettings(
  env: NodeJS.ProcessEnv,
): { name: string; value: string; source: string; about: string }[] {
  return Object.entries<Setting<unknown>>(settings).map(([name, { about, secret, fallback }]) => {
    const raw = env[name];
    const set = raw !== undefined && raw !== '';
    const value = set ? (secret ? '••••' : raw) : fallback === undefined ? '' : String(fallback);
    return { name, value, source: set ? 'environment' : 'default', about };
  });
}
