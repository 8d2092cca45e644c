import { resolve } from 'node:path';
import { type KeyRing, readKeyRing } from '../crypto/key-ring.ts';
import type { Bucket } from '../storage/bucket.ts';
import { hmac } from '../crypto/index.ts';
import { loadSecrets } from './secrets.ts';
import type { StripePlatform } from './readers.ts';
import { type ReadSettings, readSettings } from './settings.ts';

export { ConfigError, describeSettings } from './settings.ts';

export interface Config {
  readonly production: boolean;
  readonly port: number;
  readonly host: string;
  /** Origin that people use, without a slash at the end. */
  readonly publicUrl: string;
  readonly databaseUrl?: string;
  readonly databasePoolMax: number;
  readonly redisUrl?: string;
  /** Absolute path. */
  readonly dataDir: string;
  readonly logLevel: string;
  readonly role: 'all' | 'web' | 'worker';
  readonly demo: boolean;
  readonly secretKey: string;
  readonly encryptionKeys: KeyRing;
  readonly trustedBrowserDays: number;
  readonly trustedProxies: string[];
  readonly corsOrigins: string[];
  /** Multiplies every rate limit; 1 is the product's own. */
  readonly rateLimitFactor: number;
  readonly shutdownDelayMs: number;
  /** The platform account of every market that has none of its own. */
  readonly stripe: StripePlatform;
  /** By market code. */
  readonly stripePlatforms: ReadonlyMap<string, StripePlatform>;
  readonly mail: { from: string; smtpUrl?: string; resendApiKey?: string };
  /** Absent: phone numbers are not available. */
  readonly sms?: { from: string; accountSid: string; authToken: string; apiUrl: string };
  /** The one provider that people may sign in with besides passwords and passkeys. */
  readonly oidc?: { issuer: string; clientId: string; clientSecret: string; name: string };
  /** Where uploaded files are kept; a folder in dataDir when absent. */
  readonly bucket?: Bucket;
  /** Loopback ports of the local stand-ins; only outside production. */
  readonly dev: { inboxSmtpPort: number; paymentsPort: number };
}

/**
 * Reads the whole configuration from the environment. Throws a ConfigError that names every wrong
 * or missing setting. Outside production, secrets are generated once into DATA_DIR.
 */
export function loadConfig(env: NodeJS.ProcessEnv = process.env): Config {
  const read = readSettings(env);
  const dataDir = resolve(read.DATA_DIR);
  const production = read.NODE_ENV === 'production';
  return shape(
    production ? read : { ...read, ...localDefaults(read, dataDir) },
    production,
    dataDir,
  );
}

/** What a start without any configuration needs: generated secrets and the stand-ins' addresses. */
function localDefaults(read: ReadSettings, dataDir: string): Partial<ReadSettings> {
  const secrets = loadSecrets(dataDir);
  const ownProvider = !read.STRIPE_SECRET_KEY;
  return {
    SECRET_KEY: read.SECRET_KEY ?? secrets.secretKey,
    ENCRYPTION_KEYS: read.ENCRYPTION_KEYS ?? readKeyRing(secrets.encryptionKeys),
    STRIPE_SECRET_KEY: read.STRIPE_SECRET_KEY ?? secrets.stripeSecretKey,
    STRIPE_WEBHOOK_SECRET: read.STRIPE_WEBHOOK_SECRET ?? secrets.stripeWebhookSecret,
    ...(ownProvider && { STRIPE_API_URL: `http://127.0.0.1:${read.DEV_PAYMENTS_PORT}` }),
    ...(!read.SMTP_URL &&
      !read.RESEND_API_KEY && { SMTP_URL: `smtp://127.0.0.1:${read.DEV_INBOX_SMTP_PORT}` }),
    ...(!read.TWILIO_ACCOUNT_SID && {
      SMS_FROM: 'Etude',
      TWILIO_ACCOUNT_SID: `AC${'0'.repeat(32)}`,
      TWILIO_AUTH_TOKEN: hmac(read.SECRET_KEY ?? secrets.secretKey, 'local-sms'),
      TWILIO_API_URL: `http://127.0.0.1:${read.PORT}/dev/sms`,
    }),
    ...(read.NODE_ENV === 'development' &&
      read.DEMO !== false &&
      !read.OIDC_ISSUER && {
        OIDC_ISSUER: `${publicUrlOf(read)}/dev/oidc`,
        OIDC_CLIENT_ID: 'etude',
        OIDC_CLIENT_SECRET: hmac(read.SECRET_KEY ?? secrets.secretKey, 'local-oidc-client'),
        OIDC_NAME: 'Demo ID (local)',
      }),
  };
}

const publicUrlOf = ({ PUBLIC_URL, PORT }: ReadSettings) =>
  PUBLIC_URL ?? `http://localhost:${PORT}`;

function shape(read: ReadSettings, production: boolean, dataDir: string): Config {
  return {
    production,
    port: read.PORT,
    host: read.HOST,
    publicUrl: publicUrlOf(read),
    ...(read.DATABASE_URL && { databaseUrl: read.DATABASE_URL }),
    databasePoolMax: read.DATABASE_POOL_MAX,
    ...(read.REDIS_URL && { redisUrl: read.REDIS_URL }),
    dataDir,
    logLevel: read.LOG_LEVEL,
    role: read.ROLE,
    demo: read.DEMO ?? !production,
    secretKey: read.SECRET_KEY!,
    encryptionKeys: read.ENCRYPTION_KEYS!,
    trustedBrowserDays: read.TRUSTED_BROWSER_DAYS,
    trustedProxies: read.TRUSTED_PROXIES,
    corsOrigins: read.CORS_ORIGINS,
    rateLimitFactor: read.RATE_LIMIT_FACTOR,
    shutdownDelayMs: read.SHUTDOWN_DELAY_MS,
    stripe: {
      secretKey: read.STRIPE_SECRET_KEY!,
      webhookSecret: read.STRIPE_WEBHOOK_SECRET!,
      ...(read.STRIPE_CONNECT_WEBHOOK_SECRET && {
        connectWebhookSecret: read.STRIPE_CONNECT_WEBHOOK_SECRET,
      }),
      ...(read.STRIPE_API_URL && { apiUrl: read.STRIPE_API_URL }),
    },
    stripePlatforms: read.STRIPE_PLATFORMS ?? new Map(),
    mail: {
      from: read.MAIL_FROM,
      ...(read.SMTP_URL && { smtpUrl: read.SMTP_URL }),
      ...(read.RESEND_API_KEY && { resendApiKey: read.RESEND_API_KEY }),
    },
    ...(read.TWILIO_ACCOUNT_SID && {
      sms: {
        from: read.SMS_FROM!,
        accountSid: read.TWILIO_ACCOUNT_SID,
        authToken: read.TWILIO_AUTH_TOKEN!,
        apiUrl: read.TWILIO_API_URL,
      },
    }),
    ...(read.OIDC_ISSUER && {
      oidc: {
        issuer: read.OIDC_ISSUER,
        clientId: read.OIDC_CLIENT_ID!,
        clientSecret: read.OIDC_CLIENT_SECRET!,
        name: read.OIDC_NAME,
      },
    }),
    ...(read.S3_ENDPOINT && {
      bucket: {
        endpoint: read.S3_ENDPOINT,
        name: read.S3_BUCKET!,
        region: read.S3_REGION,
        accessKeyId: read.S3_ACCESS_KEY_ID!,
        secretAccessKey: read.S3_SECRET_ACCESS_KEY!,
      },
    }),
    dev: { inboxSmtpPort: read.DEV_INBOX_SMTP_PORT, paymentsPort: read.DEV_PAYMENTS_PORT },
  };
}
