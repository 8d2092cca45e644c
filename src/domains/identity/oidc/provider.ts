import type { ClientAuth, Configuration } from 'openid-client';
import type { Ctx } from '../../../platform/context.ts';
import { insideTransaction } from '../../../platform/db/index.ts';
import { type Attempt, secretsOf } from './attempt.ts';
import { oidcCancelled, oidcNotConfigured, oidcRefused, oidcUnavailable } from './errors.ts';
import { type Identity, identityOf } from './identity.ts';

/** Loaded with the first sign-in that needs it: most installations never do. */
const openid = () => import('openid-client');

const timeoutSeconds = 6;
const hoursKept = 1;
const callbackPath = '/sign-in/oidc/callback';

type OidcSettings = NonNullable<Ctx['config']['oidc']>;

/** What providers have published about themselves, for each configuration of this process. */
const opened = new WeakMap<
  OidcSettings,
  { provider: Promise<Configuration>; until: Temporal.Instant }
>();

export function oidcSettings({ config }: Ctx): OidcSettings {
  if (!config.oidc) throw oidcNotConfigured();
  return config.oidc;
}

/** Where the browser goes to sign in at the provider. Throws `unavailable` oidc_unavailable. */
export async function authorizationUrl(
  ctx: Ctx,
  attempt: Attempt,
  { again = false }: { again?: boolean } = {},
): Promise<string> {
  const provider = await openProvider(ctx);
  const client = await openid();
  const { state, nonce, codeVerifier } = secretsOf(ctx.config, attempt);
  return client.buildAuthorizationUrl(provider, {
    redirect_uri: ctx.config.publicUrl + callbackPath,
    scope: 'openid email profile',
    state,
    nonce,
    code_challenge: await client.calculatePKCECodeChallenge(codeVerifier),
    code_challenge_method: 'S256',
    ...(again && { prompt: 'login' }),
  }).href;
}

/** What the provider's page sent back through the browser. */
export interface AuthorizationAnswer {
  state: string;
  code?: string;
  iss?: string;
  error?: string;
}

/**
 * Exchanges the code and checks the ID token: signature, issuer, audience, nonce, times. Throws `invalid`
 * oidc_cancelled, `unauthenticated` oidc_refused, `unavailable` oidc_unavailable.
 */
export async function redeemAnswer(
  ctx: Ctx,
  answer: AuthorizationAnswer,
  attempt: Attempt,
): Promise<Identity> {
  const { name } = oidcSettings(ctx);
  if (answer.error === 'access_denied') throw oidcCancelled(name);
  const provider = await openProvider(ctx);
  const url = new URL(ctx.config.publicUrl + callbackPath);
  for (const [key, value] of Object.entries(answer)) url.searchParams.set(key, value);
  const client = await openid();
  const { state, nonce, codeVerifier } = secretsOf(ctx.config, attempt);
  try {
    const tokens = await client.authorizationCodeGrant(provider, url, {
      expectedState: state,
      expectedNonce: nonce,
      pkceCodeVerifier: codeVerifier,
      idTokenExpected: true,
    });
    const claims = tokens.claims()!;
    const hasEmail = typeof claims['email'] === 'string';
    const more =
      hasEmail || !provider.serverMetadata().userinfo_endpoint
        ? {}
        : await client.fetchUserInfo(provider, tokens.access_token, claims.sub);
    return identityOf({ ...more, ...claims });
  } catch (error) {
    ctx.log.warn(reasonOf(error), 'signing in with the provider failed');
    throw isAway(error) ? oidcUnavailable(name, error) : oidcRefused(name, error);
  }
}

/** Discovery at first use, kept for an hour; a failure is not kept. */
async function openProvider(ctx: Ctx): Promise<Configuration> {
  if (insideTransaction()) throw new Error('the provider is asked inside a transaction');
  const settings = oidcSettings(ctx);
  const now = ctx.clock.now();
  let known = opened.get(settings);
  if (!known || Temporal.Instant.compare(known.until, now) <= 0) {
    known = { provider: discover(settings), until: now.add({ hours: hoursKept }) };
    opened.set(settings, known);
  }
  try {
    return await known.provider;
  } catch (error) {
    if (opened.get(settings) === known) opened.delete(settings);
    const { issuer } = settings;
    ctx.log.error({ issuer, ...reasonOf(error) }, 'the provider can not be asked');
    throw oidcUnavailable(settings.name, error);
  }
}

async function discover(settings: OidcSettings): Promise<Configuration> {
  const { issuer, clientId, clientSecret } = settings;
  const client = await openid();
  const authenticate = authentication(client, clientSecret);
  return client.discovery(new URL(issuer), clientId, clientSecret, authenticate, {
    timeout: timeoutSeconds,
    execute: [
      // A code's ID token comes over TLS, so the library would take it unsigned (OpenID Connect Core 3.1.3.7).
      client.enableNonRepudiationChecks,
      // Only the local stand-in speaks plain HTTP; the settings allow no other such issuer.
      ...(issuer.startsWith('http:') ? [client.allowInsecureRequests] : []),
    ],
  });
}

/** The way that the provider announces; `client_secret_basic` where it says nothing (Discovery 1.0, 3). */
function authentication(
  client: Awaited<ReturnType<typeof openid>>,
  clientSecret: string,
): ClientAuth {
  const inHeader = client.ClientSecretBasic(clientSecret);
  const inBody = client.ClientSecretPost(clientSecret);
  return (server, ...rest) => {
    const methods = server.token_endpoint_auth_methods_supported;
    return (methods?.includes('client_secret_post') ? inBody : inHeader)(server, ...rest);
  };
}

/** What an operator needs to know; the errors themselves carry answers and claims. */
function reasonOf(error: unknown): { code: string | undefined; reason: string } {
  const { code, message, cause } = error as Error & { code?: string };
  const reason = cause instanceof Error ? `${message}: ${cause.message}` : message;
  return { code, reason };
}

/** A time-out, no connection, or a fault of the provider's own; anything else speaks against the sign-in. */
function isAway(error: unknown): boolean {
  const { code, cause } = error as { code?: string; cause?: unknown };
  if (cause instanceof Response) return cause.status >= 500;
  return code === 'OAUTH_TIMEOUT' || (error instanceof TypeError && code === undefined);
}
