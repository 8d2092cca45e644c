import type { AddressInfo } from 'node:net';
import Fastify from 'fastify';
import type { KnownPerson } from '../../src/dev/oidc/grants.ts';
import { openIdProvider, type OpenIdProvider } from '../../src/dev/oidc/provider.ts';

/** The local provider on a port of its own, and a person's way through its page. */
export interface TestProvider extends Omit<OpenIdProvider, 'routes'> {
  issuer: string;
  /** The settings that make the product use it. */
  env: Record<string, string>;
  people: KnownPerson[];
  /** Follows the product's address, picks who to be, and returns what the browser is sent back with. */
  chooseAt(url: string, subject: string): Promise<Record<string, string>>;
  cancelAt(url: string): Promise<Record<string, string>>;
  close(): Promise<void>;
}

const publicUrl = 'http://localhost:4600';

export async function startTestProvider(
  algorithm: 'ES256' | 'RS256' = 'ES256',
): Promise<TestProvider> {
  const people: KnownPerson[] = [];
  const options = {
    issuer: '',
    name: 'Demo ID',
    clientId: 'etude-test',
    clientSecret: 'a client:s &cret/of tests',
    redirectUri: `${publicUrl}/sign-in/oidc/callback`,
    people,
    algorithm,
  };
  const { routes, setFault } = openIdProvider(options);
  const app = Fastify({ forceCloseConnections: true });
  await app.register(async (scope) => routes(scope), { prefix: '/id' });
  await app.listen({ port: 0, host: '127.0.0.1' });
  options.issuer = `http://127.0.0.1:${(app.server.address() as AddressInfo).port}/id`;

  async function send(
    url: string,
    choice: Record<string, string>,
  ): Promise<Record<string, string>> {
    const asked = new URL(url);
    const page = await fetch(asked);
    if (page.status !== 200) throw new Error(`the provider answered ${page.status}`);
    const answer = await fetch(`${options.issuer}/authorize`, {
      method: 'POST',
      body: new URLSearchParams([...asked.searchParams, ...Object.entries(choice)]),
      redirect: 'manual',
    });
    return Object.fromEntries(new URL(answer.headers.get('location')!).searchParams);
  }

  return {
    issuer: options.issuer,
    people,
    setFault,
    env: {
      OIDC_ISSUER: options.issuer,
      OIDC_CLIENT_ID: options.clientId,
      OIDC_CLIENT_SECRET: options.clientSecret,
      OIDC_NAME: options.name,
      PUBLIC_URL: publicUrl,
    },
    chooseAt: (url, subject) => send(url, { subject }),
    cancelAt: (url) => send(url, { cancel: 'yes' }),
    close: () => app.close(),
  };
}
