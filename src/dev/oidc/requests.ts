/** The one client that the provider serves. */
export interface OidcClient {
  clientId: string;
  clientSecret: string;
  /** Where answers may go; compared letter by letter. */
  redirectUri: string;
}

/** A sound authorization request. */
export interface AuthorizationRequest {
  redirectUri: string;
  state: string | undefined;
  nonce: string | undefined;
  codeChallenge: string;
}

/**
 * What the request asks. `refused` is shown on our own page, since nobody vouches for where it came from;
 * `error` goes back to the client.
 */
export function readAuthorizationRequest(
  query: Record<string, string | undefined>,
  { clientId, redirectUri }: OidcClient,
): { request: AuthorizationRequest } | { refused: string } | { error: string; state?: string } {
  if (query['client_id'] !== clientId) return { refused: 'No such client is known here.' };
  if (query['redirect_uri'] !== redirectUri)
    return { refused: 'This client may not be answered at that address.' };
  const state = query['state'];
  const fail = (error: string) => ({ error, ...(state !== undefined && { state }) });
  if (query['response_type'] !== 'code') return fail('unsupported_response_type');
  if (!query['scope']?.split(' ').includes('openid')) return fail('invalid_scope');
  const codeChallenge = query['code_challenge'];
  if (!codeChallenge || query['code_challenge_method'] !== 'S256') return fail('invalid_request');
  return { request: { redirectUri, state, nonce: query['nonce'], codeChallenge } };
}

/** The client's answer address with these values in its query. */
export function answerAddress(
  redirectUri: string,
  values: Record<string, string | undefined>,
): string {
  const url = new URL(redirectUri);
  for (const [name, value] of Object.entries(values))
    if (value !== undefined) url.searchParams.set(name, value);
  return url.href;
}

/** The client's id and secret, from the header (client_secret_basic) or the body (client_secret_post). */
export function credentialsOf(
  authorization: string | undefined,
  body: Record<string, string | undefined>,
): { clientId: string; clientSecret: string } | undefined {
  if (authorization?.startsWith('Basic ')) {
    const [id = '', secret = ''] = Buffer.from(authorization.slice(6), 'base64')
      .toString()
      .split(':');
    return { clientId: formDecoded(id), clientSecret: formDecoded(secret) };
  }
  const { client_id: clientId, client_secret: clientSecret } = body;
  return clientId && clientSecret ? { clientId, clientSecret } : undefined;
}

const formDecoded = (text: string) => new URLSearchParams(`v=${text}`).get('v') ?? '';
