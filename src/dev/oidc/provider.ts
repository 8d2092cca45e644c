import { createHash, randomUUID } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Fault } from './faults.ts';
import { type KnownPerson, openGrants } from './grants.ts';
import { idToken, makeSigningKey, publicJwk, type SigningAlgorithm } from './id-token.ts';
import { askWhoPage, refusedPage, styles } from './pages.ts';
import {
  answerAddress,
  credentialsOf,
  type OidcClient,
  readAuthorizationRequest,
} from './requests.ts';

export interface OpenIdProviderOptions extends OidcClient {
  /** Its path is where the routes stand. Read at each request. */
  issuer: string;
  name: string;
  people: readonly KnownPerson[];
  algorithm?: SigningAlgorithm;
}

export interface OpenIdProvider {
  routes(app: FastifyInstance): void;
  /** Goes wrong in this way until it is told otherwise. */
  setFault(fault: Fault | undefined): void;
}

type Form = Record<string, string | undefined>;

const formBytesMax = 16 * 1024;
const slowMs = 20_000;
/** Not a browser's page of ours: it has no session, and its forms come from itself. */
const config = { access: 'public', actor: false, csrf: false } as const;
const schema = { hide: true };

/** A small honest OpenID provider for one client (OpenID Connect Core 1.0, code flow with PKCE). */
export function openIdProvider(options: OpenIdProviderOptions): OpenIdProvider {
  const grants = openGrants(Date.now);
  const key = lazily(() => makeSigningKey(options.algorithm ?? 'ES256', randomUUID()));
  let fault: Fault | undefined;
  const base = () => new URL(options.issuer).pathname.replace(/\/$/, '');

  async function discovery(_request: FastifyRequest, reply: FastifyReply): Promise<unknown> {
    if (fault === 'slow_discovery') await slowly();
    if (fault === 'garbage_discovery') return reply.type('text/html').send('<h1>Hello</h1>');
    const { issuer, algorithm = 'ES256' } = options;
    return {
      issuer: fault === 'discovery_of_another' ? `${issuer}/another` : issuer,
      authorization_endpoint: `${issuer}/authorize`,
      token_endpoint: `${issuer}/token`,
      userinfo_endpoint: `${issuer}/userinfo`,
      jwks_uri: `${issuer}/jwks`,
      response_types_supported: ['code'],
      response_modes_supported: ['query'],
      grant_types_supported: ['authorization_code'],
      subject_types_supported: ['public'],
      scopes_supported: ['openid', 'email', 'profile'],
      id_token_signing_alg_values_supported: [algorithm],
      token_endpoint_auth_methods_supported: ['client_secret_basic', 'client_secret_post'],
      code_challenge_methods_supported: ['S256'],
      authorization_response_iss_parameter_supported: true,
    };
  }

  function ask(request: FastifyRequest, reply: FastifyReply): FastifyReply {
    const query = valuesOf(request.url.split('?', 2)[1]);
    const read = readAuthorizationRequest(query, options);
    if ('refused' in read) return sendPage(reply.code(400), refusedPage(base(), read.refused));
    if ('error' in read) return goBack(reply, read);
    const { name, people } = options;
    return sendPage(reply, askWhoPage({ base: base(), name, people, query }));
  }

  function choose(request: FastifyRequest, reply: FastifyReply): FastifyReply {
    const form = (request.body ?? {}) as Form;
    const read = readAuthorizationRequest(form, options);
    if ('refused' in read) return sendPage(reply.code(400), refusedPage(base(), read.refused));
    if ('error' in read) return goBack(reply, read);
    const { state, nonce, codeChallenge, redirectUri } = read.request;
    const person = personOf(form);
    if (!person) return goBack(reply, { error: 'access_denied', ...(state && { state }) });
    const { clientId } = options;
    const code = grants.issueCode({ person, clientId, redirectUri, nonce, codeChallenge });
    return goBack(reply, { code, ...(state && { state }) });
  }

  function personOf({ subject, name, email, cancel }: Form): KnownPerson | undefined {
    if (cancel) return undefined;
    if (!name || !email) return options.people.find((person) => person.subject === subject);
    return { subject: `made-up-${hashOf(email)}`, name, email };
  }

  async function token(request: FastifyRequest, reply: FastifyReply): Promise<unknown> {
    if (fault === 'slow_token_endpoint') await slowly();
    if (fault === 'broken_token_endpoint') return reply.code(500).send({ error: 'server_error' });
    if (fault === 'garbage_token_answer') return reply.send({ token: ['?'] });
    const form = (request.body ?? {}) as Form;
    const { clientId, clientSecret, issuer } = options;
    const given = credentialsOf(request.headers.authorization, form);
    if (given?.clientId !== clientId || given.clientSecret !== clientSecret)
      return reply.code(401).send({ error: 'invalid_client' });
    if (form['grant_type'] !== 'authorization_code')
      return reply.code(400).send({ error: 'unsupported_grant_type' });
    const grant = grants.redeemCode(form['code'] ?? '', {
      clientId,
      redirectUri: form['redirect_uri'] ?? '',
      codeVerifier: form['code_verifier'] ?? '',
    });
    if (!grant) return reply.code(400).send({ error: 'invalid_grant' });
    const now = Math.floor(Date.now() / 1000);
    const signed = { issuer, clientSecret, grant, key: await key(), now, fault };
    return {
      access_token: grants.issueAccessToken(grant.person),
      token_type: 'Bearer',
      expires_in: 300,
      ...(fault !== 'no_id_token' && { id_token: await idToken(signed) }),
    };
  }

  function goBack(reply: FastifyReply, values: Record<string, string>): FastifyReply {
    const { redirectUri, issuer } = options;
    return reply.redirect(answerAddress(redirectUri, { ...values, iss: issuer }), 303);
  }

  function sendPage(reply: FastifyReply, markup: string): FastifyReply {
    const client = new URL(options.redirectUri).origin;
    const policy = `default-src 'none'; style-src 'self'; form-action 'self' ${client}; base-uri 'none'; frame-ancestors 'none'`;
    return reply
      .headers({ 'content-security-policy': policy, 'cache-control': 'no-store' })
      .type('text/html; charset=utf-8')
      .send(markup);
  }

  return {
    setFault: (next) => {
      fault = next;
    },
    routes(app) {
      app.addContentTypeParser(
        'application/x-www-form-urlencoded',
        { parseAs: 'string', bodyLimit: formBytesMax },
        (_request, body, done) => done(null, valuesOf(String(body))),
      );
      app.get('/.well-known/openid-configuration', { config, schema }, discovery);
      app.get('/jwks', { config, schema }, async () => ({ keys: [publicJwk(await key())] }));
      app.get('/authorize', { config, schema }, ask);
      app.post('/authorize', { config, schema }, choose);
      app.post('/token', { config, schema }, async (request, reply) => {
        reply.header('cache-control', 'no-store');
        return token(request, reply);
      });
      app.get('/userinfo', { config, schema }, async ({ headers }, reply) => {
        const bearer = headers.authorization?.replace(/^Bearer /, '') ?? '';
        const person = grants.findByAccessToken(bearer);
        if (!person) return reply.code(401).send({ error: 'invalid_token' });
        const { subject: sub, name, email, emailVerified = true } = person;
        return { sub, name, ...(email && { email, email_verified: emailVerified }) };
      });
      app.get('/style.css', { config, schema }, async (_request, reply) =>
        reply.type('text/css; charset=utf-8').send(styles),
      );
    },
  };
}

/** Of a name that comes twice, the last value. */
const valuesOf = (text = ''): Form => Object.fromEntries(new URLSearchParams(text));

function lazily<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined;
  return () => (made ??= make());
}

const slowly = () => new Promise((resolve) => setTimeout(resolve, slowMs).unref());

const hashOf = (text: string) => createHash('sha256').update(text.toLowerCase()).digest('hex');
